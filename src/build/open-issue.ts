import { contentFolders } from '../model/content-files.ts';
import type { Issue, Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { issueKey, parseIssueKey, weekOf } from '../model/week.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { nearest } from '../text/nearest.ts';
import { commandErrors } from '../words/commands.ts';
import { editionWords } from '../words/mail.ts';
import { openProject } from './project.ts';
import { hasErrors } from './report.ts';

/** An issue with the library that it stands in. */
export interface OpenIssue {
  library: Library;
  issue: Issue;
  /** What is still to be done until it can come out; nothing in one that is out. */
  unfinished: readonly Problem[];
  /** Its texts that a second person has not approved as they are, where the house wants that. */
  unapproved: string[];
}

/**
 * Reads the issue that `command` is about, also one that isn't out yet. An issue that is out holds what is out; drafts
 * in it stay where they are. One that isn't is as the preview shows it, with what stands in for parts that are missing.
 * Tells of errors in the content, and of a draft that can't be shown at all, and returns undefined.
 */
export function openIssue(
  command: string,
  key: string | undefined,
  surroundings: Surroundings<'BUILD_DATE'>,
): OpenIssue | undefined {
  const read = openProject(surroundings);
  const at = workingTime(surroundings);
  const published = read({ ...at, mode: 'publish' });
  if (key === undefined) {
    const newest = published.library?.issues[0]?.key ?? issueKey(weekOf(at.today));
    throw new UserError(commandErrors.issueMissing(command, newest));
  }
  if (!published.library || hasErrors(published)) {
    surroundings.printError(editionWords.contentErrors);
    return undefined;
  }
  const folder = `${contentFolders.issues}/${key}/`;
  const unapproved = published.problems
    .filter(({ rule, file }) => /^approval/.test(rule) && file.startsWith(folder))
    .map(({ file }) => file);
  const issue = published.library.issues.find((one) => one.key === key);
  if (issue) {
    // What appears later is in no mail of today.
    const out = new Set([issue.file, ...issue.articles.map(({ file }) => file)]);
    return {
      library: published.library,
      issue,
      unfinished: [],
      unapproved: unapproved.filter((file) => out.has(file)),
    };
  }
  const unfinished = published.problems.filter(({ isUnfinished, file }) => isUnfinished && file.startsWith(folder));
  const library = read({ ...at, mode: 'preview' }).library ?? published.library;
  if (unfinished.length > 0 && !library.issues.some((issue) => issue.key === key)) {
    surroundings.printError(editionWords.unfinished(key, unfinished));
    return undefined;
  }
  return { library, issue: issueOf(library, key), unfinished, unapproved };
}

function issueOf({ issues }: Library, key: string): Issue {
  const issue = issues.find((one) => one.key === key);
  if (issue) return issue;
  const keys = issues.map((one) => one.key);
  throw new UserError(editionWords.noIssue(key, similarKey(key, keys), keys));
}

/** The issue that may be meant: whoever names a week means its year. */
function similarKey(key: string, keys: readonly string[]): string | undefined {
  const week = parseIssueKey(key);
  return nearest(key, week ? keys.filter((one) => one.startsWith(`${week.year}-`)) : keys);
}
