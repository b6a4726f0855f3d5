import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** What a reader loads for a page, in bytes as they go over the wire; pictures and fonts are left out. */
export interface PageWeight {
  path: string;
  html: number;
  css: number;
  script: number;
}

/** Weighs a page of a built site by its path; `dist` is the folder of the site. */
export function pageWeight(dist: string, path: string): PageWeight {
  const file = path.replace(/\/$/, '/index.html');
  const styles = new Set<string>();
  const scripts = new Set<string>();
  let inline = 0;
  visit(fromHtml(readFileSync(join(dist, file), 'utf8')), 'element', ({ tagName, properties, children }) => {
    const { rel, href, src, type } = properties;
    if (tagName === 'link' && String(rel) === 'stylesheet') styles.add(String(href));
    if (tagName !== 'script' || type === 'application/ld+json') return;
    if (src) scripts.add(String(src));
    for (const child of children) if (child.type === 'text') inline += Buffer.byteLength(child.value);
  });
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, one) => total + sentBytes(dist, one), 0);
  return { path, html: sentBytes(dist, file), css: sum(styles), script: sum(scripts) + inline };
}

/** The size of the brotli file beside, else of the file itself, which is too small for one. */
function sentBytes(dist: string, file: string): number {
  const size = (name: string) => statSync(join(dist, name), { throwIfNoEntry: false })?.size;
  const bytes = size(`${file}.br`) ?? size(file);
  if (bytes === undefined) throw new Error(`the site has no ${file}`);
  return bytes;
}
