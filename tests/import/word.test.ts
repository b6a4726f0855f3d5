import * as docx from 'docx';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { wordFile, wordParagraph, wordPicture, wordRelations, wordStyles } from './documents.ts';
import { bodyOf, imported } from './imported.ts';
import { plainTextOf } from './plain-words.ts';

type Run = string | docx.ParagraphChild;
const run = (text: string, options: docx.IRunOptions = {}) => new docx.TextRun({ text, ...options });
const bold = (text: string) => run(text, { bold: true });
const paragraph = (...runs: Run[]) =>
  new docx.Paragraph({ children: runs.map((part) => (typeof part === 'string' ? run(part) : part)) });
const cell = (content: string[], options: Partial<docx.ITableCellOptions> = {}) =>
  new docx.TableCell({ children: content.map((text) => paragraph(text)), ...options });

/** A file as the `docx` package writes it, with these blocks. */
async function written(
  children: docx.FileChild[],
  options: Partial<docx.IPropertiesOptions> = {},
): Promise<Uint8Array> {
  return docx.Packer.toBuffer(new docx.Document({ sections: [{ children }], ...options }));
}
const body = async (children: docx.FileChild[], options?: Partial<docx.IPropertiesOptions>) =>
  bodyOf('beitrag.docx', await written([paragraph('Ein kurzer Satz davor.'), ...children], options));
/** What stands behind the sentence that every text here begins with. */
const behind = (text: string) => `Ein kurzer Satz davor.\n\n${text}\n`;

describe('headings', () => {
  test('the title is the title, and heading 1 is a section of it', async () => {
    const file = await written([
      new docx.Paragraph({ text: 'Das neue Bürgerbüro', heading: docx.HeadingLevel.TITLE }),
      new docx.Paragraph({ text: 'Der Umzug', heading: docx.HeadingLevel.HEADING_1 }),
      paragraph('Er dauerte einen Tag.'),
      new docx.Paragraph({ text: 'Danach', heading: docx.HeadingLevel.HEADING_3 }),
      paragraph('Alles steht.'),
    ]);
    const { title, body: text, problems } = await imported('beitrag.docx', file);
    expect(title).toBe('Das neue Bürgerbüro');
    expect(text).toBe('## Der Umzug\n\nEr dauerte einen Tag.\n\n### Danach\n\nAlles steht.\n');
    expect(problems).toEqual([]);
  });

  test('the first heading 1 is the title where the file marks none', async () => {
    const file = await written([
      new docx.Paragraph({ text: 'Das neue Bürgerbüro', heading: docx.HeadingLevel.HEADING_1 }),
      paragraph('Es ist offen.'),
      new docx.Paragraph({ text: 'Zeiten', heading: docx.HeadingLevel.HEADING_1 }),
      paragraph('Täglich.'),
    ]);
    const { title, body: text } = await imported('beitrag.docx', file);
    expect(title).toBe('Das neue Bürgerbüro');
    expect(text).toBe('Es ist offen.\n\n## Zeiten\n\nTäglich.\n');
  });

  test('bold lines are headings, one level below the last one; a bold sentence is none', async () => {
    const text = await body([
      new docx.Paragraph({ text: 'Der Antrag', heading: docx.HeadingLevel.HEADING_1 }),
      paragraph('Er ist da.'),
      new docx.Paragraph({ text: 'Der Umzug', heading: docx.HeadingLevel.HEADING_1 }),
      paragraph(bold('Was er kostet')),
      paragraph('Nicht viel.'),
      paragraph(bold('Das ist wichtig.')),
      paragraph('Ende.'),
    ]);
    expect(text).toBe(
      behind(
        '## Der Antrag\n\nEr ist da.\n\n## Der Umzug\n\n### Was er kostet\n\nNicht viel.\n\n**Das ist wichtig.**\n\nEnde.',
      ),
    );
  });

  test('short lines above paragraphs are headings where nothing else is', async () => {
    const long = 'Der Umzug dauerte einen ganzen Tag, und am Abend war jedes Regal an seinem Platz.';
    const file = await written(['Das neue Bürgerbüro', long, 'Was noch kommt', long].map((line) => paragraph(line)));
    const { title, body: text, notes } = await imported('beitrag.docx', file);
    expect(title).toBe('Das neue Bürgerbüro');
    expect(text).toBe(`${long}\n\n## Was noch kommt\n\n${long}\n`);
    expect(notes.recognised).toContain(
      'Kurze Zeilen, als Überschriften gelesen: „Das neue Bürgerbüro“, „Was noch kommt“',
    );
  });

  test('a style of the house counts as what its outline level, its base or its name says', async () => {
    const file = await wordFile(
      wordParagraph('Erstens', '<w:pStyle w:val="Haus1"/>') +
        wordParagraph('Ein Absatz.') +
        wordParagraph('Zweitens', '<w:pStyle w:val="Haus2"/>') +
        wordParagraph('Noch einer.') +
        wordParagraph('Drittens', '<w:outlineLvl w:val="2"/>') +
        wordParagraph('„Schön.“', '<w:pStyle w:val="Zitat1"/>') +
        wordParagraph('– Erika Mustermann', '<w:pStyle w:val="Zitat1"/>'),
      {
        'word/styles.xml': wordStyles(
          '<w:style w:type="paragraph" w:styleId="Haus1"><w:name w:val="Amtlich groß"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Haus2"><w:name w:val="Amtlich klein"/><w:basedOn w:val="berschrift2"/></w:style><w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Zitat1"><w:name w:val="Zitat"/></w:style>',
        ),
        'word/_rels/document.xml.rels': wordRelations({ r1: { type: 'styles', target: 'styles.xml' } }),
      },
    );
    const { title, body: text } = await imported('beitrag.docx', file);
    expect(title).toBe('Erstens');
    expect(text).toBe(
      'Ein Absatz.\n\n## Zweitens\n\nNoch einer.\n\n### Drittens\n\n> „Schön.“\n> – Erika Mustermann\n',
    );
  });
});

