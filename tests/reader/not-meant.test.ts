import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/text/plain-text.ts';
import { inText, library, problems } from './sample-content.ts';

const rulesIn = (text: string) =>
  problems(inText(text)).map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);

/** The text of the article as the mail's text part has it. */
function shown(text: string): string {
  const [article] = library(inText(text)).articles;
  return article ? toPlainText(article.body).text.replaceAll('\u00a0', ' ') : '';
}

describe('numbers at the start of a line stay what they are', () => {
  it.each([
    ['3. Oktober: Tag der Deutschen Einheit\n31. Oktober: Reformationstag\n24. Dezember: Heiligabend'],
    ['17. Juni 2026: Sitzung.\n\n24. Juni 2026: Sitzung.'],
    ['17. 05. 2026 Sitzung'],
    ['17. Sitzung des Rates'],
    ['01. Mai 2026'],
    ['2026. Ein Jahr ist vorüber.'],
    ['3) Der dritte Punkt'],
    ['12. KW: Fenster\n14. KW: Türen'],
    ['18. 00 Uhr Beginn\n19. 30 Uhr Pause'],
    ['3. bis 5. Mai: Stadtfest\n7. und 8. Juni: Kirmes'],
    ['1. Advent: Markt\n3. Advent: Konzert'],
    ['- 3. Oktober: frei\n- 31. Oktober: auch frei'],
  ])('%s', (text) => {
    expect(shown(`${text}\n`)).toBe(text);
    expect(problems(inText(`${text}\n`)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('in the middle of a paragraph too', () => {
    expect(shown('Die Satzung tritt am\n1. Januar 2027 in Kraft.\n\n17. 05. 2026 Sitzung\n')).toBe(
      'Die Satzung tritt am 1. Januar 2027 in Kraft.\n\n17. 05. 2026 Sitzung',
    );
    expect(shown('Der Eingang ist im\n1. Stock des Hauses.\n')).toBe('Der Eingang ist im 1. Stock des Hauses.');
    expect(shown('Rathaus\\\n1. Stock\\\nMarkt 1  \n12345 Musterstadt\n')).toBe(
      'Rathaus\n1. Stock\nMarkt 1\n12345 Musterstadt',
    );
    expect(shown('Feiertage:\n1. Mai: frei\n2. Mai: auch\n')).toBe('Feiertage:\n\n1. Mai: frei\n2. Mai: auch');
  });

  it('and lists stay lists', () => {
    const steps = '1. Anmelden\n2. Auswählen\n3. Absenden\n';
    expect(shown(steps)).toBe(steps.trim());
    expect(rulesIn(steps)).toEqual([]);
    expect(rulesIn(`So geht es:\n${steps}`)).toEqual([]);
    expect(rulesIn('4. Anmelden\n5. Auswählen\n')).toEqual([]);
    expect(library(inText(steps)).articles[0]?.body.children).toMatchObject([{ type: 'list', ordered: true }]);
  });

  it('of lines below each other it is told that a list may have been meant', () => {
    expect(problems(inText('3. Oktober: frei\n31. Oktober: auch\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning linesAsText)
        Gefunden: Zeilen, die mit „3., 31.“ beginnen; sie gelten als Text, Zeile für Zeile, und nicht als Liste
        Erwartet: vor jedem Punkt einer Liste „- “
        Zu tun: Soll es eine Liste sein, setzen Sie „- “ davor. Sonst schreibt „npm run check -- --fix“ die Zeilen so, dass es jedes Programm versteht.
    `);
    expect(rulesIn('17. Juni: Sitzung.\n\n24. Juni: Sitzung.\n')).toEqual([]);
  });

  it('a list whose numbers do not follow each other is refused', () => {
    expect(problems(inText('90. Geburtstag: Erika\n85. Geburtstag: Max\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error numbersDiffer)
        Gefunden: eine Liste mit den Nummern 90., 85.; Listen zählen von der ersten Nummer an weiter
        Erwartet: fortlaufende Nummern, oder Zeilen, deren Zahl Text ist
        Zu tun: Soll die Zahl so bleiben, schreiben Sie 90\\. und am Ende jeder Zeile \\; „npm run check -- --fix“ tut es.
    `);
    expect(problems(inText('1. Anmelden\n1. Auswählen\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error numbersDiffer)
        Gefunden: eine Liste mit den Nummern 1., 1.; Listen zählen von der ersten Nummer an weiter
        Erwartet: fortlaufende Nummern, oder Zeilen, deren Zahl Text ist
        Zu tun: Nummerieren Sie fortlaufend; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('1. Anmelden\n3. Auswählen\n')).toEqual(['8 error numbersDiffer']);
    expect(rulesIn('1. Anmelden\n\n3. Auswählen\n')).toEqual(['8 warning linesAsText']);
    expect(rulesIn('24. Dezember: frei\n\n17. Sitzung des Rates\n')).toEqual([]);
  });
});

describe('a dash, a plus, a star or a greater-than sign stays what it is', () => {
  it('a dash that goes on a sentence', () => {
    const text = 'Das Bürgerbüro ist von Montag\n- Freitag geöffnet.\n';
    expect(shown(text)).toBe('Das Bürgerbüro ist von Montag – Freitag geöffnet.');
    expect(problems(inText(text))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning dashInSentence)
        Gefunden: eine Zeile mit Strich oder Rechenzeichen mitten im Absatz: „- Freitag geöffnet.“; das gilt als Text und nicht als Liste
        Erwartet: vor einer Liste eine Leerzeile oder einen Doppelpunkt
        Zu tun: Soll es eine Liste sein, setzen Sie eine Leerzeile davor. Sonst holen Sie die Zeile an das Ende der vorigen.
    `);
    expect(shown('Ein Raster von 3\n* 4 Metern\n')).toBe('Ein Raster von 3 * 4 Metern');
    expect(shown('Der Preis: 5\n+ 3 Euro Versand\n')).toBe('Der Preis: 5 + 3 Euro Versand');
    expect(shown('Offen Montag\n- Freitag und Samstag\n- Sonntag.\n')).toBe(
      'Offen Montag – Freitag und Samstag – Sonntag.',
    );
    for (const list of [
      'Wir bieten\n- Rat\n- Tat\n',
      'Dazu:\n- Montag\n',
      'Es gilt:\n- 8 Uhr\n- 9 Uhr\n',
      '- eins\n  - zwei\n',
    ]) {
      expect(rulesIn(list)).toEqual([]);
    }
  });

  it.each([
    ['+ 5 % mehr Anträge', 1],
    ['- 5 Grad am Morgen', 1],
    ['- 5 Grad am Montag\n- 3 Grad am Dienstag', 1],
    ['> 50 Mikrogramm je Kubikmeter', 1],
    ['>> Weiter zur Anmeldung', 1],
    ['Der Kurs kostet 80 Euro*.\n\n* ermäßigt 60 Euro', 0],
  ])('%s', (text, told) => {
    expect(shown(`${text}\n`)).toBe(text);
    expect(problems(inText(`${text}\n`)).map(({ severity }) => severity)).toEqual(Array(told).fill('warning'));
    const types = library(inText(`${text}\n`)).articles[0]?.body.children.map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['paragraph']));
  });

  it('is told where a mark may have been meant', () => {
    expect(problems(inText('> 50 Mikrogramm\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning quoteAsText)
        Gefunden: „> 50 Mikrogramm“; das gilt als Text und nicht als Zitat
        Erwartet: das Zeichen > nur vor einem Zitat
        Zu tun: Schreiben Sie „mehr als“ oder \\>. Pfeile schreiben Sie als → oder ». Ist es ein Zitat, beginnen Sie es mit einem Wort oder mit „.
    `);
    expect(problems(inText('+ 5 % mehr\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning linesAsText)
        Gefunden: Zeilen, die mit „+“ beginnen; sie gelten als Text, Zeile für Zeile, und nicht als Liste
        Erwartet: vor jedem Punkt einer Liste „- “
        Zu tun: Soll es eine Liste sein, setzen Sie „- “ davor. Sonst schreibt „npm run check -- --fix“ die Zeilen so, dass es jedes Programm versteht.
    `);
    expect(rulesIn('> Ein Zitat.\n\n> 2025 war ein gutes Jahr.\n\n- 5 Stühle\n- 3 Tische\n\n+ eins\n+ zwei\n')).toEqual(
      [],
    );
  });
});

describe('stars, underscores and backticks', () => {
  it.each([
    'Kolleg*innen und Bürger*innen sind willkommen.',
    'Ein Raster von 3*4*5 Metern, (a+b)*(c+d) und 10**3.',
    'Felder mit (*) sind Pflicht, (*) steht für „*“ und "*".',
    'Alle *.pdf, *.doc und *.* im Ordner.',
    'Die Datei __init__.py und der Link_mit_Strich_en.',
    'So geht`s und so war`s.',
    'Lehrer**innen und Schüler**innen',
  ])('%s', (text) => {
    expect(shown(`${text}\n`).replace(/[„“]/g, '"')).toBe(text.replace(/[„“]/g, '"'));
  });

  it('stand for emphasis where they were meant', () => {
    const body = library(inText('Das ist *sehr* **wichtig** und _neu_, `Code` auch; *Kolleg*innen* und Ein**wort**.\n'))
      .articles[0]?.body;
    const [paragraph] = body?.children ?? [];
    const types = paragraph && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
    expect(types.filter((type) => type !== 'text')).toEqual([
      'emphasis',
      'strong',
      'emphasis',
      'inlineCode',
      'emphasis',
      'strong',
    ]);
  });
});

describe('paths of Windows keep their backslashes', () => {
  it.each([
    'Die Vorlage liegt unter \\\\srv01\\vorlagen\\_neu\\brief.docx.',
    'Auf C:\\Daten\\_alt_\\*.txt und D:\\!neu',
    'Im Ordner vorlagen\\neu\\_alt\\#1',
    'Unter %APPDATA%\\_Vorlagen und ..\\_alt, file:\\\\srv01\\_neu',
  ])('%s', (text) => {
    expect(shown(`${text}\n`)).toBe(text);
    expect(rulesIn(`${text}\n`)).toEqual([]);
  });

  it('as programs escape them too', () => {
    expect(shown('\\\\\\srv01\\vorlagen\\\\\\_neu und C:\\\\Daten\\\\\\_alt\n')).toBe(
      '\\\\srv01\\vorlagen\\_neu und C:\\Daten\\_alt',
    );
  });

  it('one that could be an escape is told', () => {
    expect(problems(inText('Im Ordner vorlagen\\_neu liegt es.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error backslashLost)
        Gefunden: „vorlagen\\_neu“; der umgekehrte Schrägstrich fällt weg, weil ein Zeichen folgt, das in Markdown etwas bedeutet
        Erwartet: einen Pfad zwischen zwei Akzenten, oder das Zeichen ohne Schrägstrich
        Zu tun: Schreiben Sie \`Ordner\\_Datei\`, wenn es ein Pfad ist; sonst löschen Sie den Schrägstrich.
    `);
    expect(rulesIn('Kolleg\\*innen und 3\\. Mai\n')).toEqual([]);
  });
});

describe('indented paragraphs and lines below them', () => {
  it('are no code', () => {
    expect(shown('    Ein eingerückter Absatz, ein ganzer Satz.\n')).toBe('Ein eingerückter Absatz, ein ganzer Satz.');
    expect(rulesIn('    Ein eingerückter Absatz.\n\n\tNoch einer.\n')).toEqual([]);
  });

  it('a line of dashes below a sentence makes no heading of it', () => {
    const text = 'Ein letzter Satz vor dem Strich.\n---\nNach dem Strich.\n';
    expect(library(inText(text)).articles[0]?.body.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'thematicBreak',
      'paragraph',
    ]);
    expect(problems(inText(text))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning underlined)
        Gefunden: eine Zeile aus - unmittelbar unter „Ein letzter Satz vor dem Strich.“; sie gilt als Trennlinie
        Erwartet: vor einer Überschrift „## “; um eine Trennlinie Leerzeilen
        Zu tun: Soll es eine Überschrift sein, schreiben Sie „## “ davor und löschen die Striche; sonst setzen Sie eine Leerzeile dazwischen.
    `);
    expect(problems(inText('Überschrift\n=====\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning underlined)
        Gefunden: eine Zeile aus = unmittelbar unter „Überschrift“; sie steht auf der Seite, wie sie da ist
        Erwartet: vor einer Überschrift „## “; um eine Trennlinie Leerzeilen
        Zu tun: Soll es eine Überschrift sein, schreiben Sie „## “ davor. Löschen Sie die Zeile.
    `);
    expect(rulesIn('Ein Satz.\n\n---\n\nNoch einer.\n')).toEqual([]);
  });

  it('signs at the end of a heading belong to it', () => {
    expect(
      library(inText('## Programme in C#\n\n## Platz #\n\n## Titel ##\n')).articles[0]?.body.children,
    ).toMatchObject([
      { children: [{ value: 'Programme in C#' }] },
      { children: [{ value: 'Platz' }, { value: ' #' }] },
      { children: [{ value: 'Titel' }] },
    ]);
  });
});

describe('lines that run together', () => {
  it('of a programme', () => {
    expect(problems(inText('9.00 Uhr Begrüßung\n9.30 Uhr Rundgang\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning linesRunTogether)
        Gefunden: 2 Zeilen, die auf der Seite ineinanderlaufen; die erste ist „9.00 Uhr Begrüßung“
        Erwartet: vor jeder Zeile „- “ für eine Liste, oder \\ am Ende jeder Zeile, hinter der eine neue beginnen soll
        Zu tun: Wählen Sie eines von beiden; „npm run check -- --fix“ setzt \\ an die Enden.
    `);
    for (const text of [
      'Montag, 8 bis 12 Uhr\nDienstag, 14 bis 18 Uhr\n',
      'Mo. 8–12 Uhr\nDi. 8–16 Uhr\n',
      'Mitte.\nTelefon: 030 1\nE-Mail: a@b.example\n',
      'a) erstens\nb) zweitens\n',
      '(1) erstens\n(2) zweitens\n',
      'I. Teil\nII. Teil\n',
      'A. Teil\nB. Teil\n',
      'Tel.: 030 1\nFax: 030 2\n',
      'o Antrag\no Bescheid\n',
      '1.) Antrag\n2.) Bescheid\n',
      '§ 1 Name\n§ 2 Sitz\n',
      '**1. Mai:** frei\n**2. Mai:** auch frei\n',
      '**Wann?** Am Mittwoch\n**Wo?** Im Rathaus\n',
      'Viele Grüße\nIhre Redaktion\n',
      'Bis bald!\nMit freundlichen Grüßen\nErika Muster\n',
      'Stadt Musterstadt\nMusterstraße 1\n12345 Musterstadt\n',
    ]) {
      expect(rulesIn(text)).toEqual([expect.stringMatching(/warning linesRunTogether$/)]);
    }
    for (const text of [
      '9.00 Uhr Begrüßung\\\n9.30 Uhr Rundgang\n',
      '- 9.00 Uhr Begrüßung\n- 9.30 Uhr Rundgang\n',
      'Viele Grüße\\\nIhre Redaktion\n',
      'Viele Grüße gehen an\nalle, die geholfen haben.\n',
      '**Wichtig:** Das gilt seit Mai und\n**nicht** erst später.\n',
      'Der Rat tagt am\nMontag und am\nDienstag.\n',
      'Das Programm beginnt um\n9.00 Uhr und endet um 12 Uhr.\n',
    ]) {
      expect(rulesIn(text)).toEqual([]);
    }
  });

  it('or end at the end of a paragraph', () => {
    expect(problems(inText('Rathaus\\\nMarkt 1\\\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:9 (warning lineEndShown)
        Gefunden: ein \\ am Ende eines Absatzes; dort beginnt keine neue Zeile, und das Zeichen ist zu sehen
        Erwartet: \\ nur am Ende einer Zeile, hinter der im selben Absatz eine neue beginnen soll
        Zu tun: Löschen Sie das Zeichen; „npm run check -- --fix“ tut es.
    `);
    expect(rulesIn('Es liegt unter C:\\Daten\\\n\nEins\\\nzwei.\n')).toEqual([]);
  });

  it('with a point of a list above them', () => {
    expect(problems(inText('- Formulare\n- Termine\nSo ging es weiter\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (warning lineSwallowed)
        Gefunden: „So ging es weiter“ unmittelbar unter einem Listenpunkt; die Zeile gehört damit zu ihm
        Erwartet: eine Leerzeile hinter der Liste
        Zu tun: Setzen Sie eine Leerzeile davor. Gehört die Zeile zum Punkt, rücken Sie sie ein.
    `);
    expect(rulesIn('- Formulare in einfacher Sprache, wie sie überall üblich sind,\nDas geht.\n')).toEqual([]);
    expect(rulesIn('- Formulare\n  Und mehr dazu\n')).toEqual([]);
  });

  it('that were pasted from Word', () => {
    const text = `Weniger Wege für alle
Das Bürgerbüro einer erfundenen Stadt nimmt Anträge seit dem Frühjahr auch online an. Die Wartezeit ist kürzer geworden.
Die Stadt hat drei Dinge anders gemacht:
•\tFormulare in einfacher Sprache
–\teine Auskunft, die zurückruft
So ging die Umstellung vor sich
1.\tBestand aufnehmen
3.\tMitarbeitende schulen
Antrag\tvorher\tnachher
Meldebescheinigung\t12 Tage\t1 Tag
`;
    expect(problems(inText(text))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error pastedFromWord)
        Gefunden: Text, der aus Word eingefügt ist, von hier an 10 Zeilen ohne Leerzeilen und Auszeichnungen; er würde ein einziger Absatz
        Erwartet: Absätze zwischen Leerzeilen, Überschriften mit „## “, Listen mit „- “ oder „1. “, Tabellen mit |
        Zu tun: Zwei Wege: Speichern Sie den Text als Word-Datei und rufen Sie „npm run import -- DATEI.docx“ auf. Oder setzen Sie Leerzeilen zwischen die Absätze und die Zeichen vor Überschriften und Listenpunkte.
    `);
    expect(rulesIn(`Ein Absatz.\n\n${text}\nNoch ein Absatz.\n`)).toEqual(['10 error pastedFromWord']);
  });
});

describe('what would be taken out of the text without a word', () => {
  it('notes to oneself that do not end', () => {
    expect(problems(inText('Text.\n\n<!-- Notiz\n\nNoch mehr Text.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error commentOpen)
        Gefunden: eine Bemerkung, die mit <!-- beginnt und nicht endet
        Erwartet: --> am Ende der Bemerkung, im selben Absatz
        Zu tun: Ergänzen Sie -->. Eine Bemerkung mit Leerzeilen beginnt in einer eigenen Zeile.
    `);
    expect(rulesIn('Text <!-- eins\n\nzwei --> Text.\n')).toEqual(['8 error commentOpen']);
    expect(rulesIn('Antrag --> Bescheid\n')).toEqual([]);
  });

  it('text beside a note', () => {
    expect(problems(inText('<!-- Notiz --> Der Rat tagt.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error commentBesideText)
        Gefunden: „Der Rat tagt.“ in derselben Zeile wie eine Bemerkung am Zeilenanfang; der Text ginge verloren
        Erwartet: eine Bemerkung am Anfang einer Zeile, hinter der nichts folgt
        Zu tun: Setzen Sie den Text in eine neue Zeile.
    `);
  });

  it('code that does not end', () => {
    expect(problems(inText('~~~~~~~~\n\nText.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error codeOpen)
        Gefunden: „~~~~~~~~“ am Anfang einer Zeile: alles darunter gilt als Programmcode
        Erwartet: eine zweite solche Zeile, wo der Code endet
        Zu tun: Ergänzen Sie die Zeile. Ist kein Code gemeint, löschen Sie die Zeichen; eine Trennlinie ist ---.
    `);
    expect(rulesIn('```\nnpm start\n```\n')).toEqual([]);
  });

  it('words behind the beginning of code', () => {
    expect(problems(inText('``` So geht es\nnpm start\n```\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error codeWords)
        Gefunden: „So geht es“ hinter dem Anfang von Programmcode; das erschiene nirgends
        Erwartet: hinter \`\`\` nichts oder den Namen einer Programmiersprache
        Zu tun: Setzen Sie die Wörter in die Zeile darunter.
    `);
    expect(rulesIn('```html\n<b>\n```\n')).toEqual([]);
  });

  it('accents in the place of quotes', () => {
    expect(problems(inText('Das `so´ und das `so´ Gesagte.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error codeAsQuote)
        Gefunden: „so´ und das “ zwischen zwei Akzenten (\`); das gilt als Programmcode, und die Akzente fielen weg
        Erwartet: Anführungszeichen ("so") oder einen Apostroph (')
        Zu tun: Ersetzen Sie die Akzente durch Anführungszeichen.
    `);
  });
});

describe('lists with numbers', () => {
  it('in brackets would be shown with a stop, which is told and mended', () => {
    expect(problems(inText('1) Antrag\n2) Bescheid\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error bracketsInList)
        Gefunden: eine Liste, deren Nummern eine Klammer haben („1)“); auf der Seite und in der Mail stünde „1.“
        Erwartet: hinter der Nummer eines Listenpunkts einen Punkt
        Zu tun: Schreiben Sie „1.“; „npm run check -- --fix“ tut es. Soll die Klammer bleiben, schreiben Sie 1\\) und am Ende jeder Zeile \\.
    `);
    expect(problems(inText('1. Antrag\n2. Bescheid\n'))).toEqual([]);
    expect(problems(inText('1\\) Antrag\n'))).toEqual([]);
  });

  it('a day among the numbers is told', () => {
    expect(problems(inText('1. Oktober: Anmeldung\n2. Bitte pünktlich sein\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (warning dateInList)
        Gefunden: „1. Oktober: Anmeldung“ in einer Liste mit Nummern; die Zahl gilt als Nummer des Punktes
        Erwartet: ein Datum, das Text ist, oder einen Listenpunkt, der nicht mit einem Monat beginnt
        Zu tun: Ist es ein Datum, schreiben Sie 1\\. oder setzen „- “ vor jede Zeile der Liste.
    `);
    expect(problems(inText('1. Oktoberfest planen\n2. Zelt mieten\n'))).toEqual([]);
  });
});

describe('what only looks like a table', () => {
  const texts = (text: string) =>
    JSON.stringify(library(inText(text)).articles[0]?.body ?? {}).match(/"value":"[^"]*"/g);

  it('shows no sign of the quotation or list around it', () => {
    expect(texts('> Am Montag\n>\n> offen\n> :-\n')).toEqual(['"value":"Am Montag"', '"value":"offen\\n:-"']);
    expect(texts('- offen\n  :-\n')).toEqual(['"value":"offen\\n:-"']);
  });
});
