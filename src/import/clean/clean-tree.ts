import type { Root } from 'mdast';
import type { ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { cleanCharacters } from './characters.ts';
import { mendEmphasis } from './emphasis.ts';
import { linksToFootnotes } from './footnotes.ts';
import { mendLinks } from './links.ts';
import { toMarkdownTree } from './markdown-tree.ts';
import { mendParagraphs } from './paragraphs.ts';
import { scriptsToCharacters } from './scripts.ts';
import { simplifyTables } from './tables.ts';

/** From the file's HTML to a tree of Markdown without what the file's program has left in it. */
export function cleanTree({ tree: html }: Source, notes: ImportNotes): Root {
  linksToFootnotes(html);
  scriptsToCharacters(html);
  simplifyTables(html, notes);
  const tree = toMarkdownTree(html);
  cleanCharacters(tree, notes);
  mendEmphasis(tree);
  mendLinks(tree, notes);
  mendParagraphs(tree);
  return tree;
}
