/** New texts: issues, articles, and what becomes of files of other programs. */
import { join } from 'node:path';
import { namesIn, writeTogether } from '../../build/write-together.ts';
import { slugOfTitle } from '../../import/article-file.ts';
import { planDraft } from '../../import/draft-plan.ts';
import { importFile } from '../../import/import-file.ts';
import type { Imported, ImportFile } from '../../import/imported.ts';
import { articleFileName, nextNumber, parseArticleFileName } from '../../model/article-file-name.ts';
import { contentFolders } from '../../model/content-files.ts';
import { day } from '../../model/day.ts';
import { slugOf } from '../../model/field.ts';
import { UserError } from '../../model/user-error.ts';
import {
  issueKey,
  parseIssueKey,
  suggestedIssueKey,
  thursdayOf,
  weekExists,
  weekOf,
  weeksIn,
} from '../../model/week.ts';
import { historyWords } from '../../words/redaktion.ts';
import { createWords, importPageWords } from '../../words/redaktion-new.ts';
import { articleTemplate, issueTemplate } from '../../words/templates.ts';
import type { ArticleKind } from '../../words/terms.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';

/** A text that was made. */
export interface Made {
  file: string;
  /** Why it is not in the history. */
  notKept: string | undefined;
}

/** Makes an issue. Throws a UserError where the week doesn't exist or is taken. */
export function createIssue(desk: Desk, written: string, by: Editor): Promise<Made> {
  return desk.inTurn(async () => {
    const key = written.trim();
    const week = parseIssueKey(key);
    if (!week) throw new UserError(createWords.notAWeek(key, suggestedIssueKey(key)));
    if (!weekExists(week)) throw new UserError(createWords.noSuchWeek(key, week.year, weeksIn(week.year)));
    const folder = `${contentFolders.issues}/${key}`;
    if (namesIn(join(desk.root, folder)).length > 0) throw new UserError(createWords.issueExists(key));
    return write(desk, folder, new Map([['index.md', issueTemplate(idFor(desk), thursdayOf(week))]]), 'index.md', by);
  });
}

/** Makes an article of an issue that there is. */
export function createArticle(
  desk: Desk,
  { key, title, kind }: { key: string; title: string; kind: ArticleKind },
  by: Editor,
): Promise<Made> {
  return desk.inTurn(async () => {
    const folder = `${contentFolders.issues}/${key}`;
    const names = parseIssueKey(key) ? namesIn(join(desk.root, folder)) : [];
    if (names.length === 0) throw new UserError(createWords.noIssueYet);
    const slug = slugOf(title) && slugOfTitle(title);
    if (!slug) throw new UserError(createWords.titleMissing);
    const same = names.find((name) => parseArticleFileName(name)?.slug === slug);
    if (same) throw new UserError(createWords.articleExists(same));
    const topic = desk.library()?.terms.topics[0]?.slug;
    const text = articleTemplate(idFor(desk), topic, title.trim(), kind);
    const name = articleFileName({ number: nextNumber(names), slug });
    return write(desk, folder, new Map([[name, text]]), name, by);
  });
}

/** Makes a draft of a file of another program. Throws a UserError with what is wrong with it. */
export async function importInto(
  desk: Desk,
  file: ImportFile,
  wantedKey: string | undefined,
  by: Editor,
): Promise<Made & { imported: Imported }> {
  const imported = await importFile(file, { terms: desk.library()?.terms });
  const key = wantedKey ?? imported.issue.key;
  if (key === undefined || !parseIssueKey(key)) throw new UserError(importPageWords.issueUnknown);
  return desk.inTurn(async () => {
    const names = namesIn(join(desk.root, `${contentFolders.issues}/${key}`));
    const plan = planDraft(imported, key, names, () => idFor(desk));
    return { imported, ...(await write(desk, plan.folder, plan.files, plan.article, by, historyWords.imported)) };
  });
}

async function write(
  desk: Desk,
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  main: string,
  by: Editor,
  what = historyWords.created,
): Promise<Made> {
  writeTogether(join(desk.root, folder), files);
  const file = `${folder}/${main}`;
  const notKept = await desk.keep(
    [...files.keys()].map((name) => `${folder}/${name}`),
    by,
    what(file),
  );
  return { file, notKept };
}

function idFor(desk: Desk): string {
  const id = desk.newId();
  if (id === undefined) throw new UserError(createWords.noIdAuthority);
  return id;
}

/** The next week that has no issue yet and whose Thursday, its day unless another is settled, is not over. */
export function proposedKey(desk: Desk, taken: readonly string[]): string {
  let date = Temporal.PlainDate.from(desk.today()).add({ days: 3 });
  for (;;) {
    const key = issueKey(weekOf(day(date.toString())));
    if (!taken.includes(key)) return key;
    date = date.add({ weeks: 1 });
  }
}
