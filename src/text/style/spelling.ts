import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';

/** What a dictionary doesn't have, each with the words that it has in the place of it, nearest first. */
export type Misspelt = ReadonlyMap<string, readonly string[]>;

/** Looks words up in a dictionary; what comes back is what it doesn't have. */
export type Speller = (words: readonly string[]) => Promise<Misspelt>;

/** A word of a running text. */
export interface SpelledWord {
  word: string;
  line: number;
}

/** Addresses, names of files, forms for all genders, and what has figures or signs in it are no words of a dictionary. */
const noWord = /[\d@\\/_*:=<>{}|]|^www\.|\p{L}\.\p{L}|\p{Lu}.*\p{Lu}/u;

/** The words of a line of text that a dictionary may have, with their places in it. */
function* wordsIn(text: string): Generator<{ word: string; index: number }> {
  for (const { 0: written, index } of text.matchAll(/\S+/g)) {
    // What stands around a word is none of it: quotation marks, brackets, full stops.
    const lead = /^[^\p{L}\p{N}-]*/u.exec(written)?.[0].length ?? 0;
    const core = written.slice(lead).replace(/[^\p{L}\p{N}-]+$/u, '');
    let at = index + lead;
    const parts = core.split('-');
    // `Abs.`: a full stop behind few letters makes an abbreviation.
    const isShort = core.length < 5 && written.startsWith('.', lead + core.length);
    for (const [number, part] of parts.entries()) {
      // `Schul-IT`, `Schul- und Sportamt`: what stands before a hyphen is only a part of a word, and so is `-amt`.
      const isPart = number < parts.length - 1 || core.startsWith('-') || isShort;
      if (part.length > 2 && !isPart && !noWord.test(part)) yield { word: part.replaceAll('\u00ad', ''), index: at };
      at += part.length + 1;
    }
  }
}

/** All words of a text in German, quotations too; what is marked as another language is not looked at. */
export function spelledWords(tree: Root): SpelledWord[] {
  const found: SpelledWord[] = [];
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined;
    const text = germanOf(node.children as RootContent[]);
    const line = node.position?.start.line ?? 1;
    for (const { word, index } of wordsIn(text)) found.push({ word, line: lineAt(text, index, line) });
    return SKIP;
  });
  return found;
}

/** The words of a field of the head. */
export const spelledIn = (text: string, line: number): SpelledWord[] =>
  [...wordsIn(text)].map(({ word }) => ({ word, line }));

/** What is code, a note to oneself or between `<span lang="…">` and its end becomes space; line ends stay, to be counted. */
function germanOf(children: readonly RootContent[]): string {
  let isForeign = false;
  return children
    .map((child) => {
      if (child.type === 'html') {
        if (/^<span\s[^>]*lang=/i.test(child.value)) isForeign = true;
        if (/^<\/span/i.test(child.value)) isForeign = false;
        return '';
      }
      if (child.type === 'break') return '\n';
      const text = child.type === 'inlineCode' ? ' ' : plainText(child, { includeHtml: false, includeImageAlt: false });
      return isForeign ? text.replace(/[^\n]/g, ' ') : text;
    })
    .join('');
}

/** Words that are in no dictionary and not known to the house, each once. `known` may hold several words in a line. */
export function checkSpelling(
  words: readonly SpelledWord[],
  misspelt: Misspelt,
  known: readonly string[],
  report: ReportLine,
): void {
  const told = new Set(known.flatMap((line) => line.split(/[^\p{L}]+/u)));
  for (const { word, line } of words) {
    const suggestions = misspelt.get(word);
    // `Musterstadts` is the genitive of a name.
    if (!suggestions || told.has(word) || told.has(word.replace(/s$/, ''))) continue;
    told.add(word);
    report(line, finding('wordUnknown', { word, suggestions }));
  }
}
