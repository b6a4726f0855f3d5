import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { mendedText } from '../../src/reader/mended-text.ts';
import { checkBody } from '../../src/text/body-check.ts';
import { readMarkdown } from '../../src/text/parse.ts';
import type { LineEdit } from '../../src/words/problems.ts';
import { fc } from '../properties.ts';
import { hostileText } from '../text/hostile-text.ts';
import { article, inText, problems } from './sample-content.ts';

const problemAt = (line: number, ...edits: LineEdit[]): Problem => ({
  ...{ file: article, line, edits, rule: 'headingOne', severity: 'error' },
  ...{ found: 'x', expected: 'x', advice: 'x' },
});

/** The text after all that is mechanical has been mended; its first line is the eighth of the file. */
function mended(text: string): string {
  const files = inText(text);
  const source = String(files[article]);
  const next = mendedText(source, problems(files));
  const body = next.text.replace(/^---\n.*?\n---\n\n/s, '');
  return next.mended.length === 0 ? body : mended(body);
}

describe('edits of a file', () => {
  it('change a part of a line, add to its end, and make new lines', () => {
    const { text, mended: done } = mendedText('eins\nzwei\ndrei\n', [
      problemAt(2, { from: 'zw', to: 'ZW' }, { from: '', to: '\nzweieinhalb' }, { from: 'd', to: 'D', below: 1 }),
    ]);
    expect(text).toBe('eins\nZWei\nzweieinhalb\nDrei\n');
    expect(done.map(({ lines }) => lines)).toEqual([
      [
        { line: 2, from: 'zwei', to: 'ZWei\nzweieinhalb' },
        { line: 4, from: 'drei', to: 'Drei' },
      ],
    ]);
  });

  it('of one problem are all made or none', () => {
    const half = problemAt(1, { from: 'eins', to: '1' }, { from: 'nichts', to: '0', below: 1 });
    expect(mendedText('eins\nzwei\n', [half, problemAt(2, { from: 'zwei', to: '2' })])).toMatchObject({
      text: 'eins\n2\n',
      mended: [{ problem: { line: 2 } }],
    });
    expect(mendedText('eins\n', [problemAt(7, { from: 'eins', to: '1' })])).toMatchObject({
      text: 'eins\n',
      mended: [],
    });
  });

  it('of several problems in one line add up', () => {
    const { text } = mendedText('a b c\n', [
      problemAt(1, { from: 'a', to: '1' }),
      problemAt(1, { from: 'c', to: '3' }),
    ]);
    expect(text).toBe('1 b 3\n');
  });

  it('keep the line ends of Windows and what stands in other lines', () => {
    const { text } = mendedText('eins\u00ad\r\nzwei\u00ad\r\n', [
      problemAt(2, { from: 'zwei', to: 'z' }, { from: '', to: '\nx' }),
    ]);
    expect(text).toBe('eins\u00ad\r\nz\u00ad\r\nx\r\n');
  });

  it('find words through what was invisible in them', () => {
    expect(mendedText('##Bür\u00adger\n', [problemAt(1, { from: '##Bürger', to: '## Bürger' })]).text).toBe(
      '## Bürger\n',
    );
  });
});

