/** Inputs that were once published changed or as raw signs: what is told, and what every output holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mendedText } from '../../src/reader/mended-text.ts';
import { article, type Files, issueFolder, problems } from '../reader/sample-content.ts';
import { type Outputs, outputsOf } from './outputs.ts';

const caseText = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'cases', `${name}.md`), 'utf8');
const inCase = (text: string): Files => ({ [article]: text });

const told = (text: string) => problems(inCase(text)).map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);

/** The text after `check --fix`, as often as that finds something. */
function mended(text: string): string {
  const next = mendedText(
    text,
    problems(inCase(text)).filter(({ file }) => file === article),
  );
  return next.mended.length === 0 ? text : mended(next.text);
}

/** That every output holds the passages, and none of the others. */
function expectWords({ words }: Outputs, passages: readonly string[], never: readonly (string | RegExp)[] = []): void {
  for (const [output, text] of Object.entries(words)) {
    for (const passage of passages) expect(text, output).toContain(passage);
    for (const passage of never) expect(text, output).not.toMatch(passage);
  }
}

describe('dates-as-list: never another number than the one that was written', () => {
  const dates = [
    '3. Oktober: Tag der Deutschen Einheit\n31. Oktober: Reformationstag\n24. Dezember: Heiligabend',
    '17. Juni 2026: Sitzung.',
    '24. Juni 2026: Sitzung.',
    '17. 05. 2026 Sitzung',
  ];
  const others = [/\b[45]\. (?:Oktober|Dezember)/, '18. Juni', '2. 05.'];

  it('the lines below each other are told', () => {
    expect(told(caseText('dates-as-list'))).toEqual(['10 warning linesAsText']);
  });

  it('every output has the dates, each in its line', async () => {
    const outputs = await outputsOf(inCase(caseText('dates-as-list')));
    expectWords(outputs, dates, others);
    for (const html of Object.values(outputs.html)) expect(html).not.toMatch(/<[ou]l/);
    for (const [output, text] of Object.entries(outputs.words)) {
      expect(text.replace(/\s+/g, ' '), output).toContain('Die Satzung tritt am 1. Januar 2027 in Kraft.');
    }
  });

  it('--fix writes it so that every program shows the same', async () => {
    const text = mended(caseText('dates-as-list'));
    expect(text).toContain(
      '\n3\\. Oktober: Tag der Deutschen Einheit\\\n31\\. Oktober: Reformationstag\\\n24\\. Dezember: Heiligabend\n',
    );
    expect(told(text)).toEqual([]);
    expectWords(await outputsOf(inCase(text)), dates, others);
  });

  it('numbers that do not go on are refused in a list, and mended', async () => {
    const text = caseText('dates-as-list').replace(/^3\. Oktober.*$/m, '90. Geburtstag: Erika');
    expect(told(text)).toEqual(['10 error numbersDiffer']);
    expectWords(await outputsOf(inCase(mended(text))), ['90. Geburtstag: Erika\n31. Oktober: Reformationstag']);
  });
});

describe('gender-star: a star between two letters or digits is text', () => {
  it('in texts, headings with their ids, tables and titles of every output', async () => {
    expect(told(caseText('gender-star'))).toEqual([]);
    const outputs = await outputsOf(inCase(caseText('gender-star')));
    expectWords(outputs, [
      'Kolleg*innen und Bürger*innen sind willkommen.',
      'Für Kolleg*innen und Bürger*innen',
      'Ärzt*innen und Pfleger*innen',
      'Ein Raster von 3*4*5 Metern.',
    ]);
    for (const html of [...Object.values(outputs.html), outputs.mailHtml]) expect(html).not.toContain('<em>');
    expect(outputs.html.page).toContain('<h2 id="für-kolleginnen-und-bürgerinnen">');
    for (const output of [outputs.words.mail, outputs.words.text]) expect(output).toContain('\nKolleg*innen\n');
  });
});

describe('marks-not-recognised: each is told at its line, and mended where there is one answer', () => {
  it('told', () => {
    expect(told(caseText('marks-not-recognised'))).toEqual([
      '8 error headingGlued',
      '10 warning spaceAfterMark',
      '12 error listGlued',
      '13 error listGlued',
      '15 warning spaceAfterMark',
      '16 warning spaceAfterMark',
      '18 error listSign',
      '19 error listSign',
      '21 error listGlued',
      '22 error listGlued',
      ...Array(4).fill('24 error linkSpaces'),
      '26 error tableLineMissing',
      '31 error taskBox',
      '33 error footnoteInline',
    ]);
  });

  it('mended', async () => {
    const text = mended(caseText('marks-not-recognised'));
    expect(told(text)).toEqual([
      '24 error pictureNotAlone',
      '24 error pictureWithoutRecord',
      '24 error linkedFileMissing',
    ]);
    const own = text.replace(/^Siehe .*$/m, (line) => line.replace(/\[Zeitplan\].*\), (?=\[Frage\])/, ''));
    const outputs = await outputsOf(inCase(own));
    expectWords(
      outputs,
      [
        'Überschrift mit geschütztem Leerzeichen',
        'Punkt eins',
        'Punkt sechs',
        'Frage',
        'Anruf',
        '☐ offen',
        'Fußnote hier',
      ],
      ['##', '•', /-Punkt/, /\[ \]/, /\^\[/, /\| 1/],
    );
    expect(outputs.html.page).toContain('href="mailto:a@kurrende.example?subject=Frage%20zu"');
    expect(outputs.html.page).toContain('href="tel:+4944197140"');
    expect(outputs.html.page).toContain('<th scope="col">A</th>');
    expect(outputs.html.page.match(/<li>/g)?.length).toBe(9);
  });

  it('deleted text is shown as such', async () => {
    const outputs = await outputsOf(inCase(caseText('gender-star').replace('3*4*5', '~~3~~ 4 (10~12 Uhr)')));
    for (const html of [...Object.values(outputs.html), outputs.mailHtml])
      expect(html).toMatch(/<del>3<\/del> 4 \(10~12\sUhr\)/);
    expect(outputs.words.text.replace(/\s+/g, ' ')).toContain('Ein Raster von [gestrichen: 3] 4 (10~12 Uhr) Metern.');
  });
});

