import { describe, expect, it } from 'vitest';
import { setTitle, type TextBox } from '../../src/images/title-lines.ts';

/** As if every character were half as wide as it is high. */
const measure = (text: string, size: number) => text.length * size * 0.5;
const frame: TextBox = { width: 200, height: 100, mostLines: 3, sizes: [40, 20], unbrokenFrom: 20, leading: 1.2 };
const set = (title: string) => setTitle(title, measure, frame);

describe('a title is set', () => {
  it.each<[string, string, number, string[]]>([
    ['large where it fits', 'Kita offen', 40, ['Kita offen']],
    ['in lines of like length', 'Neue Kita am Wald in Elsfleth', 20, ['Neue Kita am', 'Wald in Elsfleth']],
    ['smaller rather than broken at its hyphen', 'Online-Antrag', 20, ['Online-Antrag']],
    ['with its hyphen at the end of a line', 'Kommunal-Onlinezugang', 20, ['Kommunal-', 'Onlinezugang']],
    ['whole where a hyphen follows one letter', 'Der neue E-Mail-Dienst', 20, ['Der neue', 'E-Mail-Dienst']],
    ['with no-break spaces kept', 'Es gilt nach §\u00A030 Abs.\u00A02', 20, ['Es gilt nach', '§\u00A030 Abs.\u00A02']],
  ])('%s', (_, title, size, lines) => {
    expect(set(title)).toEqual({ size, lines });
  });

  it.each<[string, string, string[]]>([
    ['at a soft hyphen', 'Grundsteuer\u00ADmessbescheid', ['Grundsteuer\u00AD-', 'messbescheid']],
    ['after a linking s', 'Verwaltungsdigitalisierung', ['Verwaltungs-', 'digitalisierung']],
    ['before a syllable', 'Donaudampfschifffahrtskapitän', ['Donaudampfschiff-', 'fahrtskapitän']],
    ['anywhere without one', 'x'.repeat(25), [`${'x'.repeat(19)}-`, 'x'.repeat(6)]],
  ])('with a word that is too wide divided %s', (_, title, lines) => {
    expect(set(title).lines).toEqual(lines);
  });

  it.each<[string, string, string]>([
    [
      'at a word',
      'Bescheide und Formulare und Fragen, Sondersitzungen, Schnittstellen, Nachtschichten',
      'Fragen\u00A0…',
    ],
    ['inside of one without end', 'w'.repeat(200), `${'w'.repeat(18)}\u00A0…`],
  ])('and ends with … %s', (_, title, last) => {
    const { size, lines } = set(title);
    expect(size).toBe(20);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe(last);
    for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(frame.width);
  });

  it('without a line if there is no text', () => {
    expect(set('').lines).toEqual([]);
  });
});
