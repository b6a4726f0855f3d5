import { expect, test } from 'vitest';
import { typeset, typographicEdits } from '../../src/text/typography.ts';

/** In the examples ~ stands for a no-break space. */
const withSpaces = (example: string) => example.replaceAll('~', '\u00A0');

const changes: Record<string, [written: string, read: string][]> = {
  'straight quotes': [
    ['Er sagte "Ja".', 'Er sagte „Ja“.'],
    ['"Ja", sagte er, "gern!"', '„Ja“, sagte er, „gern!“'],
    ['("Ja")', '(„Ja“)'],
    ['Das "Online"-Verfahren', 'Das „Online“-Verfahren'],
    ['Anti-"Digital"', 'Anti-„Digital“'],
    ['"Windows 11" und "Office"', '„Windows 11“ und „Office“'],
    ['"...und dann -"', '„…und dann -“'],
    ['die Endung ".de"', 'die Endung „.de“'],
    ['„Ja", sagt er', '„Ja“, sagt er'],
    ['siehe "https://kdo.de/a-b"', 'siehe „https://kdo.de/a-b“'],
    ['"Erster Satz.\nZweiter Satz."', '„Erster Satz.\nZweiter Satz.“'],
  ],
  'English quotes': [
    ['“Ja”, sagte er', '„Ja“, sagte er'],
    ['„Ja”, sagte er', '„Ja“, sagte er'],
    ['“Ja“, sagte er', '„Ja“, sagte er'],
    ['das Wort ‘Amt’ hier', 'das Wort ‚Amt‘ hier'],
  ],
  'inner quotes': [
    [`"Er sagte 'Ja' dazu"`, '„Er sagte ‚Ja‘ dazu“'],
    ['"Das "Portal" läuft"', '„Das ‚Portal‘ läuft“'],
    ['„Das “Portal” läuft“', '„Das ‚Portal‘ läuft“'],
    [`"'Ja', sagte er"`, '„‚Ja‘, sagte er“'],
    [`"Sie rief: 'Ja!'"`, '„Sie rief: ‚Ja!‘“'],
    [`der Begriff 'Amt'`, 'der Begriff ‚Amt‘'],
  ],
  apostrophes: [
    [`So geht's`, 'So geht’s'],
    [`Andrea's Büro`, 'Andrea’s Büro'],
    [`die '90er`, 'die ’90er'],
    ['die ‘90er', 'die ’90er'],
    [`Sommer '89`, 'Sommer ’89'],
    [`Hans' Büro`, 'Hans’ Büro'],
    [`so 'n Ding, 's ist wahr`, 'so ’n Ding, ’s ist wahr'],
    [`"Das ist's"`, '„Das ist’s“'],
    [`'Das geht's'`, '‚Das geht’s‘'],
  ],
  'inch and foot beside quotes': [
    [`ein "24"-Gerät"`, 'ein „24"-Gerät“'],
    [`"Der 24" Monitor"`, '„Der 24" Monitor“'],
  ],
  dashes: [
    ['Amt - und mehr', 'Amt~– und mehr'],
    ['Amt -- und mehr', 'Amt~– und mehr'],
    ['Amt – und mehr', 'Amt~– und mehr'],
    ['wie gesagt -\nund mehr', 'wie gesagt~–\nund mehr'],
    ['Amt -- wie gesagt --, und', 'Amt~– wie gesagt~–, und'],
    ['Amt – wie gesagt –, und', 'Amt~– wie gesagt~–, und'],
    ['„Und dann –“', '„Und dann~–“'],
    ['Ausgabe 33 - Neues', 'Ausgabe 33~– Neues'],
    ['12.08.2025 - 14.08.2025', '12.08.2025~– 14.08.2025'],
    ['1. Januar 2025 - 31. Januar 2026', '1.~Januar 2025~– 31.~Januar 2026'],
    ['10 - 12 Uhr', '10~– 12~Uhr'],
    ['Mo - Fr', 'Mo~– Fr'],
  ],
  ranges: [
    ['10-12 Uhr', '10–12~Uhr'],
    ['10:00-12:30 Uhr', '10:00–12:30~Uhr'],
    ['am 14.08.2025 10-12 Uhr', 'am 14.08.2025 10–12~Uhr'],
    ['von 2024-2026.', 'von 2024–2026.'],
    ['5-10 %', '5–10~%'],
    ['5-10%', '5–10~%'],
    ['1.000-2.500 Euro', '1.000–2.500~Euro'],
    ['2-3 Wochen', '2–3 Wochen'],
    ['12.-14. August', '12.–14.~August'],
    ['12.08.-14.08.2025', '12.08.–14.08.2025'],
    ['33.-34. KW 2025', '33.–34.~KW~2025'],
    ['S. 5-7', 'S.~5–7'],
    ['§§ 5-7', '§§~5–7'],
    ['KW 33-34', 'KW~33–34'],
  ],
  ellipses: [
    ['und so weiter ...', 'und so weiter …'],
    ['Verwalt...', 'Verwalt…'],
    ['[...]', '[…]'],
  ],
  abbreviations: [
    ['z.B. hier', 'z.~B. hier'],
    ['z. B. hier', 'z.~B. hier'],
    ['Z.B. hier', 'Z.~B. hier'],
    ['(z.B.)', '(z.~B.)'],
    ['i.d.R. und i. d. R.', 'i.~d.~R. und i.~d.~R.'],
    ['i. V.m. u.a.', 'i.~V.~m. u.~a.'],
    ['u.v.a.m.', 'u.~v.~a.~m.'],
    ['o.Ä., d.h., v.a., s.o., m.E., u.U.', 'o.~Ä., d.~h., v.~a., s.~o., m.~E., u.~U.'],
    ['Verein e.V.', 'Verein e.~V.'],
    ['300 v.Chr.', '300 v.~Chr.'],
  ],
  references: [
    ['§ 5 Abs. 2 Nr. 3 lit. a', '§~5 Abs.~2 Nr.~3 lit.~a'],
    ['§5', '§~5'],
    ['§§ 5 ff.', '§§~5 ff.'],
    ['Art. 6, S. 12, Kap. 3', 'Art.~6, S.~12, Kap.~3'],
  ],
  'numbers with units': [
    ['10 %', '10~%'],
    ['10% mehr', '10~% mehr'],
    ['5 €', '5~€'],
    ['20,50€.', '20,50~€.'],
    ['20.000 Euro', '20.000~Euro'],
    ['3 Mio. Euro', '3~Mio.~Euro'],
    ['20 GB, 5 MB, 3 kB, 2 TB, 8 km', '20~GB, 5~MB, 3~kB, 2~TB, 8~km'],
    ['30°C und 30 °C', '30~°C und 30~°C'],
  ],
  'weeks, days, times, titles': [
    ['Ausgabe 33. KW 2025', 'Ausgabe 33.~KW~2025'],
    ['KW 33', 'KW~33'],
    ['12. August 2025', '12.~August 2025'],
    ['14:30 Uhr', '14:30~Uhr'],
    ['Prof. Dr. Meier', 'Prof.~Dr.~Meier'],
    ['Dr.-Ing. Meier', 'Dr.-Ing.~Meier'],
    ['Dr. med. Meier', 'Dr.~med. Meier'],
  ],
  'spaces and letters': [
    ['ein  Wort   mehr', 'ein Wort mehr'],
    ['fu\u0308r A\u030Amt', 'für Åmt'],
  ],
};

