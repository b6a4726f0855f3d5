import { UserError } from '../../model/user-error.ts';
import { type IssueWeek, issueKey, parseIssueKey, suggestedIssueKey, weekExists, weeksIn } from '../../model/week.ts';
import { commandErrors } from '../../words/commands.ts';

/** The week that the name of an issue stands for, for a new one too; anything else is a UserError with what may be meant. */
export function weekOfKey(key: string, thisWeek: IssueWeek): IssueWeek {
  const week = parseIssueKey(key);
  if (!week) throw new UserError(commandErrors.issueKey(key, suggestedIssueKey(key), issueKey(thisWeek)));
  if (!weekExists(week)) throw new UserError(commandErrors.noSuchWeek(key, week.year, weeksIn(week.year)));
  return week;
}