describe('marks-not-meant: told, or taken as the text that it is', () => {
  it('in every output', async () => {
    expect(told(caseText('marks-not-meant'))).toEqual(['13 warning underlined', '17 warning dashInSentence']);
    const outputs = await outputsOf(inCase(caseText('marks-not-meant')));
    expectWords(
      outputs,
      [
        'Eingerückter Absatz, wie er aus Word kommt, ein ganzer Satz.',
        '\\\\srv01\\vorlagen\\_neu\\brief.docx',
        'Ein letzter Satz vor dem Strich.\n',
      ],
      [/^ {4}Eingerückter/m],
    );
    for (const [output, text] of Object.entries(outputs.words)) {
      expect(text.replace(/\s+/g, ' '), output).toContain('Das Bürgerbüro ist von Montag – Freitag geöffnet.');
    }
    for (const html of Object.values(outputs.html)) expect(html).not.toMatch(/<(?:pre|code|h\d|ul)/);
  });
});

describe('word-paste: told as what it is', () => {
  it('with its place, the number of its lines and two ways out', () => {
    const [found, ...others] = problems(inCase(caseText('word-paste'))).filter(({ rule }) => rule !== 'releaseMissing');
    expect(found).toMatchObject({ file: article, line: 8, severity: 'error', rule: 'pastedFromWord' });
    expect(found?.found).toContain('von hier an 19 Zeilen');
    expect(found?.advice).toMatch(/npm run import.*Leerzeilen/s);
    expect(others).toEqual([]);
  });
});

describe('one-line-fields: told like in the text', () => {
  it('each sign at its field, and mended where there is one answer', () => {
    const text = caseText('one-line-fields');
    expect(told(text)).toEqual([
      '3 warning fieldMark',
      '3 warning fieldEntity',
      '5 warning fieldMark',
      '5 warning fieldMark',
      '5 warning fieldHtml',
      '5 warning fieldEntity',
    ]);
    expect(mended(text)).toContain('title: "Das neue Rathaus & mehr"\n');
    expect(mended(text)).toContain('summary: "Mit fett, [Link](https://a.example) und <b>HTML</b> & mehr."\n');
  });
});

describe('invisible-characters: cleaned', () => {
  it('in links and words, and a vertical tabulator is a line break', async () => {
    expect(told(caseText('invisible-characters'))).toEqual([]);
    const outputs = await outputsOf(inCase(caseText('invisible-characters')));
    expectWords(outputs, ['Bürgerbüro', 'Zeile eins\nZeile zwei (Umbruch aus PowerPoint).']);
    for (const html of Object.values(outputs.html)) {
      expect(html.match(/href="[^"]*beispiel[^"]*"/g)).toEqual(
        Array(2).fill('href="https://www.beispiel.example/satzung"'),
      );
    }
    expect(outputs.words.text).toMatch(/^\[1\] https:\/\/www\.beispiel\.example\/satzung$/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    for (const text of Object.values(outputs.words)) expect(text).not.toMatch(/[\u200b\u000b]/);
  });
});

describe('windows-1252: read as what it was, or told', () => {
  it('controls are the signs of Windows, mojibake is told and mended', async () => {
    const text = caseText('windows-1252');
    expect(told(text)).toEqual(['10 error mojibake']);
    expect(mended(text)).toContain('\nBürgerbüro größer.\n');
    expectWords(
      await outputsOf(inCase(mended(text))),
      ['„Zitat“ – ein Strich, € 5.', 'Bürgerbüro größer.'],
      [/[\u0080-\u009f]/, 'Ã'],
    );
  });
});

describe('yaml-anchor: told, as stars and exclamation marks are', () => {
  it('at its line', () => {
    expect(told(caseText('yaml-anchor'))).toEqual(['3 error yamlBroken']);
  });
});

it('every case is an article of the sample issue', () => {
  expect(article.startsWith(`${issueFolder}/`)).toBe(true);
});
