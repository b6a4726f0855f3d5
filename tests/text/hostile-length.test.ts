import { describe, expect, it } from 'vitest';
import { countWords, prepareBody, referencesOf } from '../../src/text/body.ts';
import { checkBody } from '../../src/text/body-check.ts';
import { readMarkdown } from '../../src/text/parse.ts';
import { growth, linear } from '../growth.ts';
import { sized } from '../sized.ts';
import { written as asHtml } from './rendered.ts';

const most = sized({ ci: 50_000, home: 10_000 });

describe('long hostile texts are read in the time that their length takes', () => {
  it.each([
    ['open elements', (times: number) => '<span lang="en">'.repeat(times)],
    ['ends of elements', (times: number) => '</span>'.repeat(times)],
    ['pairs of elements', (times: number) => '<span lang="en">a</span> '.repeat(times / 5)],
    ['opening brackets', (times: number) => '['.repeat(times)],
    ['pictures', (times: number) => '!['.repeat(times)],
    ['less-than signs', (times: number) => '<'.repeat(times)],
    ['quotes', (times: number) => '"'.repeat(times)],
    ['open comments', (times: number) => '<!--'.repeat(times)],
    ['a link of dots', (times: number) => `[${'.'.repeat(4 * times)}a](/)`],
    ['an address of dots', (times: number) => `www.${'.'.repeat(4 * times)} `],
    ['addresses', (times: number) => 'www.'.repeat(times)],
    ['paragraph signs', (times: number) => `${'§ 1 '.repeat(times)}NGO`],
    ['spaces after a paragraph sign', (times: number) => `§ 1${' 1'.repeat(times)} NGO`],
    ['stars in words', (times: number) => '*a'.repeat(times / 5)],
    ['backslashes in words', (times: number) => '\\_a'.repeat(times / 5)],
    ['notes that do not end', (times: number) => '^['.repeat(times / 5)],
    ['marks of other programs', (times: number) => '{{==a[['.repeat(times / 5)],
    ['bars and tabulators', (times: number) => '| a\t'.repeat(times / 5)],
    ['numbered lines', (times: number) => '7. a\n'.repeat(times / 20)],
    ['bullets of Word', (times: number) => '•\ta\n'.repeat(times / 20)],
    ['ampersands in a title', (times: number) => `<abbr title="${'&'.repeat(times)}`],
  ])('%s', async (_, text) => {
    const read = (times: number) => {
      const markdown = text(times);
      const read = readMarkdown(markdown);
      const { tree } = read;
      checkBody(read, markdown);
      referencesOf(tree);
      countWords(tree);
      expect(asHtml(prepareBody(tree))).not.toContain('<!--');
    };
    expect(await growth(most, read)).toBeLessThan(linear);
  });
});