describe('words', () => {
  test('bold type covers whole words or none, has its spaces outside, and breaks no sign', async () => {
    const text = await body([
      paragraph('Der Be', bold('schluss'), ' gilt, der ', bold('A'), 'ntrag ruht.'),
      paragraph(bold('Frist: '), 'zwei ', bold('Wo'), bold('chen'), bold(' '), 'und', bold(' ein Tag.')),
      paragraph(bold('Hinweis:'), 'ohne Leerzeichen, ', bold('„so“'), '-Regel'),
    ]);
    expect(text).toBe(
      behind(
        'Der **Beschluss** gilt, der Antrag ruht.\n\n**Frist:** zwei **Wochen** und **ein Tag.**\n\n**Hinweis**:ohne Leerzeichen, **„so“**-Regel',
      ),
    );
  });

  test('tracked changes: what was inserted stays, what was deleted goes', async () => {
    const change = { author: 'Max', date: '2025-08-01T00:00:00Z' };
    const children = [
      paragraph(
        'Er kommt ',
        new docx.DeletedTextRun({ id: 1, ...change, text: 'morgen' }),
        new docx.InsertedTextRun({ id: 2, ...change, text: 'heute' }),
        '.',
      ),
    ];
    const { body: text, notes } = await imported('beitrag.docx', await written(children));
    expect(text).toBe('Er kommt heute.\n');
    expect(notes.dropped).toEqual(['Überarbeitungen: 1 Einfügung gilt, 1 Streichung ist entfernt.']);
  });

  test('moved text stands once, at its new place', async () => {
    const moved = (tag: string) =>
      `<w:p><w:${tag} w:id="1" w:author="M"><w:r><w:t>Verschoben.</w:t></w:r></w:${tag}></w:p>`;
    const file = await wordFile(`${moved('moveFrom')}${wordParagraph('Mitte.')}${moved('moveTo')}`);
    expect(await bodyOf('a.docx', file)).toBe('Mitte.\n\nVerschoben.\n');
  });

  test('comments and hidden text are dropped, and told with their words', async () => {
    const children = [
      paragraph(
        new docx.CommentRangeStart(0),
        'Der Saal ist voll.',
        new docx.CommentRangeEnd(0),
        new docx.TextRun({ children: [new docx.CommentReference(0)] }),
        run(' Nur für uns.', { vanish: true }),
      ),
    ];
    const comments = { children: [{ id: 0, author: 'Erika', children: [paragraph('Stimmt das?')] }] };
    const { body: text, notes } = await imported('beitrag.docx', await written(children, { comments }));
    expect(text).toBe('Der Saal ist voll.\n');
    expect(notes.dropped).toEqual(['Ausgeblendeter Text: „Nur für uns.“', 'Kommentar von Erika: „Stimmt das?“']);
  });

  test('soft hyphens, no-break spaces and control characters go; quotation marks, dashes and figures stay', async () => {
    const file = await written([
      paragraph(
        'Die Ver\u00ADwaltung sagt\u00A0„ja“ – ‚nein‘ … 10\u202F%. 5 m',
        run('2', { superScript: true }),
        ' CO',
        run('2', { subScript: true }),
        '\u200B',
      ),
    ]);
    const { body: text, notes } = await imported('a.docx', file);
    expect(text).toBe('Die Verwaltung sagt „ja“ – ‚nein‘ … 10 %. 5 m² CO₂\n');
    expect(notes.dropped).toEqual(['1 weiches Trennzeichen', '1 unsichtbares Zeichen']);
  });

  test('links lose what tracks; what leads to a disk is no link', async () => {
    const link = (target: string, text: string) => new docx.ExternalHyperlink({ link: target, children: [run(text)] });
    const file = await written([
      paragraph(
        'Mehr auf ',
        link('https://www.amt.example/a?utm_source=x&nr=4&fbclid=9#ziel', 'der Seite des Amtes'),
        ' und im ',
        link('file:///C:/Plan.docx', 'Plan'),
        ', ',
        link('https://www.amt.example/', 'https://www.amt.example/'),
        '.',
      ),
    ]);
    const { body: text, problems, notes } = await imported('a.docx', file);
    expect(text).toBe(
      'Mehr auf [der Seite des Amtes](https://www.amt.example/a?nr=4#ziel) und im Plan, [amt.example](https://www.amt.example/).\n',
    );
    expect(problems).toEqual([]);
    expect(notes.dropped).toContain('Der Link hinter „Plan“: „file:///C:/Plan.docx“ führt nicht ins Web.');
  });

  test('a place on the page behind an address of Word is left out, other parameters stay as they are', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const file = await wordFile(
      `<w:p>${field('begin')}<w:r><w:instrText>HYPERLINK "https://www.amt.example/a?x=1&amp;y=2" \\l "oben"</w:instrText></w:r>${field('separate')}<w:r><w:t>Die Seite</w:t></w:r>${field('end')}</w:p>`,
    );
    expect(await bodyOf('a.docx', file)).toBe('[Die Seite](https://www.amt.example/a?x=1&y=2)\n');
  });

  test('signs that Markdown would take for marks are those that were written', async () => {
    const lines = [
      '3. Oktober ist frei.',
      '* Stern am Anfang',
      'Kolleg*innen und Bürger_innen, 3*4*5',
      '# kein Titel',
      '<script>alert(1)</script> & a < b',
      '[kein] (Link) ![x]',
      '1. Januar',
      '\\\\srv01\\akten',
      '+ 49 511',
      '> kein Zitat',
    ];
    const { body: text, problems } = await imported('a.docx', await written(lines.map((line) => paragraph(line))));
    expect(problems).toEqual([]);
    expect(plainTextOf(text)).toBe(lines.join(' '));
  });
});