describe('what needs no thought is mended in the text', () => {
  it.each([
    [
      'a heading and all below it',
      '# Eins\n\n## Zwei\n\n#### Vier\n\n# Drei\n',
      '## Eins\n\n### Zwei\n\n##### Vier\n\n## Drei\n',
    ],
    ['a heading without its space', 'Text.\n##Titel\nText.\n', 'Text.\n## Titel\nText.\n'],
    ['numbers', '1. eins\n1. zwei\n1. drei\n', '1. eins\n2. zwei\n3. drei\n'],
    ['numbers that are text', '9. Platz: A\n8. Platz: B\n', '9\\. Platz: A\\\n8\\. Platz: B\n'],
    [
      'dates below a line',
      'Feiertage:\n1. Mai: frei\n2. Mai: auch\n',
      'Feiertage:\n\n1\\. Mai: frei\\\n2\\. Mai: auch\n',
    ],
    [
      'bullets within a paragraph',
      'Dazu gehören:\n• eins\n• zwei\nDas war es.\n',
      'Dazu gehören:\n\n- eins\n- zwei\n\nDas war es.\n',
    ],
    ['a bullet below a sentence', 'Ein Satz\n• eins\n', 'Ein Satz\n\n- eins\n'],
    ['a link in brackets the wrong way round', '(Text)[https://a.example/]\n', '[Text](https://a.example/)\n'],
    ['a table', 'Vorher.\n| A | B |\n| 1 | 2 |\n', 'Vorher.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n'],
    [
      'a table of tabulators',
      'Tag\tOrt\nMontag\tRathaus\nDanach.\n',
      '| Tag | Ort |\n| --- | --- |\n| Montag | Rathaus |\n\nDanach.\n',
    ],
    [
      'a line below a table',
      '| A | B |\n| - | - |\n| 1 | 2 |\nDanach.\n',
      '| A | B |\n| - | - |\n| 1 | 2 |\n\nDanach.\n',
    ],
    [
      'a note in the sentence',
      'Eins^[Erste].\n\nZwei^[Zweite].\n',
      'Eins[^1].\n\nZwei[^2].\n\n[^1]: Erste\n\n[^2]: Zweite\n',
    ],
    [
      'notes by hand',
      'Eins [1] und zwei [2].\n\n[1] Erste.\n[2] Zweite.\n',
      'Eins[^1] und zwei[^2].\n\n[^1]: Erste.\n\n[^2]: Zweite.\n',
    ],
    [
      'a programme',
      '9.00 Uhr Beginn\n9.30 Uhr Rundgang\n10.00 Uhr Ende\n',
      '9.00 Uhr Beginn\\\n9.30 Uhr Rundgang\\\n10.00 Uhr Ende\n',
    ],
    ['a line below a sentence', 'Ein Satz.\n---\nNoch einer.\n', 'Ein Satz.\n\n---\nNoch einer.\n'],
    ['text beside a comment', '<!-- Notiz --> Der Rat tagt.\n', '<!-- Notiz -->\n\nDer Rat tagt.\n'],
    [
      'HTML that Markdown has a sign for',
      'Das <b>neue</b> Haus, <em>sehr</em> groß.\n',
      'Das **neue** Haus, *sehr* groß.\n',
    ],
    ['line ends of HTML', 'Eins<br>\nzwei<br/>drei\n', 'Eins\\\nzwei\\\ndrei\n'],
    [
      'HTML within a word not',
      'Das <b>Rat</b>haus <b> und </b> <b>so\nweiter</b>.\n',
      'Das <b>Rat</b>haus <b> und </b> <b>so\nweiter</b>.\n',
    ],
    ['a sum', '+ 5 % mehr\n', '\\+ 5 % mehr\n'],
    ['an arrow', '>> Weiter\n', '\\>\\> Weiter\n'],
  ])('%s', (_, text, expected) => {
    expect(mended(text)).toBe(expected);
  });
});

describe('whatever stands in a text', () => {
  const mendOnce = (text: string) =>
    mendedText(
      text,
      checkBody(readMarkdown(text), text).map(({ line, finding }) => ({ file: article, line, ...finding })),
    );
  /** Letters without their order: a note moves to the end. */
  const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).sort().join('');

  it('mending comes to an end, and loses no letter', () => {
    fc.assert(
      fc.property(hostileText, (markdown) => {
        let text = markdown;
        let done = 0;
        for (let next = mendOnce(text); next.mended.length > 0 && done < 20; next = mendOnce(text)) {
          text = next.text;
          done += 1;
        }
        expect(done, text).toBeLessThan(20);
        expect(letters(text)).toBe(letters(markdown));
      }),
      { numRuns: 1000, examples: [['1) <!--\n1. 9.30\n']] },
    );
  });
});
