import type { Report } from '../../model/problem.ts';
import { finding } from '../../words/problems.ts';
import type { AddressBook } from '../address-book.ts';
import type { IssueFolder } from '../files/issue-folder.ts';
import { fieldName } from '../files/parsed-file.ts';

/**
 * What an article names as related is there: an entry without a title is another article, whose title it takes.
 * `hiddenOf` gives the pages that readers of a text don't see yet.
 */
export function checkRelated(
  folders: readonly IssueFolder[],
  book: AddressBook,
  hiddenOf: (path: string) => ReadonlySet<string>,
  report: Report,
): void {
  const articles = new Set(folders.flatMap(({ articles: all }) => all.map(({ path }) => path)));
  for (const { folder, articles: all } of folders) {
    for (const { parsed, path: own } of all) {
      const { related = [] } = parsed.listed;
      if (related.length === 0) continue;
      const hidden = hiddenOf(own);
      related.forEach((entry, index) => {
        const path = typeof entry === 'string' ? ['related', index] : ['related', index, 'url'];
        const url = typeof entry === 'string' ? entry : entry.url;
        const place = { file: parsed.file, line: parsed.lineOf(path), field: fieldName(path) };
        const found = book.resolve(url, folder);
        if ('finding' in found) report({ ...place, ...found.finding });
        else if (typeof entry === 'string' && !('path' in found && articles.has(found.path))) {
          report({ ...place, ...finding('relatedNotAnArticle', { url }) });
        } else if ('path' in found && hidden.has(found.path.replace(/[?#].*$/s, ''))) {
          report({ ...place, ...finding('linkToHidden', { url }) });
        }
      });
    }
  }
}
