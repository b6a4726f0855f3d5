import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  article,
  inArticle,
  inIndex,
  inSite,
  issueFolder,
  library,
  privacy,
  problems,
  replaced,
} from './sample-content.ts';

const picture = { [`${issueFolder}/fenster.jpg`]: 'jpeg' };
const image = (fields: string) => inArticle(`image: {${fields}}`);
const own = 'licence: own, consent: not-needed';
const complete = `file: fenster.jpg, alt: Ein Fenster, credit: Foto Muster, ${own}`;

describe('a picture says what it shows and whose it is', () => {
  it('passes with file, alternative text and credit', () => {
    expect(problems({ ...picture, ...image(complete) })).toEqual([]);
    expect(problems({ ...picture, ...inIndex(`image: {${complete}}`) })).toEqual([]);
    expect(
      problems({ ...picture, ...image(`file: fenster.jpg, decorative: true, credit: Foto Muster, ${own}`) }),
    ).toEqual([]);
  });

  it('no alternative text', () => {
    expect(problems({ ...picture, ...image(`file: fenster.jpg, credit: Foto Muster, ${own}`) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.alt (error altMissing)
        Gefunden: ein Bild ohne Alternativtext
        Erwartet: „alt“ mit dem, was das Bild zeigt, oder „decorative: true“
        Zu tun: Beschreiben Sie in einem Satz, was jemand wissen muss, der das Bild nicht sieht.
    `);
  });

  it('an alternative text that says nothing', () => {
    const alt = (text: string) => image(complete.replace('alt: Ein Fenster', `alt: ${text}`));
    expect(problems({ ...picture, ...alt('Foto') })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.alt (error altSaysNothing)
        Gefunden: den Alternativtext „Foto“, der nicht sagt, was zu sehen ist
        Erwartet: in einem Satz, was das Bild zeigt
        Zu tun: Beschreiben Sie das Bild wie am Telefon; trägt es nichts bei, schreiben Sie statt „alt“ „decorative: true“.
    `);
    for (const text of ['fenster.jpg', 'Ein Bild', 'Symbolfoto.', 'IMG_4711', 'Fenster_neu.PNG', 'DSC01234']) {
      expect(problems({ ...picture, ...alt(text) }).map(({ rule }) => rule)).toEqual(['altSaysNothing']);
    }
    for (const text of ['Fenster', 'Foto eines Fensters', 'Das Bild über dem Kamin', 'P']) {
      expect(problems({ ...picture, ...alt(text) })).toEqual([]);
    }
  });

  it('a field that is empty or wrong is told once', () => {
    const found = (fields: string) =>
      problems({ ...picture, ...image(fields) }).map(({ field, rule }) => `${field} ${rule}`);
    expect(found(complete.replace('Ein Fenster', '""'))).toEqual(['image.alt empty']);
    expect(found(complete.replace('Foto Muster', ''))).toEqual(['image.credit empty']);
    expect(found(complete.replace('Foto Muster', '2025'))).toEqual(['image.credit wrongType']);
    expect(found(complete.replace('licence: own', 'licence:'))).toEqual(['image.licence empty']);
    expect(found(complete.replace('fenster.jpg', ''))).toContain('image.file empty');
    expect(found(complete.replace('not-needed', 'ja'))).toEqual(['image.consent notAllowed']);
  });

  it('an alternative text and decorative', () => {
    expect(problems({ ...picture, ...image(`${complete}, decorative: true`) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.decorative (error altAndDecorative)
        Gefunden: ein schmückendes Bild mit Alternativtext
        Erwartet: entweder „alt“ oder „decorative: true“
        Zu tun: Löschen Sie eines von beiden.
    `);
  });

  it('no credit', () => {
    expect(problems({ ...picture, ...image(`file: fenster.jpg, alt: Ein Fenster, ${own}`) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.credit (error creditMissing)
        Gefunden: ein Bild ohne Nachweis
        Erwartet: „credit“ mit dem Nachweis, wie ihn der Urheber verlangt
        Zu tun: Ergänzen Sie zum Beispiel „credit: AdobeStock/Name“.
    `);
  });

  it('a credit that names nobody', () => {
    const credited = (credit: string) =>
      problems({ ...picture, ...image(`file: fenster.jpg, alt: Ein Fenster, credit: "${credit}", ${own}`) });
    expect(credited('©')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.credit (error creditOfNobody)
        Gefunden: den Nachweis „©“, der niemanden nennt
        Erwartet: „credit“ mit dem Namen, wie ihn der Urheber verlangt
        Zu tun: Schreiben Sie den Namen; das Zeichen © setzt das Programm davor.
    `);
    for (const credit of ['(c) ', '© ©', '.', '\\u200b', '\\u0000']) {
      expect([credit, credited(credit).map(({ rule }) => rule)]).toEqual([credit, ['creditOfNobody']]);
    }
    expect(credited('שלום')).toEqual([]);
    expect(problems(image('withheld: Nicht geklärt., licence: own, credit: ©')).map(({ rule }) => rule)).toEqual([
      'creditOfNobody',
    ]);
  });

  it('words that are too long to go into the file', () => {
    const long = (field: string, count: number) =>
      problems({ ...picture, ...image(`${complete}, ${field}`.replace('LANG', 'x'.repeat(count))) });
    expect(long('creator: LANG', 301)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.creator (error tooLong)
        Gefunden: 301 Zeichen
        Erwartet: höchstens 300 Zeichen
        Zu tun: Kürzen Sie den Text; Einzelheiten gehören in den Beitrag.
    `);
    expect(long('creator: LANG', 300)).toEqual([]);
    for (const field of [
      'copyright: LANG',
      'licenceUrl: https://a.example/LANG',
      'sourceUrl: https://a.example/LANG',
    ]) {
      expect(long(field, 2000).map(({ rule }) => rule)).toEqual(['tooLong']);
    }
    const alt = complete.replace('Ein Fenster', 'x'.repeat(1001));
    expect(problems({ ...picture, ...image(alt) }).map(({ rule }) => rule)).toEqual(['tooLong']);
  });

  it('no file', () => {
    expect(problems(image(`alt: Ein Fenster, credit: Foto Muster, ${own}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error imageFileMissing)
        Gefunden: ein Bild ohne Datei
        Erwartet: „file“ mit dem Dateinamen oder „withheld“ mit dem Grund, warum es hier nicht gezeigt wird
        Zu tun: Ergänzen Sie eines von beiden.
    `);
    expect(problems(image('withheld: Nicht geklärt., licence: stock-standard, credit: Foto Muster'))).toEqual([]);
  });

  it('a file that is not there', () => {
    expect(problems({ ...picture, ...image(complete.replace('fenster', 'fenzter')) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error fileNotFound)
        Gefunden: den Dateinamen „fenzter.jpg“; diese Datei gibt es im Ordner der Ausgabe nicht
        Erwartet: eine Datei, die neben diesem Text liegt
        Zu tun: Meinten Sie „fenster.jpg“? Sonst legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.
    `);
    expect(problems({ ...picture, ...image(complete.replace('fenster.jpg', 'Fenster.JPG')) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error fileNotFound)
        Gefunden: den Dateinamen „Fenster.JPG“; diese Datei gibt es im Ordner der Ausgabe nicht
        Erwartet: eine Datei, die neben diesem Text liegt
        Zu tun: Meinten Sie „fenster.jpg“? Sonst legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.
    `);
  });
});

describe('pictures in the text', () => {
  const record =
    'pictures:\n  - file: fenster.jpg\n    alt: Ein Fenster\n    credit: Foto Muster\n    licence: own\n    consent: not-needed';

  it('a picture without a record', () => {
    expect(problems({ ...picture, ...inArticle('', 'Ein Bild:\n\n![Fenster](fenster.jpg)\n') })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 (error pictureWithoutRecord)
        Gefunden: das Bild „fenster.jpg“ im Text ohne Nachweis
        Erwartet: einen Eintrag unter „pictures“ mit file, alt, credit und licence
        Zu tun: Ergänzen Sie den Eintrag im Kopf der Datei.
    `);
    expect(problems({ ...picture, ...inArticle(record, '![Fenster](fenster.jpg)\n') })).toEqual([]);
  });

  it('a picture by reference', () => {
    expect(problems({ ...picture, ...inArticle(record, '![Fenster][f]\n\n[f]: fenster.jpg\n') })).toEqual([]);
    const found = problems({ ...picture, ...inArticle('', '![Fenster][f]\n\n[f]: fenster.jpg\n') });
    expect(found.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['10 pictureWithoutRecord']);
  });

  it('a record without a picture', () => {
    expect(problems({ ...picture, ...inArticle(record, 'Kein Bild.\n') })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 pictures[1] (warning pictureUnused)
        Gefunden: einen Eintrag für das Bild „fenster.jpg“, das im Text nicht vorkommt
        Erwartet: nur Bilder, die im Text stehen
        Zu tun: Löschen Sie den Eintrag oder setzen Sie das Bild in den Text.
    `);
  });

  it('a second record of the same picture', () => {
    const twice = `${record}\n  - {file: fenster.jpg, alt: Ein Fenster, credit: Jemand anders, ${own}}`;
    const text = '![Fenster](fenster.jpg)\n\n![Fenster](fenster.jpg)\n';
    expect(problems({ ...picture, ...inArticle(twice, text) })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:12 pictures[2].file (error pictureRecordedTwice)
        Gefunden: einen zweiten Eintrag für das Bild „fenster.jpg“
        Erwartet: je Bild einen Eintrag, auch wenn es mehrmals im Text steht
        Zu tun: Löschen Sie den Eintrag, dessen Nachweis nicht stimmt.
    `);
    expect(problems({ ...picture, ...inArticle(record, text) })).toEqual([]);
  });

  it('a record of a withheld picture that the text can’t name', () => {
    const nameless = 'pictures: [{withheld: Nicht geklärt., credit: Foto Muster, licence: stock-standard}]';
    expect(problems(inArticle(nameless, 'Kein Bild.\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 pictures[1].file (error withheldWithoutName)
        Gefunden: ein zurückgehaltenes Bild im Text ohne Namen
        Erwartet: „file“ mit dem Namen, unter dem es im Text steht
        Zu tun: Ergänzen Sie „file“, oder nehmen Sie den Eintrag heraus.
    `);
  });

  it('a picture from elsewhere', () => {
    expect(problems(inArticle('', '![Zähler](https://tracker.example/p.gif)\n'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 (error pictureFromElsewhere)
        Gefunden: ein Bild von einem anderen Rechner: „https://tracker.example/p.gif“
        Erwartet: ein Bild, das im Ordner der Ausgabe liegt
        Zu tun: Legen Sie das Bild in den Ordner der Ausgabe, wenn Sie es verwenden dürfen.
    `);
    for (const url of ['//tracker.example/p.gif', 'data:image/gif;base64,R0lGOD']) {
      expect(problems(inArticle('', `![Zähler](${url})\n`)).map(({ rule }) => rule)).toEqual(['pictureFromElsewhere']);
    }
  });

  it('a picture in a text that has no place for its record', () => {
    expect(problems(inSite('', '![Zähler](https://tracker.example/p.gif)\n'))).toMatchInlineSnapshot(`
      content/site.md:39 (error pictureOutsideIssue)
        Gefunden: das Bild „https://tracker.example/p.gif“
        Erwartet: einen Text ohne Bilder; sie gehören in Ausgaben und Beiträge, wo ihr Nachweis steht
        Zu tun: Löschen Sie das Bild oder setzen Sie es in einen Beitrag.
    `);
    expect(problems(replaced(privacy, 'Wir zählen nichts.', '![Bild](bild.png)')).map(({ rule }) => rule)).toEqual([
      'pictureOutsideIssue',
    ]);
  });
});

describe('umlauts in the names of files, in both forms that disks and keyboards write', () => {
  const forms = ['NFC', 'NFD'] as const;
  const name = 'Übersicht Räume.pdf';
  const inText = 'Die [Übersicht](<Übersicht Räume.pdf>).\n';

  describe.each(forms)('on disk as %s', (onDisk) => {
    const files = {
      [`${issueFolder}/${name.normalize(onDisk)}`]: 'pdf',
      [`${issueFolder}/Bögen.jpg`.normalize(onDisk)]: 'jpeg',
      [`public/Grüße.pdf`.normalize(onDisk)]: 'pdf',
    };

    it.each(forms)('written in %s', (written) => {
      const content = inArticle(
        `image: {file: Bögen.jpg, alt: Bögen, credit: Foto Muster, licence: own, consent: not-needed}
pictures:
  - {file: Bögen.jpg, alt: Bögen, credit: Foto Muster, licence: own, consent: not-needed}
attachments:
  - {file: ${name}, title: Räume}`.normalize(written),
        `${inText}\n![Bögen](Bögen.jpg)\n\n[Grüße](/Grüße.pdf)\n`.normalize(written),
      );
      expect(problems({ ...files, ...content })).toEqual([]);
    });

    it('an attachment is found with its size and place', () => {
      const [attachment] =
        library({ ...files, ...inArticle(`attachments: [{file: ${name}, title: Räume}]`) }).articles[0]?.attachments ??
        [];
      expect(attachment).toMatchObject({ bytes: 3, mediaType: 'application/pdf', file: name });
      expect(attachment?.path).toBe('/ausgaben/2025/kw33/erster-beitrag/%C3%9Cbersicht%20R%C3%A4ume.pdf');
      expect(attachment && existsSync(attachment.location)).toBe(true);
    });
  });

  it('one that is not there', () => {
    const found = problems({
      [`${issueFolder}/Bögen.jpg`.normalize('NFD')]: '',
      ...inArticle(`attachments: [{file: Bogen.jpg, title: A}]`),
    });
    expect(found).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 attachments[1].file (error fileNotFound)
        Gefunden: den Dateinamen „Bogen.jpg“; diese Datei gibt es im Ordner der Ausgabe nicht
        Erwartet: eine Datei, die neben diesem Text liegt
        Zu tun: Meinten Sie „Bögen.jpg“? Sonst legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.
    `);
  });
});

it('an attachment that is not there', () => {
  expect(problems(inArticle('attachments: [{file: plan.pdf, title: Plan}]'))).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:6 attachments[1].file (error fileNotFound)
      Gefunden: den Dateinamen „plan.pdf“; diese Datei gibt es im Ordner der Ausgabe nicht
      Erwartet: eine Datei, die neben diesem Text liegt
      Zu tun: Legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.
  `);
  expect(
    problems({ ...inArticle('attachments: [{file: plan.pdf, title: Plan}]'), [`${issueFolder}/plan.pdf`]: '' }),
  ).toEqual([]);
});

it('an attachment that servers could not name the type of', () => {
  expect(
    problems({ ...inArticle('attachments: [{file: ton.mp3, title: Ton}]'), [`${issueFolder}/ton.mp3`]: 'mp3' }),
  ).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:6 attachments[1].file (error attachmentTypeUnknown)
      Gefunden: den Anhang „ton.mp3“, dessen Endung die Webserver nicht kennen
      Erwartet: eine Datei mit einer der Endungen aus docs/redaktion.md, zum Beispiel pdf, docx, xlsx, odt, csv, epub
      Zu tun: Speichern Sie die Datei in einem dieser Formate, oder packen Sie sie in ein Archiv mit der Endung zip.
  `);
  const others = (file: string) =>
    problems({ ...inArticle(`attachments: [{file: ${file}, title: A}]`), [`${issueFolder}/${file}`]: 'a' });
  expect(others('liesmich').map(({ rule }) => rule)).toEqual(['attachmentTypeUnknown']);
  expect([...others('Buch.epub'), ...others('PLAN.PDF')]).toEqual([]);
});

it('a record that is wrong is reported in the list where it stands', () => {
  const found = problems({
    ...picture,
    ...replaced(
      article,
      'kind: news\n',
      'kind: news\npictures:\n  - file: fenster.jpg\n    credit: A\n    licence: cc0\n',
    ),
  });
  expect(found.map(({ line, field, rule }) => `${line} ${field} ${rule}`)).toEqual([
    '6 pictures[1].alt altMissing',
    '6 pictures[1] pictureUnused',
  ]);
});
