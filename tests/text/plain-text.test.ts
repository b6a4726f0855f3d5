import { describe, expect, it } from 'vitest';
import { prepareBody } from '../../src/text/body.ts';
import { wrap } from '../../src/text/line-wrap.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { type PlainTextOptions, toPlainText } from '../../src/text/plain-text.ts';

function plain(markdown: string, options?: PlainTextOptions): string {
  return toPlainText(prepareBody(parseMarkdown(markdown)), options).text;
}

describe('Markdown as plain text', () => {
  it.each([
    ['a paragraph, its emphasis without signs', 'Das ist *sehr* **wichtig**.', 'Das ist sehr wichtig.'],
    ['lines of one paragraph', 'Erste\nZeile.', 'Erste Zeile.'],
    ['a hard break', 'Erste  \nZweite', 'Erste\nZweite'],
    ['headings', '## Über uns\n\nText\n\n### Wir', 'Über uns\n--------\n\nText\n\nWir\n~~~'],
    ['a list', '- eins\n- zwei\n  - drei', '- eins\n- zwei\n  - drei'],
    ['a numbered list that begins later', '9. neun\n10. zehn', '9. neun\n10. zehn'],
    ['a list of paragraphs', '- eins\n\n  mehr\n\n- zwei', '- eins\n\n  mehr\n\n- zwei'],
    ['a quote', '> Es war gut.\n>\n> Sehr gut.', '> Es war gut.\n>\n> Sehr gut.'],
    [
      'code',
      'Der Befehl `npm ci`:\n\n```\nif (a < b) {\n  c();\n}\n```',
      'Der Befehl npm ci:\n\n    if (a < b) {\n      c();\n    }',
    ],
    ['a line across', 'Oben\n\n---\n\nUnten', 'Oben\n\n* * *\n\nUnten'],
    ['a picture, by what it shows', '![Der Saal](saal.jpg)', '[Bild: Der Saal]'],
    ['a picture that only decorates', 'Oben\n\n![](saal.jpg)\n\nUnten', 'Oben\n\nUnten'],
    ['an abbreviation', '<abbr title="Onlinezugangsgesetz">OZG</abbr> gilt.', 'OZG (Onlinezugangsgesetz) gilt.'],
    ['another language', 'Das ist <span lang="en">open source</span>.', 'Das ist open source.'],
    [
      'a table, row by row',
      '| Tag | Ort |\n| --- | --- |\n| Montag | Rathaus |\n| Dienstag | |',
      '- Montag\n  Ort: Rathaus\n- Dienstag',
    ],
    [
      'footnotes, in the order of the text',
      'Eins[^b] und zwei[^a].\n\n[^a]: Zweite.\n[^b]: Erste.\n\n    Noch ein Absatz.',
      'Eins¹ und zwei².\n\nFußnoten\n--------\n\n¹ Erste.\n\n  Noch ein Absatz.\n\n² Zweite.',
    ],
    ['a footnote cited twice', 'Eins[^a], zwei[^a].\n\n[^a]: Note.', 'Eins¹, zwei¹.\n\nFußnoten\n--------\n\n¹ Note.'],
    ['deleted text', 'Am ~~Montag~~ *~~und~~ Dienstag*', 'Am [gestrichen: Montag] [gestrichen: und] Dienstag'],
    ['a line end in a table', '| A | B |\n| - | - |\n| eins | zwei<br>drei |', '- eins\n  B: zwei\n    drei'],
    ['nothing', '', ''],
  ])('%s', (_name, markdown, text) => {
    expect(plain(markdown)).toBe(text);
  });

  it('numbers links and lists each address once', () => {
    const tree = prepareBody(parseMarkdown('[Feeds](/feeds/), [oben](#anfang), [noch einmal][f].\n\n[f]: /feeds/'));
    const options = {
      origin: 'https://blatt.example',
      page: 'https://blatt.example/a/',
      links: ['https://x.example/'],
    };
    expect(toPlainText(tree, options)).toEqual({
      text: 'Feeds\u00A0[2], oben\u00A0[3], noch einmal\u00A0[2].',
      links: ['https://x.example/', 'https://blatt.example/feeds/', 'https://blatt.example/a/#anfang'],
    });
  });

  it('needs no number where the text is the address', () => {
    expect(plain('[post@blatt.example](mailto:post@blatt.example)')).toBe('post@blatt.example');
  });

  it('pushes headings down below those of the mail', () => {
    expect(plain('## Über uns', { deeper: 1 })).toBe('Über uns\n~~~~~~~~');
  });

  it('keeps lines short wherever the text stands, but never breaks an address or at a space that must not break', () => {
    const sentence = 'Wörter in einer langen Zeile sind am Bildschirm und beim Antworten schwer zu lesen. ';
    const text = plain(`${sentence.repeat(3)}\n\n- ${sentence.repeat(3)}\n\n> ${sentence.repeat(3)}`);
    expect(text.split('\n').length).toBeGreaterThan(9);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(74);
    const address = `https://blatt.example/${'a'.repeat(90)}`;
    expect(wrap(`Siehe ${address} dort`)).toEqual(['Siehe', address, 'dort']);
    expect(wrap('am 33.\u00A0KW\u00A02025', 8)).toEqual(['am', '33.\u00A0KW\u00A02025']);
  });
});
