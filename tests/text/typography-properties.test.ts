import { describe, expect, test } from 'vitest';
import { typeset, typographicEdits } from '../../src/text/typography.ts';
import { growth, linear } from '../growth.ts';
import { fc } from '../properties.ts';
import { sized } from '../sized.ts';

const fragments = [
  ...['Amt', 'geht', 'Hans', 's', 'n', 'a', 'Dr.', 'Müller', 'Uhr', 'KW', 'GB', 'Mio.', 'Euro', 'August', 'Tel.'],
  ...['"', '"', '"', "'", "'", "'", '„', '“', '”', '‚', '‘', '’', '«', '»', '-', '--', '–', '—', '...', '…', '.', ','],
  ...['!', ':', '(', ')', '/', ' ', ' ', ' ', ' ', '  ', '\u00A0', '\u202F', '\n', '\n\n', '10', '5', '2024', '2026'],
  ...['0441', '33.', '90er', '89', '%', '€', '°C', '§', '§§', 'Abs.', 'S.', 'lit.', 'z.B.', 'z. B.', 'z.', 'i.d.R.'],
  ...['u\u0308', 'A\u030A', '\u212A', '\u037E', 'https://kdo.de/', '@', '.pdf', '\uFFFC', '😀'],
];
const germanText = fc.array(fc.constantFrom(...fragments), { maxLength: 16 }).map((parts) => parts.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** What no correction may change: all but the form of quotes, dashes and ellipses, and spaces within a line. */
function withoutTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["„“”'‚‘’]/g, '"')
    .replaceAll('…', '...')
    .replace(/--|–/g, '-')
    .replace(/[ \u00A0\u202F]/g, '')
    .normalize('NFC');
}

describe.each([
  ['German text', germanText],
  ['any text', anyText],
])('for %s', (_, texts) => {
  const numRuns = sized({ ci: 3000, home: 300 });

  test('a second time changes nothing', () => {
    const property = fc.property(texts, (text) => {
      expect(typeset(typeset(text))).toBe(typeset(text));
    });
    fc.assert(property, { numRuns });
  });

  test('nothing is lost', () => {
    const property = fc.property(texts, (text) => {
      expect(withoutTypography(typeset(text))).toBe(withoutTypography(text));
    });
    fc.assert(property, { numRuns });
  });

  test('edits are in order, apart and within the text', () => {
    const property = fc.property(texts, (text) => {
      let end = 0;
      for (const { at, remove, insert } of typographicEdits(text)) {
        expect(at).toBeGreaterThanOrEqual(end);
        expect(text.slice(at, at + remove)).not.toBe(insert);
        end = at + remove;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    });
    fc.assert(property, { numRuns });
  });
});

test.each([
  ...[
    '"',
    "'",
    "a'",
    '"a',
    'a"',
    '"1" ',
    ' ',
    '\n ',
    '.',
    '-',
    'a - ',
    '1',
    '111.',
    '10-12 ',
    '12:30 - ',
    'z.',
    'i. d. ',
  ],
  ...[
    '§',
    'Dr. ',
    '@',
    'a@.',
    '.pdf',
    'u\u0308',
    '\u0308',
    '\u1161',
    '\u00A0',
    'S. 1-',
    '„a “',
    '.,',
    'a',
    '😀',
    '\n\n',
  ],
])('100 kB of %j take the time that their length takes', async (unit) => {
  const setText = (length: number) => {
    typeset(`${unit.repeat(length / unit.length)}x`);
  };
  expect(await growth(100_000, setText)).toBeLessThan(linear);
});
