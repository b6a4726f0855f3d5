import { describe, expect, it } from 'vitest';
import { openHunspell } from '../../src/reader/hunspell.ts';
import { parseMarkdown } from '../../src/text/parse.ts';
import { checkSpelling, spelledWords } from '../../src/text/style/spelling.ts';

const words = (text: string) => spelledWords(parseMarkdown(text)).map(({ word, line }) => `${line} ${word}`);

describe('words that are looked up', () => {
  it('are those of the text with their lines, without signs around them', () => {
    expect(words('## Neue Zeiten\n\nDas „Bürgerbüro“ (seit\n2026) öffnet.\n\n| Tag |\n| - |\n| Montag |\n')).toEqual([
      '1 Neue',
      '1 Zeiten',
      '3 Das',
      '3 Bürgerbüro',
      '3 seit',
      '4 öffnet',
      '6 Tag',
      '8 Montag',
    ]);
  });

  it('are none of addresses, code, abbreviations, other languages, forms for all genders and halves of words', () => {
    const text =
      'www.musterstadt.example `npm run` erika@stadt.example OZG-Leistung <span lang="en">early bird</span> Kolleg*innen Bürger:innen Schul- und Sportamt Abs. 3 H2O';
    expect(words(text)).toEqual(['1 Leistung', '1 und', '1 Sportamt']);
  });
});

it('a word is told once, with what it may have been, unless the house knows it', () => {
  const found: string[] = [];
  const misspelt = new Map([
    ['Bürgebüro', ['Bürgerbüro']],
    ['Musterstadts', []],
    ['Kurrende', []],
  ]);
  const text = 'Das Bürgebüro Musterstadts.\nDas Bürgebüro liest die Kurrende.';
  checkSpelling(
    spelledWords(parseMarkdown(text)),
    misspelt,
    ['Stadt Musterstadt', 'Kurrende'],
    (line, { found: said }) => found.push(`${line} ${said}`),
  );
  expect(found).toEqual(['1 das Wort „Bürgebüro“, das nicht im Wörterbuch steht']);
});

const speller = await openHunspell();

it.skipIf(!speller)('the Hunspell of this machine knows compounds, and proposes what was meant', async () => {
  const found = await speller?.([
    'Verwaltungsdigitalisierung',
    'Bürgebüro',
    'Straßenverkehrsamt',
    '!',
    '*Haus',
    'Qrxzt',
    'Bürgebüro',
  ]);
  expect(found?.get('Bürgebüro')?.[0]).toBe('Bürgerbüro');
  expect([...(found?.keys() ?? [])].filter((word) => /^\p{L}+$/u.test(word))).toEqual(['Bürgebüro', 'Qrxzt']);
});
