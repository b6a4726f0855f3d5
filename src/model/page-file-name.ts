import type { NameFault } from '../words/terms.ts';
import { seemsMarkdown, wordFaults } from './article-file-name.ts';
import { slug, slugOf } from './field.ts';

/** The slug in the name of a page's file, `ueber-uns.md`; undefined if it is no such name. */
export function parsePageFileName(name: string): string | undefined {
  const [, words] = /^(.*)\.md$/s.exec(name) ?? [];
  return words !== undefined && slug.safeParse(words).success ? words : undefined;
}

/** Whether a file that is not named as a page seems to be meant for one. */
export function seemsPage(name: string): boolean {
  return seemsMarkdown(name) || /^[^.]+(?:\.txt)?$/i.test(name);
}

/** What is wrong with the name of a page's file. */
export function pageNameFaults(name: string): NameFault[] {
  const { words, ending } = partsOf(name);
  return wordFaults(words, ending);
}

/** The slug that a page has under the right name. */
export function suggestedPageSlug(name: string): string | undefined {
  return slugOf(partsOf(name).words);
}

/** The name of a page's file: the inverse of {@link parsePageFileName}. */
export function pageFileName(pageSlug: string): string {
  return `${pageSlug}.md`;
}

function partsOf(name: string): { words: string; ending: string } {
  const [, words = '', ending = ''] = /^(.*?)((?:\.\w+)*)$/s.exec(name) ?? [];
  return { words, ending };
}
