import { describe, expect, test } from 'vitest';
import { fc } from '../properties.ts';
import { bodyOf, imported } from './imported.ts';
import { newsletter, seedNewsletter, wordsOf } from './newsletter.ts';
import { plainTextOf } from './plain-words.ts';
import { inWindows1252 } from './word-page.ts';

describe('a newsletter whose lines are its paragraphs', () => {
  const article = () => imported('newsletter.txt', newsletter);

  test('has its title, the lead of the issue, its sections, and every quotation where it stood', async () => {
    const { title, body, issue, problems } = await article();
    const lines = newsletter.split('\n');
    expect(title).toBe(lines[2]);
    expect(issue).toEqual({ key: '2026-kw18', lead: lines[0] });
    expect(body).toBe(`${lines[3]}\n\n## Gut vorbereitet\n\n${lines[5]}\n\n## Was im Rathaus bleibt\n\n${lines[7]}\n`);
    expect(problems).toEqual([]);
  });

  test('has the picture of its footer line as one that is not there', async () => {
    const { frontMatter, notes } = await article();
    expect(frontMatter.image).toEqual({
      withheld: 'Das Bild war in der eingelesenen Datei nicht enthalten.',
      credit: 'Bildarchiv/nordwind',
    });
    expect(frontMatter.people).toEqual([
      { name: 'Erika Mustermann', function: 'Leiterin des Sozialamts in Musterstadt' },
    ]);
    expect(notes.recognised).toContain('Schlusszeile: „Bild ©Bildarchiv/nordwind Impressum Ausgabe 18. KW 2026“');
  });

  test('is a case study of a municipality that the house knows and that speaks in it', async () => {
    const terms = {
      topics: [],
      municipalities: [
        { name: 'Stadt Anderswo', slug: 'anderswo' },
        { name: 'Stadt Musterstadt', slug: 'musterstadt' },
      ],
      software: [{ name: 'Wohngeldverfahren', slug: 'wohngeld' }],
    };
    const { frontMatter } = await imported('newsletter.txt', newsletter, { terms });
    expect(frontMatter).toMatchObject({ kind: 'case-study', municipality: 'musterstadt', software: ['wohngeld'] });
  });
});