describe('footnotes', () => {
  test('and endnotes become footnotes of Markdown, with their type', async () => {
    const text = await body(
      [paragraph('Das gilt', new docx.FootnoteReferenceRun(1), ' und das', new docx.FootnoteReferenceRun(2), '.')],
      {
        footnotes: {
          1: { children: [paragraph('Seit ', bold('2020'), '.')] },
          2: { children: [paragraph('Eins.'), paragraph('Zwei.')] },
        },
      },
    );
    expect(text).toBe(behind('Das gilt[^1] und das[^2].\n\n[^1]: Seit **2020**.\n\n[^2]: Eins.\n\n    Zwei.'));
  });
});

describe('lists', () => {
  const numbering = {
    config: [
      {
        reference: 'schritte',
        levels: [
          { level: 0, format: docx.LevelFormat.DECIMAL, text: '%1.' },
          { level: 1, format: docx.LevelFormat.LOWER_LETTER, text: '%2)' },
        ],
      },
    ],
  };
  const step = (text: string, level = 0) => new docx.Paragraph({ text, numbering: { reference: 'schritte', level } });
  const point = (text: string, level = 0) => new docx.Paragraph({ text, bullet: { level } });

  test('lie within each other, and one that is interrupted goes on with its number', async () => {
    const text = await body(
      [
        point('eins'),
        point('eins a', 1),
        point('zwei'),
        step('Öffnen'),
        step('leise', 1),
        step('Gehen'),
        paragraph('Warten.'),
        step('Schließen'),
      ],
      { numbering },
    );
    expect(text).toBe(
      behind('- eins\n  - eins a\n- zwei\n\n1. Öffnen\n   1. leise\n2. Gehen\n\nWarten.\n\n3. Schließen'),
    );
  });

  test('are known by style as well', async () => {
    const file = await wordFile(
      wordParagraph('Brot', '<w:pStyle w:val="Aufzhlungszeichen"/>') +
        wordParagraph('Salz', '<w:pStyle w:val="Aufzhlungszeichen"/>'),
      {
        'word/styles.xml': wordStyles(
          '<w:style w:type="paragraph" w:styleId="Aufzhlungszeichen"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>',
        ),
        'word/numbering.xml': wordStyles(
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>',
        ).replaceAll('w:styles', 'w:numbering'),
        'word/_rels/document.xml.rels': wordRelations({
          r1: { type: 'styles', target: 'styles.xml' },
          r2: { type: 'numbering', target: 'numbering.xml' },
        }),
      },
    );
    expect(await bodyOf('a.docx', file)).toBe('- Brot\n- Salz\n');
  });

  test('are known that somebody made by hand', async () => {
    const text = await body([...['• Brot', '•\tSalz', 'Und:', '1. Öffnen', '2. Gehen'].map((line) => paragraph(line))]);
    expect(text).toBe(behind('- Brot\n- Salz\n\nUnd:\n\n1. Öffnen\n2. Gehen'));
  });
});

