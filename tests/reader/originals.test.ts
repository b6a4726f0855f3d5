import { describe, expect, it } from 'vitest';
import {
  article,
  inArticle,
  inIndex,
  issueFolder,
  library,
  like,
  problems,
  projectWith,
  readIn,
} from './sample-content.ts';

const withheld = 'withheld: Nicht geklärt., credit: Foto Muster, licence: stock-standard';
const original = 'content/licensed/2025-kw33-erster-beitrag.jpg';

describe('the original of a withheld picture', () => {
  it('has one place, which the reader names', () => {
    const places = (files: Record<string, string | Uint8Array | undefined>) =>
      readIn(projectWith(files)).withheld.map(({ file, line, place }) => `${file}:${line} ${place}`);
    expect(places(inArticle(`image: {${withheld}}`))).toEqual([`${issueFolder}/01-erster-beitrag.md:6 ${original}`]);
    expect(places(inIndex(`image: {${withheld}}`))).toEqual([
      `${issueFolder}/index.md:6 content/licensed/2025-kw33.jpg`,
    ]);
    expect(places(inArticle(`pictures: [{file: saal.jpg, ${withheld}}]`, '![Saal](saal.jpg)\n'))).toEqual([
      `${issueFolder}/01-erster-beitrag.md:6 content/licensed/2025-kw33-erster-beitrag-saal.jpg`,
    ]);
    expect(places({ ...inArticle(`image: {${withheld}}`), [original]: 'jpeg' })).toEqual([]);
  });

  it('is shown once it lies there, with the credit and an alternative text', () => {
    expect(problems({ ...inArticle(`image: {${withheld}}`), [original]: 'jpeg' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.alt (error altMissing)
        Gefunden: ein Bild ohne Alternativtext
        Erwartet: „alt“ mit dem, was das Bild zeigt, oder „decorative: true“
        Zu tun: Beschreiben Sie in einem Satz, was jemand wissen muss, der das Bild nicht sieht.
    `);
    const shown = library({ ...inArticle(`image: {${withheld}, alt: Ein Saal}`), [original]: 'jpeg' }).articles[0]
      ?.image;
    expect(shown).toMatchObject({
      credit: 'Foto Muster',
      alt: 'Ein Saal',
      original: expect.stringContaining(original),
    });
    expect(shown?.withheld).toBeUndefined();
    expect(library(inArticle(`image: {${withheld}}`)).articles[0]?.image?.original).toBeUndefined();
  });

  it('needs a licence once it is shown', () => {
    const unknown = inArticle('image: {withheld: Nicht geklärt., credit: Foto Muster, alt: Ein Saal}');
    expect(problems(unknown)).toEqual([]);
    expect(problems({ ...unknown, [original]: 'jpeg' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.licence (warning withheldLicenceUnknown)
        Gefunden: ein Original in content/licensed/, das gezeigt wird, obwohl seine Lizenz nicht bekannt ist
        Erwartet: „licence“ mit der Lizenz des Originals
        Zu tun: Klären Sie die Lizenz; nehmen Sie das Original bis dahin aus content/licensed/ heraus.
    `);
  });

  it('may be of any format that can be published', () => {
    for (const ending of ['jpeg', 'png', 'webp', 'avif', 'tif', 'tiff', 'gif', 'JPG']) {
      const file = original.replace(/jpg$/, ending);
      expect(problems({ ...inArticle(`image: {${withheld}, alt: Ein Saal}`), [file]: 'bytes' })).toEqual([]);
    }
  });

  it('has a name that no other original has, or it would get another’s credit', () => {
    const plan = `pictures: [{file: plan.jpg, ${withheld}}]`;
    const files = {
      ...like(article, `${issueFolder}/02-saal.md`, plan, '![Plan](plan.jpg)\n'),
      ...like(article, `${issueFolder}/03-saal-plan.md`, `image: {${withheld}}`),
    };
    expect(problems(files)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/03-saal-plan.md:6 image.withheld (error originalShared)
        Gefunden: ein zurückgehaltenes Bild, dessen Original denselben Namen hätte wie das in content/issues/2025-kw33/02-saal.md:6: content/licensed/2025-kw33-saal-plan.jpg
        Erwartet: für jedes Original einen eigenen Namen, damit es seinen eigenen Nachweis behält
        Zu tun: Ändern Sie den Namen des Bildes im Text (unter „file“ und im Text selbst) oder den der Textdatei.
    `);
    const sameName = inArticle(
      `pictures: [{file: saal.jpg, ${withheld}}, {file: saal.png, ${withheld}}]`,
      '![Saal](saal.jpg)\n\n![Saal](saal.png)\n',
    );
    expect(problems(sameName).map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'pictures[2].withheld originalShared',
    ]);
  });

  it('under a name that nothing asks for', () => {
    const files = { ...inArticle(`image: {${withheld}}`), 'content/licensed/2025-kw33-erster-beitag.jpg': 'jpeg' };
    expect(problems(files)).toMatchInlineSnapshot(`
      content/licensed/2025-kw33-erster-beitag.jpg:1 (warning licensedFileUnused)
        Gefunden: ein Original, zu dem kein zurückgehaltenes Bild gehört
        Erwartet: den Namen, den „npm run check“ bei dem zurückgehaltenen Bild nennt
        Zu tun: Meinten Sie „content/licensed/2025-kw33-erster-beitrag.jpg“? Sonst benennen Sie die Datei um oder löschen Sie sie.
    `);
  });

  it('in the folder of the issue, which is passed on', () => {
    const files = {
      ...inArticle(`image: {file: saal.jpg, ${withheld}}`),
      [`${issueFolder}/saal.jpg`]: 'jpeg',
    };
    expect(problems(files)).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.file (error withheldFilePresent)
        Gefunden: die Datei „saal.jpg“ eines zurückgehaltenen Bildes im Ordner der Ausgabe
        Erwartet: die Datei unter content/licensed/2025-kw33-erster-beitrag.jpg, wo sie nicht weitergegeben wird
        Zu tun: Verschieben Sie die Datei dorthin oder löschen Sie sie.
    `);
  });
});

it('a picture in the middle of a sentence', () => {
  const record = 'pictures:\n  - {file: a.jpg, alt: A, credit: B, licence: stock-standard}';
  const files = { [`${issueFolder}/a.jpg`]: 'jpeg' };
  expect(problems({ ...files, ...inArticle(record, 'Das ![Zeichen](a.jpg) steht dort.\n') })).toMatchInlineSnapshot(`
    content/issues/2025-kw33/01-erster-beitrag.md:10 (error pictureNotAlone)
      Gefunden: das Bild „Zeichen“ mitten im Text
      Erwartet: ein Bild in einem eigenen Absatz, wo sein Nachweis Platz hat
      Zu tun: Setzen Sie vor und nach dem Bild eine leere Zeile.
  `);
  expect(problems({ ...files, ...inArticle(record, 'Das ![](a.jpg) steht dort.\n') })[0]?.found).toBe(
    'das Bild „a.jpg“ mitten im Text',
  );
  for (const inside of [
    '## ![Zeichen](a.jpg)\n',
    '[![Zeichen](a.jpg)](/)\n',
    '| A |\n| - |\n| ![Zeichen](a.jpg) |\n',
  ]) {
    expect(problems({ ...files, ...inArticle(record, inside) }).map(({ rule }) => rule)).toContain('pictureNotAlone');
  }
  for (const alone of [
    '![Zeichen](a.jpg)\n',
    '- ![Zeichen](a.jpg)\n',
    '> ![Zeichen](a.jpg)\n',
    '![A](a.jpg)\n![B](a.jpg)\n',
  ]) {
    expect(problems({ ...files, ...inArticle(record, alone) })).toEqual([]);
  }
});
