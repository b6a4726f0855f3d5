import { decodeAddress } from '../../model/address.ts';
import type { Report } from '../../model/problem.ts';
import type { Terms } from '../../model/terms.ts';
import { nearest } from '../../text/nearest.ts';
import { finding } from '../../words/problems.ts';
import { type TermKind, termKindWords } from '../../words/terms.ts';
import type { AddressBook } from '../address-book.ts';
import { type IssueFolder, textsDraftsLast } from '../files/issue-folder.ts';
import { fieldName, type ParsedFile } from '../files/parsed-file.ts';

/** Each id names one thing for ever: two files with the same one would be one entry to a feed reader. */
export function checkIds(folders: readonly IssueFolder[], report: Report): void {
  const owners = new Map<string, string>();
  for (const parsed of textsDraftsLast(folders)) {
    const { file } = parsed;
    const { id } = parsed.listed;
    if (!id) continue;
    const other = owners.get(id);
    if (other) report({ file, line: parsed.lineOf(['id']), field: 'id', ...finding('duplicateId', { other }) });
    else owners.set(id, file);
  }
}

/** Topics, municipalities and software are those of `terms.yaml`. */
export function checkTerms(folders: readonly IssueFolder[], terms: Terms, report: Report): void {
  const slugs = (kind: TermKind) => terms[kind].map(({ slug }) => slug);
  const known = { topics: slugs('topics'), municipalities: slugs('municipalities'), software: slugs('software') };
  const check = (parsed: ParsedFile<unknown>, kind: TermKind, text: string, path: PropertyKey[]) => {
    if (known[kind].includes(text)) return;
    const facts = { text, nearest: nearest(text, known[kind]), list: termKindWords[kind] };
    report({ file: parsed.file, line: parsed.lineOf(path), field: fieldName(path), ...finding('unknownTerm', facts) });
  };
  for (const { parsed } of folders.flatMap(({ articles }) => articles)) {
    const { topics, software, municipality } = parsed.listed;
    topics?.forEach((text, index) => {
      check(parsed, 'topics', text, ['topics', index]);
    });
    software?.forEach((text, index) => {
      check(parsed, 'software', text, ['software', index]);
    });
    if (municipality) check(parsed, 'municipalities', municipality, ['municipality']);
  }
}

/** Pictures have their records in issues and articles; the site's own texts have no place for these. */
export function checkNoPictures({ file, references }: ParsedFile<unknown>, report: Report): void {
  for (const { kind, url, line } of references) {
    if (kind === 'picture') report({ file, line, ...finding('pictureOutsideIssue', { url }) });
  }
}

/** Links inside the site lead to a page that exists; from a published text also to one that is published. */
export function checkLinks(
  parsed: ParsedFile<unknown>,
  book: AddressBook,
  hiddenPaths: ReadonlySet<string>,
  report: Report,
): void {
  const folder = parsed.file.slice(0, parsed.file.lastIndexOf('/'));
  for (const { kind, url, line } of parsed.references) {
    if (kind !== 'link') continue;
    if (url.startsWith('#')) {
      const place = decodeAddress(url.slice(1));
      if (parsed.anchors.has(place)) continue;
      report({
        file: parsed.file,
        line,
        ...finding('anchorNotFound', { url, nearest: nearest(place, [...parsed.anchors]) }),
      });
      continue;
    }
    const resolution = book.resolve(url, folder);
    if ('finding' in resolution) report({ file: parsed.file, line, ...resolution.finding });
    else if ('path' in resolution && hiddenPaths.has(pageOf(resolution.path))) {
      report({ file: parsed.file, line, ...finding('linkToHidden', { url }) });
    }
  }
}

/** The page that a path leads to or whose attachment or calendar file it is. */
function pageOf(path: string): string {
  const withoutPlace = path.replace(/[?#].*$/s, '');
  return withoutPlace.slice(0, withoutPlace.lastIndexOf('/') + 1);
}
