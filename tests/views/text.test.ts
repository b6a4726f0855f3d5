import { describe, expect, it } from 'vitest';
import { isEmpty, pageText } from '../../src/views/parts/text.ts';
import { inIndex, inText } from '../reader/sample-content.ts';
import { sampleArticle } from './sample-page.ts';

const shown = (text: string) => pageText(sampleArticle(inText(text)).article.body);

describe('what may be wider than a phone', () => {
  const table = '| Jahr | Fenster |\n| --- | --- |\n| 2025 | 12 |\n';

  it('scrolls in a region with a name of its own that takes the focus', () => {
    const html = shown(`${table}\nDazwischen.\n\n${table}`);
    expect(html.match(/<div[^>]*>(?=<table>)/g)).toEqual([
      '<div class="scroll" role="group" aria-label="Tabelle 1" tabindex="0">',
      '<div class="scroll" role="group" aria-label="Tabelle 2" tabindex="0">',
    ]);
    expect(html.match(/<\/table><\/div>/g)).toHaveLength(2);
    expect(html).toContain('</div>\n<p>Dazwischen.</p>\n<div');
  });

  it('counts its tables anew on each page', () => {
    shown(table);
    expect(shown(table)).toContain('aria-label="Tabelle 1"');
  });

  it('takes the focus where it is preformatted', () => {
    expect(shown('```\nnpm start\n```\n')).toBe('<pre tabindex="0"><code>npm start\n</code></pre>');
  });

  it('is not made of a text that only looks like a table', () => {
    const html = shown('```\n<table></table>\n```\n\nSo: `<pre>`.\n');
    expect(html).not.toContain('<div');
    expect(html.match(/tabindex/g)).toHaveLength(1);
    expect(html).toContain('<code>&#x3C;pre></code>');
  });
});

it('a text is empty if it says nothing', () => {
  const empty = (text: string) => isEmpty(sampleArticle(inIndex('', text)).issue.body);
  expect([empty(''), empty('\n\n'), empty('Wort')]).toEqual([true, true, false]);
});
