/** When an issue comes out: settled, moved and called off in its file, where the history shows it. */
import { contentFolders } from '../../model/content-files.ts';
import { isOut, parseRelease, releaseSchema, timedMoment } from '../../model/release.ts';
import { UserError } from '../../model/user-error.ts';
import { releaseWords } from '../../views/parts/date.ts';
import { planErrors, planHistory, publishingWords } from '../../words/publishing.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import type { Edits } from '../text/edited-text.ts';
import { approvalState, fourEyesSince } from '../writing/approval.ts';
import { type Publishing, whatIsMissing } from './publishing.ts';

/** What somebody wishes: day and time as browsers send them, and the drafts that come out with the issue. */
export interface WantedPlan {
  day: string;
  time: string;
  isMailed: boolean;
  together: readonly string[];
}

/**
 * Settles when an issue comes out, and whether it is mailed then. Returns why that is not in the history, where it is not.
 * Throws a UserError where it may not come out so.
 */
export async function planIssue(
  desk: Desk,
  issue: Publishing,
  { day, time, isMailed, together }: WantedPlan,
  by: Editor,
): Promise<string | undefined> {
  if (issue.isClosed) throw new UserError(publishingWords.closed);
  const release = wantedRelease(desk, day, time);
  const when = releaseWords(release);
  const drafts = issue.drafts.map(({ file }) => file);
  if (!together.every((file) => drafts.includes(file))) throw new UserError(planErrors.noText);
  if (issue.missingElsewhere.length > 0) throw new UserError(planErrors.siteBroken);
  const comingOut = issue.texts.filter(({ file }) => !drafts.includes(file) || together.includes(file));
  const since = fourEyesSince(desk);
  const missing = await whatIsMissing(
    desk,
    issue.key,
    comingOut.map(({ file }) => file),
  );
  for (const { file, title } of comingOut) {
    if (missing.get(file)?.length) throw new UserError(planErrors.unfinished(title));
    const open = since && desk.open(file);
    const approval = open && (await approvalState(desk, open, by, since));
    if (approval && !approval.found?.isCurrent) throw new UserError(planErrors.unapproved(title));
  }
  // The issue comes last: as long as it is a draft, nothing of it comes out.
  const kept: (string | undefined)[] = [];
  for (const file of together) {
    kept.push(await change(desk, file, [{ path: ['draft'], value: undefined }], by, planHistory.included(file)));
  }
  const changes: Edits['changes'] = [
    { path: ['publishedOn'], value: `${release.publishedOn} ${release.publishedTime}` },
    { path: ['mailing'], value: isMailed ? true : undefined },
    { path: ['draft'], value: undefined },
  ];
  kept.push(await change(desk, issue.file, changes, by, planHistory.planned(issue.file, when)));
  return kept.find((why) => why !== undefined);
}

/**
 * Makes an issue a draft again that hasn't come out yet. Its date goes as well: whoever takes the draft's mark away by hand
 * some day must not bring it out by a date that was called off. Returns why that is not in the history, where it is not.
 */
export async function cancelPlan(desk: Desk, issue: Publishing, by: Editor): Promise<string | undefined> {
  if (issue.isClosed) throw new UserError(publishingWords.closed);
  const changes: Edits['changes'] = [
    { path: ['draft'], value: true },
    { path: ['mailing'], value: undefined },
    { path: ['publishedOn'], value: undefined },
  ];
  return change(desk, issue.file, changes, by, planHistory.cancelled(issue.file, releaseWords(issue.release)));
}

function wantedRelease(desk: Desk, day: string, time: string) {
  if (!parseRelease(day)) throw new UserError(planErrors.day(day));
  const text = `${day} ${time}`;
  const release = parseRelease(text);
  if (!release?.publishedTime) throw new UserError(planErrors.time(time));
  if (!releaseSchema.safeParse(text).success) throw new UserError(planErrors.noSuchTime(time));
  const moment = timedMoment(release)?.toInstant();
  const { today, now } = desk.at();
  // On a day that is built as a whole, all of its moments are past.
  if (isOut(release, { today, now }) || (moment === undefined && now === undefined)) {
    throw new UserError(planErrors.past(releaseWords(release)));
  }
  return release;
}

async function change(
  desk: Desk,
  file: string,
  changes: Edits['changes'],
  by: Editor,
  what: string,
): Promise<string | undefined> {
  const open = desk.open(file);
  if (!open?.file.startsWith(contentFolders.issues)) throw new UserError(planErrors.noText);
  const saved = await desk.save(open, { base: open.text, changes }, open.text, open.version, by, what);
  if (saved.kind === 'conflict') throw new UserError(planErrors.overtaken);
  return saved.notKept;
}