for (const [rule, examples] of Object.entries(changes)) {
  test.each(examples)(`${rule}: %j becomes %s`, (written, read) => {
    expect(typeset(withSpaces(written))).toBe(withSpaces(read));
  });
}

test('a paragraph of the newsletter', () => {
  const written =
    '"Im Sommer liegt auf jedem Tisch doppelt so viel - und trotzdem bleibt Zeit für ein ' +
    'Gespräch", sagt Dr. Meier. Seit der 33. KW 2025 gilt das z.B. für 10% der Fälle ...';
  const read =
    '„Im Sommer liegt auf jedem Tisch doppelt so viel~– und trotzdem bleibt Zeit für ein ' +
    'Gespräch“, sagt Dr.~Meier. Seit der 33.~KW~2025 gilt das z.~B. für 10~% der Fälle …';
  expect(typeset(written)).toBe(withSpaces(read));
});

test('edits name only what changes', () => {
  expect(typographicEdits('"z.B." - 10%')).toEqual([
    { at: 0, remove: 1, insert: '„' },
    { at: 3, remove: 0, insert: '\u00A0' },
    { at: 5, remove: 1, insert: '“' },
    { at: 6, remove: 1, insert: '\u00A0' },
    { at: 7, remove: 1, insert: '–' },
    { at: 11, remove: 0, insert: '\u00A0' },
  ]);
  expect(typographicEdits('„z.\u00A0B.“')).toEqual([]);
});
