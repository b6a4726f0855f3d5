import { describe, expect, it } from 'vitest';
import { countWords, prepareBody, referencesOf, resolveLinks } from '../../src/text/body.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { written } from './rendered.ts';

describe('the references of a text', () => {
  const references = (markdown: string) =>
    referencesOf(parseMarkdown(markdown)).map(({ kind, url, line }) => `${line} ${kind} ${url}`);

  it('are its links and pictures with their lines', () => {
    expect(references('[a](/a/)\n![b](b.png) <https://c.example>\n\n> [![d](d.png)](/e/)\n')).toEqual([
      '1 link /a/',
      '2 picture b.png',
      '2 link https://c.example',
      '4 link /e/',
      '4 picture d.png',
    ]);
  });

  it('are those of definitions, once each and as what they are used for', () => {
    expect(references('[a][1] [b][1] ![c][2]\n\n[1]: /a/\n[2]: c.png\n[3]: /nobody/\n')).toEqual([
      '3 link /a/',
      '4 picture c.png',
      '5 link /nobody/',
    ]);
  });

  it('are also in tables and footnotes, but not in code', () => {
    expect(references('|a|\n|-|\n|[b](/b/)|\n\n`[c](/c/)`[^1]\n\n[^1]: [d](/d/)\n')).toEqual([
      '3 link /b/',
      '7 link /d/',
    ]);
  });
});

it('links are led where they lead now, pictures and unknown ones stay', () => {
  const tree = parseMarkdown('[a](01-a.md) ![b](01-a.md) [c][1] [d](/d/)\n\n[1]: 01-a.md\n');
  resolveLinks(tree, (url) => (url === '01-a.md' ? '/ausgaben/2025/kw33/a/' : undefined));
  expect(written(tree)).toBe(
    '<p><a href="/ausgaben/2025/kw33/a/">a</a> <img src="01-a.md" alt="b"> <a href="/ausgaben/2025/kw33/a/">c</a> <a href="/d/">d</a></p>',
  );
});

describe('words', () => {
  it.each([
    ['', 0],
    ['Eins zwei, drei.', 3],
    ['## Eins\n\nZwei\ndrei\n\n- vier\n- fünf\n\n> sechs', 6],
    ['| a | b |\n|-|-|\n| c | d |', 4],
    ['Ein**wort** und *noch* [zwei Worte](/worte/)', 5],
    ['Ein <abbr title="nicht mitgezählt">AB</abbr> ![auch nicht](a.png)', 2],
    ['Am 14. August 2025', 4],
    ['Ein Satz[^1].\n\n[^1]: Die Fußnote.', 4],
    ['```\nlet a\n```', 2],
  ])('%j: %i', (markdown, words) => {
    expect(countWords(parseMarkdown(markdown))).toBe(words);
  });
});

describe('the body that is kept', () => {
  it('is typeset, has no HTML nodes and no positions', () => {
    const body = prepareBody(parseMarkdown('Er sagte "ja" - <b>laut</b>.\n'));
    expect(written(body)).toBe('<p>Er sagte „ja“\u00a0– laut.</p>');
    expect(JSON.stringify(body)).not.toMatch(/"position"|"html"/);
  });

  it('leaves the parsed tree as it was', () => {
    const tree = parseMarkdown('Er sagte "ja" <b>laut</b>.\n');
    const before = structuredClone(tree);
    prepareBody(tree);
    expect(tree).toEqual(before);
  });
});
