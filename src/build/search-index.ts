import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { addresses, searchIndexFolder } from '../model/address.ts';
import type { OwnPage } from '../model/library.ts';

/**
 * What the search page loads. Pagefind's own interfaces stay away, half a megabyte of which one file varies by build;
 * so does its worker, which the page doesn't start.
 */
const wanted = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.de\.pagefind)$|\.pf_(?:meta|index|fragment)$/;

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/**
 * Writes the search index of the site with these `pages` of its own, built in `folder`. Found are they, issues and
 * articles, the pages with a `data-pagefind-body`; withdrawn articles and redirects, which lie beside them, have none. The
 * same pages give the same files. Throws what Pagefind complains of.
 */
export async function writeSearchIndex(folder: string, pages: readonly Pick<OwnPage, 'path'>[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const searched = [`${addresses.issues}*/*/**/`, ...pages.map(({ path }) => path)];
    const glob = `{${searched.map((path) => `${path.slice(1)}index.html`).join(',')}}`;
    const indexed = await index.addDirectory({ path: folder, glob });
    const { files, errors: failures } = await index.getFiles();
    const complaints = [...indexed.errors, ...failures];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    for (const { path, content } of files) if (wanted.test(path)) write(join(folder, searchIndexFolder, path), content);
  } finally {
    await close();
  }
}

function write(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
