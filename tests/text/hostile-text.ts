/** Texts out of what editors type and paste, put together by chance. */
import { fc } from '../properties.ts';

/** Letters and digits in the order in which they are written or read. */
export const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

export const word = fc.constantFrom(
  'Amt',
  'Rat',
  'Kolleg',
  'innen',
  'Mai',
  'Oktober',
  'Uhr',
  'Montag',
  'x',
  'ß',
  'Grad',
);
export const number = fc.constantFrom('1', '2', '3', '24', '31', '05', '2026', '9.30', '1.000', '1990');
const sign = fc.constantFrom(
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```',
    '\\',
    '\\\\',
    '/',
    '|',
    '#',
    '##',
    '+',
    '-',
    '--',
    '---',
  ],
  ...[
    '>',
    '>>',
    '<',
    '=',
    '===',
    '^',
    '!',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '](',
    ':',
    '.',
    ',',
    ')',
    '"',
    '„',
    '“',
    '%',
    '°',
  ],
  ...['<!--', '-->', '\u00a0', '•', '–', '\t', '\v', '{', '}', '@', '$', '§', '€'],
);
const start = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '3. ',
    '31. ',
    '1. ',
    '2. ',
    '1) ',
    '05. ',
    '- ',
    '* ',
    '+ ',
    '> ',
    '>> ',
    '# ',
    '## ',
    '##',
    '    ',
    '\t',
  ],
  ...['-', '• ', '– ', '1.', '| ', '--- ', '| --- |', '===', '[^1]: ', '[x]: ', '```', '~~~', '***', '- 3. ', '> 5 '],
);
const piece = fc.oneof(word, word, number, sign, fc.constant(' '), fc.constant(' '));
const line = fc.tuple(start, fc.array(piece, { maxLength: 9 })).map(([mark, pieces]) => mark + pieces.join(''));
/** One to six lines that begin and go on with any signs. */
export const hostileText = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.flat().join(''));
