import { expect, test } from 'vitest';
import { typeset } from '../../src/text/typography.ts';

/** In the examples ~ stands for a no-break space. */
const withSpaces = (example: string) => example.replaceAll('~', '\u00A0');

const staysTheSame: Record<string, string[]> = {
  'right quotes': [
    '„Ja“, sagte er, „gern!“',
    '„Er sagte ‚Ja‘ dazu“',
    '„Und dann~–“, sagte er',
    '„Hans’ Büro“ und ‚Hans’ Büro‘',
    '»Ja«, sagte er, »gern ›jetzt‹«',
    '(„Ja“)',
    '„KDO“s Verfahren',
  ],
  'quotes in doubt': [
    'nur " eine',
    'das "eine Ende',
    'das andere" Ende',
    '"Ja\n\nNein"',
    '"so "oder so',
    `'ich' hab' gesagt'`,
  ],
  'marks after digits': ['24" und 27"', `5'10"`, `53° 8' 24" Nord`, `6' hoch`],
  'apostrophes in doubt': ["Rock 'n' Roll", `ich hab' keins`, 'Rock ’n’ Roll'],
  hyphens: [
    'der Schulungs- und Umstellungsaufwand',
    'Haupt- und -dienst',
    'KDO-Team',
    '- Punkt eins\n- Punkt zwei',
    '  - Punkt eins',
    '– Punkt eins\n– Punkt zwei',
    'Amt --force',
    'Amt --- Amt',
    'bei –5~°C',
    'bei - 5~°C',
    'eins — zwei',
    '5 - 3 = 2',
  ],
  'numbers that are no range': [
    'Tel. 0441-9714',
    'Tel. 0441 - 9714',
    'Tel. 0441 9714-0',
    'Telefon: 2024-2026',
    '+49 441 2024-2026',
    '(0441) 2024-2026',
    'am 2025-08-14',
    'Woche 2025-33',
    '26122-26135 Oldenburg',
    'Version 10-12',
    'Version 2.1-2.3',
    'AZ 2-3-4',
    'Az. 2024-2026',
    'Nr.~2024-2026',
    'CVE-2024-2026',
    'ISBN 978-3-16-148410-0',
    '2026-2024',
    'DIN 1990-1995',
    'Plan_2024-2026.pdf',
    '2024-2026.pdf',
    'https://kdo.de/2024-2026/10-12%',
    "www.kdo.de/z.B./it's...5%",
    "o'neill-10...12@kdo.de",
    'Das Spiel endete 3-2',
    '10–12~Uhr, 2024–2026',
  ],
  dots: ['..', '....', '../bilder', '.../bilder', 'C:\\Temp\\...', '…'],
  abbreviations: ['z.~B.', 'z.\u202FB.', 'usw.', 'bzw.', 'z.B', 'xz.B.', 'u.a.de', 'Satz. Beginn'],
  references: ['Paragraf § und Absatz', 'S. Meier', 'der Nr. eins', 'lit. und mehr', 'GAbs. 5'],
  'units that are part of a word': ['10%ig', '10%-Marke', '5€-Schein', '20GB', '%20', '7 Gründe', '3 Uhren', '4 kmh'],
  'other words': ['KWK 33', 'Dr. und Prof. sagen', '12. Augustiner', '33. KWK'],
  spaces: ['ein~~Wort', 'ein\u202FWort', '  eingerückt', 'Ende  \nAnfang', 'Zeile\nZeile'],
};

for (const [rule, examples] of Object.entries(staysTheSame)) {
  test.each(examples)(`${rule}: %j stays`, (text) => {
    expect(typeset(withSpaces(text))).toBe(withSpaces(text));
  });
}