describe('tables', () => {
  test('have the head that the file marks; a row that is marked as none is none', async () => {
    const rows = [
      new docx.TableRow({ tableHeader: true, children: [cell(['Tag']), cell(['Zeit'])] }),
      new docx.TableRow({ tableHeader: false, children: [cell(['Mo']), cell(['8 Uhr'])] }),
      new docx.TableRow({ children: [cell(['Di']), cell(['9 | 10 Uhr'])] }),
    ];
    const { body: text, notes } = await imported(
      'a.docx',
      await written([paragraph('Zeiten.'), new docx.Table({ rows })]),
    );
    expect(text).toBe('Zeiten.\n\n| Tag | Zeit |\n| - | - |\n| Mo | 8 Uhr |\n| Di | 9 \\| 10 Uhr |\n');
    expect(notes.leftToDo.join()).not.toContain('gilt die erste Zeile als Kopf');
  });

  test('have their merged cells written out, and paragraphs in a cell divided', async () => {
    const rows = [
      new docx.TableRow({ children: [cell(['Tag']), cell(['Zeit']), cell(['Ort'])] }),
      new docx.TableRow({ children: [cell(['Mo'], { rowSpan: 2 }), cell(['a', 'zweiter Absatz']), cell(['b'])] }),
      new docx.TableRow({ children: [cell(['c'], { columnSpan: 2 })] }),
    ];
    const { body: text, notes } = await imported(
      'a.docx',
      await written([paragraph('Zeiten.'), new docx.Table({ rows })]),
    );
    expect(text).toBe(
      'Zeiten.\n\n| Tag | Zeit | Ort |\n| - | - | - |\n| Mo | a<br>zweiter Absatz | b |\n| Mo | c | |\n',
    );
    expect(notes.leftToDo).toContain(
      'In der Tabelle „Tag · Zeit · Ort“ gilt die erste Zeile als Kopf. Prüfen Sie, ob das stimmt.',
    );
  });

  test('that only arrange a text are taken apart', async () => {
    const text = await body([
      new docx.Table({
        rows: [new docx.TableRow({ children: [cell(['Links steht das.']), cell(['Rechts steht jenes.'])] })],
      }),
    ]);
    expect(text).toBe(behind('Links steht das.\n\nRechts steht jenes.'));
  });
});

