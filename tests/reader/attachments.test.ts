import { describe, expect, it } from 'vitest';
import { article, type Files, inArticle, issueFolder, like, problems } from './sample-content.ts';

const png = 'alt: Ein Fenster, licence: own, consent: not-needed';

/** The sample article with an attachment of that name, which lies beside it and is linked in the text. */
const attached = (name: string): Files => ({
  [`${issueFolder}/${name}`]: 'x',
  ...inArticle(
    `attachments:\n  - file: "${name}"\n    title: Anlage`,
    `Siehe [die Anlage](<${encodeURIComponent(name)}>).\n`,
  ),
});

describe('the name of an attachment becomes its address', () => {
  it('signs that mean something else in an address', () => {
    expect(problems(attached('Foerderquote 80%.pdf'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 attachments[1].file (error attachmentMisread)
        Gefunden: den Anhang „Foerderquote 80%.pdf“; die Zeichen #, % und ? bedeuten in einer Adresse etwas anderes
        Erwartet: einen Dateinamen ohne diese Zeichen
        Zu tun: Benennen Sie die Datei um, zum Beispiel in „Foerderquote 80 Prozent.pdf“, und schreiben Sie den neuen Namen auch hier.
    `);
    const suggested = (name: string) => problems(attached(name)).map(({ advice }) => /„(.*?)“/.exec(advice)?.[1]);
    expect(suggested('Anlage #3.pdf')).toEqual(['Anlage Nr. 3.pdf']);
    expect(suggested('Was nun?.pdf')).toEqual(['Was nun.pdf']);
    expect(suggested('50%ige Quote.pdf')).toEqual(['50 Prozent ige Quote.pdf']);
  });

  it('names that the website itself gives to files beside an article', () => {
    expect(problems(attached('termin.ics'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 attachments[1].file (error attachmentNameTaken)
        Gefunden: den Anhang „termin.ics“; unter diesem Namen legt die Website selbst eine Datei neben den Beitrag
        Erwartet: einen anderen Namen als index.html und termin.ics
        Zu tun: Benennen Sie die Datei um, und schreiben Sie den neuen Namen auch hier.
    `);
    for (const name of ['index.html', 'Index.HTML', 'TERMIN.ics']) {
      expect(problems(attached(name)).map(({ line, field, rule }) => `${line} ${field} ${rule}`)).toEqual([
        '7 attachments[1].file attachmentNameTaken',
      ]);
    }
  });

  it('a name without an ending, or with none that is known', () => {
    for (const name of ['liesmich', 'plan.', 'index.html.gz']) {
      expect(problems(attached(name)).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['7 attachmentTypeUnknown']);
    }
  });

  it('what runs in a browser in the name of the site, and programs, as the desk refuses them', () => {
    for (const name of ['seite.html', 'Seite.HTM', 'skript.js', 'bild.svg', 'daten.xml', 'setup.exe', 'x.wasm']) {
      expect(problems(attached(name)).map(({ line, field, rule }) => `${line} ${field} ${rule}`)).toEqual([
        '7 attachments[1].file attachmentDangerous',
      ]);
    }
    expect(problems(attached('seite.html'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 attachments[1].file (error attachmentDangerous)
        Gefunden: den Anhang „seite.html“, der im Browser im Namen Ihrer Website laufen kann (HTML, SVG, XML, Skript)
        Erwartet: eine Datei mit einer der Endungen aus docs/redaktion.md, zum Beispiel pdf, docx, xlsx, odt, csv, epub
        Zu tun: Speichern Sie den Inhalt als PDF, ein Bild als PNG, oder packen Sie die Datei in ein Archiv mit der Endung zip.
    `);
    expect(problems(attached('setup.exe'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 attachments[1].file (error attachmentDangerous)
        Gefunden: den Anhang „setup.exe“, ein Programm
        Erwartet: eine Datei mit einer der Endungen aus docs/redaktion.md, zum Beispiel pdf, docx, xlsx, odt, csv, epub
        Zu tun: Nehmen Sie die Datei aus dem Kopf und aus dem Ordner: Wer sie herunterlädt, müsste ihr blind vertrauen.
    `);
  });

  it('all other signs are allowed', () => {
    expect(problems(attached('Recht & Gesetz + Plan; Stand: 1.8., (neu)@=$.pdf'))).toEqual([]);
  });
});

describe('one wrong name gives one message', () => {
  it('an attachment that is listed wrongly and linked rightly', () => {
    const files = {
      [`${issueFolder}/satzung.pdf`]: 'x',
      ...inArticle('attachments: [{file: satzunk.pdf, title: Satzung}]', 'Siehe [die Satzung](satzung.pdf).\n'),
    };
    expect(problems(files).map(({ rule, advice }) => `${rule} ${advice}`)).toEqual([
      'fileNotFound Meinten Sie „satzung.pdf“? Sonst legen Sie die Datei in den Ordner oder korrigieren Sie den Namen.',
    ]);
  });

  it('a picture that is named in two ways in text and front matter', () => {
    const record = (name: string) =>
      inArticle(`pictures: [{file: ${name}, credit: Amt, ${png}}]`, '![](fenster.png)\n');
    const file = { [`${issueFolder}/fenster.png`]: 'x' };
    expect(problems({ ...file, ...record('Fensterr.png') }).map(({ rule }) => rule)).toEqual(['fileNotFound']);
    const other = { ...file, [`${issueFolder}/fenster2.png`]: 'x' };
    expect(problems({ ...other, ...record('fenster2.png') }).map(({ rule, advice }) => `${rule} ${advice}`)).toEqual([
      'pictureWithoutRecord Meinten Sie „fenster2.png“? Sonst ergänzen Sie den Eintrag im Kopf der Datei.',
    ]);
  });
});

describe('one picture has one credit', () => {
  const second = (credit: string) =>
    like(article, `${issueFolder}/02-zweiter.md`, `image: {file: fenster.png, credit: ${credit}, ${png}}`);
  const first = inArticle(`image: {file: fenster.png, credit: Amt für Fenster, ${png}}`);
  const file = { [`${issueFolder}/fenster.png`]: 'x' };

  it('two texts with different ones', () => {
    expect(problems({ ...file, ...first, ...second('Erika Muster') })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/02-zweiter.md:6 image.credit (error creditsDiffer)
        Gefunden: für das Bild „fenster.png“ den Nachweis „Erika Muster“; in content/issues/2025-kw33/01-erster-beitrag.md:6 steht „Amt für Fenster“
        Erwartet: für dieselbe Datei überall denselben Nachweis
        Zu tun: Klären Sie, von wem das Bild stammt, und schreiben Sie an beiden Stellen dasselbe.
    `);
    expect(problems({ ...file, ...first, ...second('Amt für Fenster') })).toEqual([]);
  });

  it('above the text and in it', () => {
    const fields = `image: {file: fenster.png, credit: A, ${png}}\npictures: [{file: fenster.png, credit: B, ${png}}]`;
    const found = problems({ ...file, ...inArticle(fields, '![](fenster.png)\n') });
    expect(found.map(({ field, rule }) => `${field} ${rule}`)).toEqual(['pictures[1].credit creditsDiffer']);
  });
});
