/** Which files of `content/` are written in the Redaktion, and by which schema each. */
import { posix } from 'node:path';
import type { z } from 'zod';
import { accessibilityStatementSchema } from '../model/accessibility-statement.ts';
import { articleSchema } from '../model/article.ts';
import { parseArticleFileName } from '../model/article-file-name.ts';
import { contentFiles, contentFolders } from '../model/content-files.ts';
import { easyLanguageSchema } from '../model/easy-language.ts';
import { issueSchema } from '../model/issue.ts';
import { ownPageSchema } from '../model/own-page.ts';
import { parsePageFileName } from '../model/page-file-name.ts';
import { privacyNoticeSchema } from '../model/privacy-notice.ts';
import { siteSchema } from '../model/site.ts';
import { termsSchema } from '../model/terms.ts';
import { parseIssueKey } from '../model/week.ts';
import type { ContentFolder } from '../reader/files/content-folder.ts';
import type { FormName } from '../words/forms/groups.ts';

type TextKind = 'article' | 'issue' | 'page' | 'house';

/** A text that can be opened. */
export interface EditableText {
  file: string;
  kind: TextKind;
  /** Of its head, or of the whole file where all of it is data. */
  schema: z.ZodType;
  form: FormName;
  /** Key of the issue that it belongs to. */
  issue?: string;
}

/** The schemas of all texts, by the names of their forms. */
export const schemas = {
  article: articleSchema,
  issue: issueSchema,
  page: ownPageSchema,
  site: siteSchema,
  privacy: privacyNoticeSchema,
  accessibility: accessibilityStatementSchema,
  easyLanguage: easyLanguageSchema,
  terms: termsSchema,
} as const satisfies Record<FormName, z.ZodType>;

const houseForms: Record<string, FormName> = {
  [contentFiles.site]: 'site',
  [contentFiles.datenschutz]: 'privacy',
  [contentFiles.barrierefreiheit]: 'accessibility',
  [contentFiles.leichteSprache]: 'easyLanguage',
  [contentFiles.terms]: 'terms',
};

/** The form that belongs to a path, whether or not there is such a text. */
export function formAt(file: string): FormName | undefined {
  const folder = posix.dirname(file);
  if (folder === contentFolders.pages) return 'page';
  if (posix.dirname(folder) === contentFolders.issues) return posix.basename(file) === 'index.md' ? 'issue' : 'article';
  return houseForms[file];
}

/** The files that there is one of each. */
export const houseFiles = Object.keys(houseForms);

/**
 * The text at a path. Undefined for every other path there could be: one that is spelt in another way, leads out of the
 * content, or goes through a link.
 */
export function textAt(file: string, content: ContentFolder): EditableText | undefined {
  const house = houseForms[file];
  if (house) {
    return content.size(file) === undefined ? undefined : { file, kind: 'house', ...formed(house) };
  }
  const folder = posix.dirname(file);
  const name = posix.basename(file);
  if (folder === contentFolders.pages) {
    const isThere = parsePageFileName(name) !== undefined && content.files(folder).includes(name);
    return isThere ? { file, kind: 'page', ...formed('page') } : undefined;
  }
  const issue = issueOf(folder, content);
  if (issue === undefined || !content.files(folder).includes(name)) return undefined;
  if (name === 'index.md') return { file, kind: 'issue', ...formed('issue'), issue };
  return parseArticleFileName(name) ? { file, kind: 'article', ...formed('article'), issue } : undefined;
}

const formed = (form: FormName) => ({ form, schema: schemas[form] });

/** The key of the issue whose folder this is, if there is such a folder. */
function issueOf(folder: string, content: ContentFolder): string | undefined {
  if (posix.dirname(folder) !== contentFolders.issues) return undefined;
  const key = posix.basename(folder);
  return parseIssueKey(key) && content.folders(contentFolders.issues).includes(key) ? key : undefined;
}
