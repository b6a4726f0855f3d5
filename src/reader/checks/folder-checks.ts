import { decodeAddress } from '../../model/address.ts';
import {
  articleFileName,
  nameFaults,
  nextNumber,
  parseArticleFileName,
  seemsArticle,
  suggestedFileName,
} from '../../model/article-file-name.ts';
import { originalOfCopy } from '../../model/copy-name.ts';
import { isRecord, slugOf } from '../../model/field.ts';
import { imageRecords } from '../../model/image-credit.ts';
import type { Report } from '../../model/problem.ts';
import { suggestedIssueKey } from '../../model/week.ts';
import { nearest } from '../../text/nearest.ts';
import { type Finding, finding } from '../../words/problems.ts';
import { placeholderSlug } from '../../words/templates.ts';
import { fileForms } from '../../words/terms.ts';
import { type IssueFolder, textsOf } from '../files/issue-folder.ts';
import { attachedFiles } from '../files/named-files.ts';
import type { ParsedFile } from '../files/parsed-file.ts';

/** About what lies in `content/issues/` and is no issue; `others` lie beside it. */
export function unknownFolder(name: string, others: readonly string[]): Finding {
  const copy = copyFinding(name, others);
  if (copy) return copy;
  const meant = suggestedIssueKey(name);
  const suggestion = meant && !others.includes(meant) ? meant : undefined;
  return finding('unknownFile', { name, form: fileForms.issueFolder, suggestion });
}

/** About a copy of something that is still there. */
export function copyFinding(name: string, others: readonly string[]): Finding | undefined {
  const original = originalOfCopy(name);
  return original !== undefined && others.includes(original) ? finding('copiedFile', { name, original }) : undefined;
}

/** Files of an issue's folder that would be passed over in silence, or published under a name that nobody chose. */
export function checkFiles(issue: IssueFolder, inner: readonly string[], report: Report) {
  const { folder, files, articles } = issue;
  for (const name of inner) report({ file: `${folder}/${name}`, line: 1, ...finding('folderInIssue', { name }) });
  const texts = textsOf(issue);
  // A file that is named nearly right is the one that is meant; that is said where it is named.
  const named = texts.flatMap(namedFiles);
  const used = new Set(named.map((name) => (files.includes(name) ? name : nearest(name, files))));
  // What an unreadable head names is not known.
  const allRead = texts.every(({ data }) => data !== undefined);
  for (const name of files) {
    if (name === 'index.md' || parseArticleFileName(name) || used.has(name)) continue;
    const at = { file: `${folder}/${name}`, line: 1 };
    if (seemsArticle(name)) {
      const suggestion = suggestedFileName(originalOfCopy(name) ?? name, nextNumber(files));
      const facts = { name, form: fileForms.article, faults: nameFaults(name), suggestion };
      report({ ...at, ...(copyFinding(name, files) ?? finding('unknownFile', facts)) });
    } else if (allRead) report({ ...at, ...finding('unusedFile', { name }) });
  }
  for (const { number, slug, parsed } of articles) {
    if (slug !== placeholderSlug || parsed.usable.draft) continue;
    const title = slugOf(parsed.usable.title ?? '');
    const suggestion = title && articleFileName({ number, slug: title });
    const name = articleFileName({ number, slug });
    report({ file: parsed.file, line: 1, ...finding('placeholderName', { name, suggestion }) });
  }
}

/** The files that a text names, rightly or not: whatever is wrong with them is said where they are named. */
function namedFiles({ data, references }: ParsedFile<unknown>): string[] {
  const fields = isRecord(data) ? data : {};
  return [
    ...imageRecords(fields).map(({ image }) => image.file),
    ...attachedFiles(data),
    ...references.map(({ url }) => decodeAddress(url)),
  ].filter((name) => typeof name === 'string');
}
