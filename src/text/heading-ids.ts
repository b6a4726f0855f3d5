import GithubSlugger, { slug } from 'github-slugger';
import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from './visit.ts';

/** Gives the headings of one text their ids, in their order: the words in small letters, repeated ones numbered. */
export function headingIds(): (heading: string) => string {
  const slugger = new GithubSlugger();
  return (heading) => {
    // Typography puts spaces that do not break; in an id they are spaces like any other.
    const words = heading.replace(/\s+/g, ' ');
    // Of a heading that has but signs, such as "§§", no id could be made.
    return slugger.slug(slug(words) === '' ? 'abschnitt' : words);
  };
}

export interface OutlineEntry {
  id: string;
  text: string;
}

/** The parts of a text: its headings of the second level with their ids on a page that puts `prefix` before them. */
export function outlineOf(tree: Root, prefix: string): OutlineEntry[] {
  const parts: OutlineEntry[] = [];
  const idOf = headingIds();
  visit(tree, 'heading', (heading) => {
    if (heading.depth === 1) return;
    const text = plainText(heading, { includeHtml: false });
    const id = idOf(text);
    if (heading.depth === 2) parts.push({ id: `${prefix}-${id}`, text });
  });
  return parts;
}

/** The ids of a text's headings, as a link in the same text names them: `#anlass`. */
export function anchorsOf(tree: Root): Set<string> {
  const anchors = new Set<string>();
  const idOf = headingIds();
  visit(tree, 'heading', (heading) => {
    if (heading.depth > 1) anchors.add(idOf(plainText(heading, { includeHtml: false })));
  });
  return anchors;
}
