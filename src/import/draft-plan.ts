import { articleFileName, nextNumber, parseArticleFileName } from '../model/article-file-name.ts';
import { contentFolders } from '../model/content-files.ts';
import { UserError } from '../model/user-error.ts';
import { parseIssueKey, thursdayOf } from '../model/week.ts';
import { importCommandErrors } from '../words/import.ts';
import { articleFile, issueFile, slugOfTitle } from './article-file.ts';
import type { Imported } from './imported.ts';

/** The files that an import becomes, still to be written. */
export interface DraftPlan {
  /** Folder of the issue, relative to the organisation's. */
  folder: string;
  /** By their names in it. */
  files: ReadonlyMap<string, string | Uint8Array>;
  /** Name of the article's file. */
  article: string;
}

/**
 * Article, pictures and, where there is none yet, the issue, under names that are free beside `names`, those in the
 * folder. Throws a UserError where one is taken.
 */
export function planDraft(imported: Imported, key: string, names: readonly string[], newId: () => string): DraftPlan {
  const folder = `${contentFolders.issues}/${key}`;
  const slug = slugOfTitle(imported.title);
  const same = names.find((taken) => parseArticleFileName(taken)?.slug === slug);
  if (same) throw new UserError(importCommandErrors.fileExists(`${folder}/${same}`));
  const files = new Map<string, string | Uint8Array>(imported.pictures.map((picture) => [picture.name, picture.bytes]));
  const article = articleFileName({ number: nextNumber(names), slug });
  files.set(article, articleFile(imported, newId()));
  const week = parseIssueKey(key);
  if (week && !names.includes('index.md')) files.set('index.md', issueFile(imported, newId(), thursdayOf(week)));
  const taken = [...files.keys()].find((file) => names.includes(file));
  if (taken) throw new UserError(importCommandErrors.fileExists(`${folder}/${taken}`));
  return { folder, files, article };
}