describe('pictures', () => {
  test('come with description, caption and what their files say of them', async () => {
    const data = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
      .withExif({
        IFD0: { Artist: 'Jo Beispiel', Copyright: 'Beispiel GmbH' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 8/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    const file = await written([
      paragraph('Davor.'),
      paragraph(
        new docx.ImageRun({
          type: 'jpg',
          data,
          transformation: { width: 60, height: 40 },
          altText: { name: 'b', title: 'b', description: 'Eine blaue Wand.' },
        }),
      ),
      new docx.Paragraph({ text: 'Die Wand im Saal', style: 'Caption' }),
    ]);
    const { body: text, frontMatter, pictures, notes } = await imported('die-wand.docx', file);
    expect(text).toBe('Davor.\n\n![Eine blaue Wand.](die-wand-1.jpg)\n');
    expect(frontMatter.pictures).toEqual([
      { file: 'die-wand-1.jpg', alt: 'Eine blaue Wand.', credit: 'Jo Beispiel', caption: 'Die Wand im Saal' },
    ]);
    expect(pictures[0]?.bytes.length).toBe(data.length);
    expect(notes.recognised).toContain(
      'Bild die-wand-1.jpg: In der Datei steht Urheber „Jo Beispiel“, Rechte „Beispiel GmbH“, der Ort der Aufnahme (die Website veröffentlicht ihn nicht).',
    );
  });

  test('in the middle of a sentence stand behind its paragraph', async () => {
    const data = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#357' } })
      .png()
      .toBuffer();
    const image = new docx.ImageRun({ type: 'png', data, transformation: { width: 20, height: 20 } });
    const { body: text } = await imported(
      'das-bild.docx',
      await written([paragraph('Hier ist ', image, ' ein Bild.')]),
    );
    expect(text).toBe('Hier ist ein Bild.\n\n![](das-bild-1.png)\n');
  });

  test('in formats that no browser shows are told, and so are linked ones', async () => {
    const emf = Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(36), Buffer.from(' EMF'), Buffer.alloc(40)]);
    const file = await wordFile(
      `${wordParagraph('Davor.')}${wordPicture('r1', 'r:embed', 'Ein Plan')}${wordPicture('r2', 'r:link')}`,
      {
        'word/media/image1.emf': emf,
        'word/_rels/document.xml.rels': wordRelations({
          r1: { type: 'image', target: 'media/image1.emf' },
          r2: { type: 'image', target: 'file:///etc/hostname', external: true },
        }),
      },
    );
    const { body: text, notes, pictures } = await imported('a.docx', file);
    expect([text, pictures]).toEqual(['Davor.\n', []]);
    expect(notes.dropped).toEqual([
      'Ein Bild, das im Dokument nur verknüpft ist. Fügen Sie es selbst hinzu.',
      'Ein Bild im Format EMF („Ein Plan“), das Browser nicht zeigen. Speichern Sie es als PNG oder JPEG, und fügen Sie es hinzu.',
    ]);
  });
});

describe('what stands outside of the text', () => {
  test('text boxes follow their paragraph, in both of the forms that Word writes', async () => {
    const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
    const fresh = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('Neu.')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${fresh.replace('Neu.', 'Beides.')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Beides.')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const file = await wordFile(
      `<w:p><w:r><w:t>Eins.</w:t></w:r><w:r>${fresh}</w:r></w:p><w:p><w:r><w:t>Zwei.</w:t></w:r><w:r>${both}</w:r></w:p>`,
    );
    const { body: text, notes } = await imported('a.docx', file);
    expect(text).toBe('Eins.\n\nNeu.\n\nZwei.\n\nBeides.\n');
    expect(notes.leftToDo).toContain(
      'Textfelder stehen jetzt hinter dem Absatz, an dem sie hingen. Prüfen Sie die Stelle.',
    );
  });

  test('the footer of the pages is told, or read where it is the footer line', async () => {
    const file = async (line: string) =>
      docx.Packer.toBuffer(
        new docx.Document({
          sections: [
            { footers: { default: new docx.Footer({ children: [paragraph(line)] }) }, children: [paragraph('Text.')] },
          ],
        }),
      );
    const known = await imported('a.docx', await file('Bild ©Agentur/Nord · Impressum · Ausgabe 34. KW 2025'));
    expect([known.issue.key, known.frontMatter.image?.credit]).toEqual(['2025-kw34', 'Agentur/Nord']);
    const other = await imported('a.docx', await file('Vertraulich bis Freitag'));
    expect(other.notes.dropped).toEqual(['Kopf- und Fußzeilen der Seiten: „Vertraulich bis Freitag“']);
  });

  test('formulas and a table of contents are told', async () => {
    const file = await wordFile(
      `${wordParagraph('Inhalt 3', '<w:pStyle w:val="TOC1"/>')}<w:p><w:r><w:t>Es gilt </w:t></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:t>.</w:t></w:r></w:p>`,
      {
        'word/styles.xml': wordStyles('<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'),
        'word/_rels/document.xml.rels': wordRelations({ r1: { type: 'styles', target: 'styles.xml' } }),
      },
    );
    const { body: text, notes } = await imported('a.docx', file);
    expect(text).toBe('Es gilt .\n');
    expect(notes.dropped).toEqual([
      'Das Inhaltsverzeichnis.',
      '1 Formel. Schreiben Sie sie in Worten, oder fügen Sie ein Bild ein.',
    ]);
  });

  test('a large first letter belongs to its word', async () => {
    const frame = '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3"/>';
    const file = await wordFile(`${wordParagraph('D', frame)}${wordParagraph('er Saal ist voll.')}`);
    expect(await bodyOf('a.docx', file)).toBe('Der Saal ist voll.\n');
  });
});