test.skipIf(!seedNewsletter)('the newsletter in SEED_NEWSLETTER comes word by word, in its order', async () => {
  const text = seedNewsletter ?? '';
  const { title, body, issue, frontMatter, problems } = await imported('newsletter.txt', text);
  const footer = `Bild ©${frontMatter.image?.credit} Impressum Ausgabe ${Number(issue.key?.slice(7))}. KW ${issue.key?.slice(0, 4)}`;
  expect(wordsOf([issue.lead, title, plainTextOf(body), footer].join(' '))).toEqual(wordsOf(text));
  expect(body.match(/^## /gm)).toHaveLength(4);
  expect(problems).toEqual([]);
});

/** Whether a problem is the reader's question what is meant by a mark of other programs, such as `:smile:`, that stands in the text. */
function asksOnlyAbout(lines: readonly string[], problem: string): boolean {
  const [, mark] = /^\d+ (?:emojiName|foreignMark): [^„]*„(.*)“/s.exec(problem) ?? [];
  return mark !== undefined && lines.some((line) => line.includes(mark));
}

describe('plain text', () => {
  test('in UTF-16 or Windows-1252, with and without a mark, keeps its signs', async () => {
    const text = 'Der Eintritt kostet 5 €, „ermäßigt“ – für Schüler – 3 €.';
    const utf16 = Buffer.from(text, 'utf16le');
    for (const bytes of [
      utf16,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      inWindows1252(text),
      Buffer.from(`\uFEFF${text}`),
    ]) {
      expect(await bodyOf('a.txt', bytes)).toBe(`${text}\n`);
    }
  });

  test('from a spreadsheet is a table', async () => {
    expect(await bodyOf('a.txt', 'Zeiten im Überblick:\n\nTag\tZeit\nMo\t8–12\nDi\t\n')).toBe(
      'Zeiten im Überblick:\n\n| Tag | Zeit |\n| - | - |\n| Mo | 8–12 |\n| Di | |\n',
    );
  });

  test('with words in quotation marks and a name below them has a voice', async () => {
    const text =
      'Der Umzug ist geschafft, und alle sind zufrieden damit.\n\n„Wir haben jetzt Platz.“\n– Dr. Max von Muster (Leiter des Amtes)\n\n„Endlich!“\n\n— Jo Bei-Spiel\n';
    const { body, frontMatter, problems } = await imported('a.txt', text);
    expect(body).toBe(
      'Der Umzug ist geschafft, und alle sind zufrieden damit.\n\n> „Wir haben jetzt Platz.“\n> – Dr. Max von Muster, Leiter des Amtes\n\n> „Endlich!“\n> – Jo Bei-Spiel\n',
    );
    expect(frontMatter.people).toEqual([
      { name: 'Dr. Max von Muster', function: 'Leiter des Amtes' },
      { name: 'Jo Bei-Spiel' },
    ]);
    expect(problems).toEqual([]);
  });

  test('with an address has its lines', async () => {
    expect(await bodyOf('a.txt', 'Sie finden uns hier:\n\nRathaus\nMarkt 1\n12345 Musterbach\n')).toBe(
      'Sie finden uns hier:\n\nRathaus\\\nMarkt 1\\\n12345 Musterbach\n',
    );
  });

  test('has no headings where a line stands between two lists, or names place and day', async () => {
    const text =
      'Musterbach, 4. August 2025\n\nDer Saal im Rathaus ist wieder offen, und alle können kommen, auch am Sonntag.\n\n1. Öffnen\n2. Gehen\n\nDazwischen\n\n3. Warten\n4. Schließen\n';
    expect(await bodyOf('a.txt', text)).toBe(text);
  });

  test('has the short line that it begins with as its title, above a short paragraph too', async () => {
    const { title, body, notes } = await imported('a.txt', 'Der Saal ist wieder offen\n\nAlle können kommen.\n');
    expect([title, body]).toEqual(['Der Saal ist wieder offen', 'Alle können kommen.\n']);
    expect(notes.recognised).toContain('Titel: „Der Saal ist wieder offen“');
    for (const text of ['Liebe Leute\n\nAlle können kommen.\n', 'Rathaus\n\nMarkt 1\n'])
      expect(await bodyOf('a.txt', text)).toBe(text);
  });

  test('loses the greeting and the name below it, and says so', async () => {
    const text = 'Der Saal ist offen\n\nAlle können kommen.\n\nMit freundlichen Grüßen\n\nErika Mustermann\n';
    const { body, notes } = await imported('a.txt', text);
    expect(body).toBe('Alle können kommen.\n');
    expect(notes.dropped).toEqual(['Gruß und Signatur: „Mit freundlichen Grüßen / Erika Mustermann“']);
  });

  test('without a title gets the name of its file, or is told to have none', async () => {
    const named = await imported('neues-vom-saal.txt', 'Der Saal ist offen.');
    expect(named.title).toBe('neues-vom-saal');
    const pasted = await imported('-', 'Der Saal ist offen.');
    expect(pasted.notes.leftToDo).toContain(
      'Im Text steht kein Titel. Tragen Sie ihn ein, oder nennen Sie ihn mit --title.',
    );
    expect((await imported('-', 'Der Saal ist offen.', { title: 'Der  Saal' })).title).toBe('Der Saal');
  });

  test('whatever it says, every word comes, in its order, and the reader finds no fault in the Markdown', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Amt',
        'für',
        '*',
        '_x_',
        '#',
        '1.',
        '2)',
        '-',
        '–',
        '+',
        '>',
        '<b>',
        '[x]',
        '(y)',
        '`',
        '~',
        '|',
        '\\',
        '!',
        ':',
        '§',
        '3.',
        'Oktober',
        '„Ja“',
        'Kolleg*innen',
        'a_b',
        'http://',
        '::',
        '^',
        '$',
        '==',
        '---',
        '\u00AD',
        '\u200B',
      ),
      // What the reader rightly asks about, since it would be seen or is meant otherwise: two stars, tildes or carets in a
      // word, a lost letter, a note that is not there, a name in braces.
      fc.string({ minLength: 1, maxLength: 6 }).map((signs) =>
        signs
          .replace(/([*~^])(?=.*\1)/g, '')
          .replaceAll('[^', '[')
          .replaceAll('?', '!')
          .replaceAll('{', '('),
      ),
    );
    const line = fc
      .array(word, { minLength: 1, maxLength: 9 })
      .map(
        (words) => `Anfang ${words.join(' ')} und das war der ganze Satz, der hier zu lesen steht, bis an sein Ende.`,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const { body, problems } = await imported('a.txt', lines.join('\n\n'));
        const words = (text: string) =>
          text
            .normalize('NFC')
            .match(/[\p{L}\p{N}]+/gu)
            ?.join(' ');
        const visible = lines.join(' ').replace(/[\p{Cf}\p{Cs}\p{Co}]|(?!\s)\p{Cc}/gu, '');
        expect(words(plainTextOf(body))).toBe(words(visible));
        expect(problems.filter((problem) => !asksOnlyAbout(lines, problem))).toEqual([]);
      }),
      {
        numRuns: 300,
        examples: [[['Anfang :a_a: und das war der ganze Satz, der hier zu lesen steht, bis an sein Ende.']]],
      },
    );
  });
});
