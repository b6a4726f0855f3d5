/** How an issue stands on its way to readers: when it comes out, what is missing, what was mailed. */
import { lastSiteLook } from '../../build/site-look.ts';
import { parseArticleFileName } from '../../model/article-file-name.ts';
import { contentFolders } from '../../model/content-files.ts';
import type { Figures, MailingFigures } from '../../model/figures.ts';
import type { Problem } from '../../model/problem.ts';
import { isOut, type Release, timedMoment } from '../../model/release.ts';
import { parseIssueKey, thursdayOf, weekExists } from '../../model/week.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { issueLabel } from '../../views/parts/label.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import { headOf } from '../overview/overview.ts';
import type { Edits } from '../text/edited-text.ts';
import { textAt } from '../texts.ts';
import { approvalState, fourEyesSince } from '../writing/approval.ts';

interface NamedText {
  file: string;
  title: string;
}

export interface Publishing extends NamedText {
  key: string;
  label: string;
  release: Release;
  /** That of the release, or the next that there is when that is over and nothing came out. */
  proposedDay: string;
  isMailed: boolean;
  /** `waiting`: its moment has come, and the timer hasn't been there yet. */
  state: 'draft' | 'scheduled' | 'waiting' | 'published';
  /** Nothing of its date can be changed any more. */
  isClosed: boolean;
  /** The issue's own text and its articles. */
  texts: NamedText[];
  /** Articles that are drafts themselves, and whether anything is wrong with them. */
  drafts: (NamedText & { isReady: boolean; missing: Problem[] })[];
  /** What keeps it from coming out, drafts left out. */
  missing: Problem[];
  /** What keeps the whole site from it; not all of it is in files that can be opened here. */
  missingElsewhere: (Problem & { canOpen: boolean })[];
  unapproved: NamedText[];
  mailings: MailingFigures[];
  trouble: string | undefined;
}

/** Undefined where there is no such issue. */
export async function publishingOf(
  desk: Desk,
  key: string,
  figures: Figures | undefined,
  by: Editor,
): Promise<Publishing | undefined> {
  const content = contentOnDisk(desk.root);
  const week = parseIssueKey(key);
  const folder = `${contentFolders.issues}/${key}`;
  const file = `${folder}/index.md`;
  if (!week || !weekExists(week) || content.size(file) === undefined) return undefined;
  const head = headOf(file, content);
  const release = head.release ?? { publishedOn: thursdayOf(week) };
  const articles = content
    .files(folder)
    .filter((name) => parseArticleFileName(name) !== undefined)
    .map((name) => ({ file: `${folder}/${name}`, ...headOf(`${folder}/${name}`, content) }));
  const texts = [{ file, title: head.title }, ...articles.map(({ file: path, title }) => ({ file: path, title }))];
  const missing = await whatIsMissing(
    desk,
    key,
    texts.map((text) => text.file),
  );
  const elsewhere = await desk.errorsBeside(key);
  const unapproved: NamedText[] = [];
  const since = fourEyesSince(desk);
  for (const text of since ? texts : []) {
    const open = desk.open(text.file);
    const approval = open && (await approvalState(desk, open, by, since));
    if (approval && !approval.found?.isCurrent) unapproved.push(text);
  }
  const drafts = articles
    .filter(({ isDraft }) => isDraft)
    .map(({ file: path, title }) => ({
      file: path,
      title,
      missing: missing.get(path) ?? [],
      isReady: !missing.get(path)?.length && !unapproved.some((text) => text.file === path),
    }));
  const isLeftOut = (path: string) => drafts.some((draft) => draft.file === path);
  const mailings = figures?.mailings.filter(({ issue }) => issue === key) ?? [];
  const hasBegun = mailings.length > 0 || hasTimerBeenThere(release, [lastSiteLook(desk.root), mailTimerLook(figures)]);
  const isThere = !head.isDraft && isOut(release, desk.at());
  const state = head.isDraft ? 'draft' : isThere ? (hasBegun ? 'published' : 'waiting') : 'scheduled';
  return {
    key,
    file,
    title: head.title,
    label: issueLabel(week),
    release,
    proposedDay:
      state === 'draft' && release.publishedOn < desk.today()
        ? Temporal.PlainDate.from(desk.today()).add({ days: 1 }).toString()
        : release.publishedOn,
    isMailed: head.isMailed,
    state,
    isClosed: state === 'published' || mailings.length > 0,
    texts,
    drafts,
    missing: texts.flatMap(({ file: path }) => (isLeftOut(path) ? [] : (missing.get(path) ?? []))),
    missingElsewhere: elsewhere.map((problem) => ({
      ...problem,
      canOpen: textAt(problem.file, content) !== undefined,
    })),
    unapproved: unapproved.filter((text) => !isLeftOut(text.file)),
    mailings,
    trouble: troubleOf(figures, key),
  };
}

/**
 * The errors that the texts of an issue would have, by their files, once those that come out `together` are no drafts any
 * more, and a release is built: a draft may keep of its template what can't come out.
 */
export async function whatIsMissing(
  desk: Desk,
  issue: string,
  together: readonly string[],
): Promise<Map<string, Problem[]>> {
  const content = contentOnDisk(desk.root);
  // The line of the mark stays, so that the lines below it are those of the file.
  const unmarked: Edits['changes'] = [{ path: ['draft'], value: false }];
  const drafts = together.filter((file) => headOf(file, content).isDraft).flatMap((file) => desk.open(file) ?? []);
  const found = await desk.lookForRelease(issue, new Map(drafts.map((open) => [open, unmarked])));
  // Approvals are listed by themselves.
  return new Map([...found].map(([file, all]) => [file, all.filter(({ rule }) => !rule.startsWith('approval'))]));
}

/** What kept the timer from mailing an issue, or from all. */
export function troubleOf(figures: Figures | undefined, key: string): string | undefined {
  return figures?.due?.troubles[key] ?? figures?.due?.troubles[''];
}

/** When the timer of mailings last looked. */
export function mailTimerLook(figures: Figures | undefined): Temporal.Instant | undefined {
  return figures?.due && Temporal.Instant.from(figures.due.lookedAt);
}

/** Whether a timer has looked since the moment of a release; what has no moment came out with its day. */
function hasTimerBeenThere(release: Release, looks: readonly (Temporal.Instant | undefined)[]): boolean {
  const moment = timedMoment(release)?.toInstant();
  if (moment === undefined) return true;
  return looks.some((look) => look !== undefined && Temporal.Instant.compare(look, moment) >= 0);
}
