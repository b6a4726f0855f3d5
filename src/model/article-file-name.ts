import type { NameFault } from '../words/terms.ts';
import { slugOf } from './field.ts';

const fileName = /^(\d{1,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** Reads an article's file name `01-some-slug.md`: the number orders, the slug names. */
export function parseArticleFileName(name: string): { number: number; slug: string } | undefined {
  const [, number, slugPart] = fileName.exec(name) ?? [];
  return number && slugPart ? { number: Number(number), slug: slugPart } : undefined;
}

/** The name of an article's file: the inverse of {@link parseArticleFileName}. */
export function articleFileName({ number, slug }: { number: number; slug: string }): string {
  return `${String(number).padStart(2, '0')}-${slug}.md`;
}

/** The number of a further article beside the files named. */
export function nextNumber(names: readonly string[]): number {
  return 1 + Math.max(0, ...names.map((name) => parseArticleFileName(name)?.number ?? 0));
}

/** Also under the endings that Windows and other programs give. */
const markdownEnding = /\.(?:md|markdown|mdx)(?:\.txt)?$/i;

/** Whether a file is Markdown by its ending. */
export function seemsMarkdown(name: string): boolean {
  return markdownEnding.test(name);
}

/** Whether a file that is not named as an article seems to be meant for one. */
export function seemsArticle(name: string): boolean {
  return seemsMarkdown(name) || /^\d{1,3}[-_ ][^.]+(?:\.txt)?$/i.test(name);
}

/** What is wrong with the name of an article's file. */
export function nameFaults(name: string): NameFault[] {
  const [, number, words = '', ending = ''] = /^(\d{1,3}-)?(.*?)((?:\.\w+)*)$/s.exec(name) ?? [];
  return [...(number ? [] : (['number'] as const)), ...wordFaults(words, ending)];
}

/** What is wrong with the words of a text's file name, which become its address, and with its ending. */
export function wordFaults(words: string, ending: string): NameFault[] {
  const faults: [NameFault, boolean][] = [
    ['capitals', /\p{Lu}/u.test(words)],
    ['spaces', /\s/.test(words)],
    ['umlauts', /(?![a-z])\p{L}/iu.test(words)],
    ['signs', /[^\p{L}\p{N}\s-]/u.test(words)],
    ['ending', ending !== '.md'],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}

/** The right name for a file that is meant for an article, with `otherwise` for its number if it has none. */
export function suggestedFileName(name: string, otherwise: number): string | undefined {
  const [, number, words = ''] = /^(?:(\d{1,3})[-_ .]+)?(.*?)(?:\.\w+)*$/s.exec(name) ?? [];
  const slug = slugOf(words);
  return slug && articleFileName({ number: number ? Number(number) : otherwise, slug });
}
