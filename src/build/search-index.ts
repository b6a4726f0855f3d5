import { hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { addresses, searchIndexFolder } from '../model/address.ts';
import type { OwnPage } from '../model/library.ts';
import type { SiteWriter } from './site-writer.ts';

/**
 * What the search page loads. Pagefind's own interfaces stay away, half a megabyte of which one file varies by build;
 * so does its worker, which the page doesn't start.
 */
const wanted = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.de\.pagefind)$|\.pf_(?:meta|index|fragment)$/;

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/**
 * The pages that are searched, as files: issues, articles and pages of the organisation's own. Withdrawn articles and
 * redirects, which lie beside them, hold no `data-pagefind-body`.
 */
export function searchedFiles(site: SiteWriter, pages: readonly Pick<OwnPage, 'path'>[]): string[] {
  const own = new Set(pages.map(({ path }) => `${path.slice(1)}index.html`));
  const issues = new RegExp(`^${addresses.issues.slice(1)}[^/]+/[^/]+/(?:.*/)?index\\.html$`);
  return site
    .files()
    .filter((file) => own.has(file) || issues.test(file))
    .sort();
}

/** Changes with the text of any of these files. */
export function searchedVersion(site: SiteWriter, files: readonly string[]): string {
  return hash('sha256', files.map((file) => `${site.hashOf(file)} ${file}`).join('\n'));
}

/** Leaves the index of the last build, if all of it is still there. */
export function keepSearchIndex(site: SiteWriter, files: readonly string[]): boolean {
  const parts = files.filter((file) => file.startsWith(searchIndexFolder.slice(1)) && !/\.(?:br|gz)$/.test(file));
  return parts.every((file) => site.keep(file));
}

/**
 * Adds the search index of these files to the site. The same pages give the same files. `folder` is used meanwhile. Throws
 * what Pagefind complains of.
 */
export async function addSearchIndex(site: SiteWriter, files: readonly string[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // In a folder of their own: Pagefind reads from the disk twice as fast as it is told.
    for (const file of files) linkOrCopy(site.location(file), join(folder, file));
    const indexed = await index.addDirectory({ path: folder, glob: '**/*.html' });
    const { files: parts, errors: failures } = await index.getFiles();
    const complaints = [...indexed.errors, ...failures];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    for (const { path, content } of parts) {
      if (wanted.test(path)) site.put(searchIndexFolder.slice(1) + path, content);
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // A file system without links.
    copyFileSync(from, to);
  }
}
