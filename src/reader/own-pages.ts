import { ownPagePath } from '../model/address.ts';
import { contentFolders, publicFolder } from '../model/content-files.ts';
import { adviseOnOwnPage, type OwnPageFrontMatter, ownPageSchema } from '../model/own-page.ts';
import {
  pageFileName,
  pageNameFaults,
  parsePageFileName,
  seemsPage,
  suggestedPageSlug,
} from '../model/page-file-name.ts';
import type { Report } from '../model/problem.ts';
import { isProductName } from '../model/product-name.ts';
import { type Finding, finding } from '../words/problems.ts';
import { fileForms } from '../words/terms.ts';
import { copyFinding } from './checks/folder-checks.ts';
import { seemsImprint } from './checks/imprint-files.ts';
import { checkNewText } from './checks/new-text.ts';
import type { ContentFolder } from './files/content-folder.ts';
import type { FileParser } from './files/file-parser.ts';
import type { ParsedFile } from './files/parsed-file.ts';

/** A page of the organisation's own, its file checked by itself. */
export interface OwnPageFile {
  slug: string;
  path: string;
  parsed: ParsedFile<OwnPageFrontMatter>;
}

/** Reads every page of `content/seiten/`, and says what else lies there. */
export function readOwnPages(content: ContentFolder, parse: FileParser, report: Report): OwnPageFile[] {
  const folder = contentFolders.pages;
  for (const name of content.folders(folder)) {
    report({ file: `${folder}/${name}`, line: 1, ...finding('folderAmongPages', { name }) });
  }
  return content.files(folder).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (seemsImprint(name)) {
      report({ file, line: 1, ...finding('imprintFile', { name }) });
      return [];
    }
    const slug = parsePageFileName(name);
    if (slug === undefined) {
      report({ file, line: 1, ...(copyFinding(name, content.files(folder)) ?? strayFile(name)) });
      return [];
    }
    const taken = takenBeforehand(slug, content);
    if (taken) report({ file, line: 1, ...taken });
    const parsed = parse(file, ownPageSchema, { advise: adviseOnOwnPage, checkText: checkNewText });
    parsed.problems.forEach(report);
    return [{ slug, path: ownPagePath(slug), parsed }];
  });
}

/** About a file that is no page by its name. */
function strayFile(name: string): Finding {
  if (!seemsPage(name)) return finding('fileAmongPages', { name });
  const slug = suggestedPageSlug(name);
  if (slug && isProductName(slug)) return finding('pageNameTaken', { address: ownPagePath(slug), holder: 'site' });
  const suggestion = slug && pageFileName(slug);
  return finding('unknownFile', { name, form: fileForms.page, faults: pageNameFaults(name), suggestion });
}

/** A name that the product needs, or whose address a file of `public/` has. */
function takenBeforehand(slug: string, content: ContentFolder): Finding | undefined {
  const address = ownPagePath(slug);
  if (isProductName(slug)) return finding('pageNameTaken', { address, holder: 'site' });
  const file = [`${slug}/index.html`, `${slug}.html`, slug]
    .map((name) => `${publicFolder}/${name}`)
    .find((one) => content.size(one) !== undefined);
  return file === undefined ? undefined : finding('pageNameTaken', { address, holder: 'public', file });
}
