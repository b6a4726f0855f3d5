import { describe, expect, it } from 'vitest';
import { countWords, prepareBody, referencesOf } from '../../src/text/body.ts';
import { checkBody } from '../../src/text/body-check.ts';
import { toHtmlText } from '../../src/text/html.ts';
import { readMarkdown } from '../../src/text/parse.ts';

const times = 50_000;

/** Each takes well under a second in linear time, and minutes if time grows with the square of the length. */
describe('long hostile texts are read in the time that their length takes', () => {
  it.each([
    ['open elements', '<span lang="en">'.repeat(times)],
    ['ends of elements', '</span>'.repeat(times)],
    ['pairs of elements', '<span lang="en">a</span> '.repeat(times / 5)],
    ['opening brackets', '['.repeat(times)],
    ['pictures', '!['.repeat(times)],
    ['less-than signs', '<'.repeat(times)],
    ['quotes', '"'.repeat(times)],
    ['open comments', '<!--'.repeat(times)],
    ['a link of dots', `[${'.'.repeat(4 * times)}a](/)`],
    ['an address of dots', `www.${'.'.repeat(4 * times)} `],
    ['addresses', 'www.'.repeat(times)],
    ['paragraph signs', `${'§ 1 '.repeat(times)}NGO`],
    ['spaces after a paragraph sign', `§ 1${' 1'.repeat(times)} NGO`],
    ['ampersands in a title', `<abbr title="${'&'.repeat(times)}`],
  ])('%s', { timeout: 10_000 }, (_, text) => {
    const read = readMarkdown(text);
    const { tree } = read;
    checkBody(read, text);
    referencesOf(tree);
    countWords(tree);
    expect(toHtmlText(prepareBody(tree))).not.toContain('<!--');
  });
});
