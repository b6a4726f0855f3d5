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
import { parseIssueKey } from '../model/week.ts';
import type { ContentFolder } from '../reader/files/content-folder.ts';

type TextKind = 'article' | 'issue' | 'page' | 'house';

/** A text that can be opened. */
export interface EditableText {
  file: string;
  kind: TextKind;
  /** Of its head; undefined where the whole file is data. */
  schema?: z.ZodType;
  /** Key of the issue that it belongs to. */
  issue?: string;
}

const houseSchemas: Record<string, z.ZodType | undefined> = {
  [contentFiles.site]: siteSchema,
  [contentFiles.datenschutz]: privacyNoticeSchema,
  [contentFiles.barrierefreiheit]: accessibilityStatementSchema,
  [contentFiles.leichteSprache]: easyLanguageSchema,
  [contentFiles.terms]: undefined,
};

/** The files that there is one of each. */
export const houseFiles = Object.keys(houseSchemas);

/**
 * The text at a path. Undefined for every other path there could be: one that is spelt in another way, leads out of the
 * content, or goes through a link.
 */
export function textAt(file: string, content: ContentFolder): EditableText | undefined {
  if (houseFiles.includes(file)) {
    return content.size(file) === undefined ? undefined : { file, kind: 'house', schema: houseSchemas[file] };
  }
  const folder = posix.dirname(file);
  const name = posix.basename(file);
  if (folder === contentFolders.pages) {
    const isThere = parsePageFileName(name) !== undefined && content.files(folder).includes(name);
    return isThere ? { file, kind: 'page', schema: ownPageSchema } : undefined;
  }
  const issue = issueOf(folder, content);
  if (issue === undefined || !content.files(folder).includes(name)) return undefined;
  if (name === 'index.md') return { file, kind: 'issue', schema: issueSchema, issue };
  return parseArticleFileName(name) ? { file, kind: 'article', schema: articleSchema, issue } : undefined;
}

/** The key of the issue whose folder this is, if there is such a folder. */
function issueOf(folder: string, content: ContentFolder): string | undefined {
  if (posix.dirname(folder) !== contentFolders.issues) return undefined;
  const key = posix.basename(folder);
  return parseIssueKey(key) && content.folders(contentFolders.issues).includes(key) ? key : undefined;
}
