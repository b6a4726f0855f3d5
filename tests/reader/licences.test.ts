import { describe, expect, it } from 'vitest';
import { article, inArticle, issueFolder, problems, projectWith, readIn } from './sample-content.ts';

const picture = { [`${issueFolder}/fenster.jpg`]: 'jpeg' };
const inList = (fields: string) =>
  `image:\n  file: fenster.jpg\n  alt: Ein Fenster\n  ${fields.replaceAll('\n', '\n  ')}`;
const image = (fields: string) => ({ ...picture, ...inArticle(inList(fields)) });
const rules = (fields: string, today?: string) => problems(image(fields), { today }).map(({ rule }) => rule);

describe('a licence', () => {
  it('is named by every picture that is published', () => {
    expect(problems(image('credit: Foto Muster'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.licence (error licenceMissing)
        Gefunden: ein Bild ohne Lizenz
        Erwartet: „licence“ mit einem dieser Werte: own, commissioned, stock-standard, stock-extended, stock-editorial, cc-by-4.0, cc-by-sa-4.0, cc-by-nd-4.0, cc-by-3.0, cc-by-sa-3.0, cc-by-3.0-de, cc-by-sa-3.0-de, cc-by-2.0, cc-by-sa-2.0, dl-de-by-2.0, dl-de-zero-2.0, cc0, public-domain, ai
        Zu tun: Ergänzen Sie die Lizenz, bei einem selbst gemachten Bild „licence: own“.
    `);
    expect(rules('credit: Foto Muster\nlicence: stock-standard')).toEqual([]);
  });

  it('for news pictures demands the credit', () => {
    expect(problems(image('licence: stock-editorial'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.credit (error creditMissing)
        Gefunden: ein Bild ohne Nachweis
        Erwartet: „credit“ mit dem Nachweis, den die Lizenz „Bildagentur, nur redaktionelle Nutzung“ verlangt
        Zu tun: Ergänzen Sie zum Beispiel „credit: AdobeStock/Name“.
    `);
    expect(rules('licence: cc-by-4.0\nsourceUrl: https://bilder.example/1')).toEqual(['creditMissing']);
    expect(rules('licence: stock-editorial\ncredit: Agentur/Name')).toEqual([]);
  });

  it('may forbid that the picture is changed', () => {
    const free = 'credit: A\nsourceUrl: https://bilder.example/1';
    expect(problems(image(`licence: cc-by-nd-4.0\nedited: true\n${free}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 image.edited (error editingForbidden)
        Gefunden: ein bearbeitetes Bild unter einer Lizenz, die keine Bearbeitung erlaubt
        Erwartet: das Bild, wie es veröffentlicht wurde
        Zu tun: Nehmen Sie das unbearbeitete Bild und löschen Sie „edited“, oder wählen Sie ein anderes Bild.
    `);
    expect(rules(`licence: cc-by-nd-4.0\nedited: false\n${free}`)).toEqual([]);
    expect(rules(`licence: cc-by-4.0\nedited: true\n${free}`)).toEqual([]);
  });

  it('for news pictures asks for care with changes', () => {
    expect(problems(image('licence: stock-editorial\ncredit: Agentur/Name\nedited: true'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 image.edited (warning editorialEdited)
        Gefunden: ein bearbeitetes Bild, das nur redaktionell genutzt werden darf
        Erwartet: ein Bild, dessen Aussage die Bearbeitung nicht verändert
        Zu tun: Prüfen Sie die Bearbeitung; im Zweifel nehmen Sie das Original.
    `);
  });

  it('of the public asks for the source', () => {
    expect(problems(image('licence: cc-by-sa-4.0\ncredit: A'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.sourceUrl (warning pictureSourceUnknown)
        Gefunden: ein Bild unter freier Lizenz ohne Angabe, woher es stammt
        Erwartet: „sourceUrl“ mit der Seite, auf der das Bild steht
        Zu tun: Ergänzen Sie die Adresse; die Lizenz verlangt sie, wenn sie bekannt ist.
    `);
    expect(rules('licence: cc-by-sa-4.0\ncredit: A\nsourceUrl: https://bilder.example/1')).toEqual([]);
    expect(rules('licence: cc0\ncredit: A')).toEqual([]);
  });

  it('of a picture made by a machine does not say that no machine was used', () => {
    expect(problems(image('licence: ai\ncredit: A\nai: none'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 image.ai (error aiContradiction)
        Gefunden: „licence: ai“ und zugleich „ai: none“
        Erwartet: „ai: generated“ bei einem Bild, das eine KI erzeugt hat
        Zu tun: Schreiben Sie „ai: generated“ oder nennen Sie die Lizenz, unter der das Bild steht.
    `);
    expect(rules('licence: ai\ncredit: A')).toEqual([]);
    expect(rules('licence: ai\ncredit: A\nai: edited')).toEqual([]);
  });
});

describe('the last day of a licence', () => {
  const until = 'licence: stock-standard\ncredit: A\nexpiresOn: 2026-03-31';

  it('that ends before the text comes out is none', () => {
    const scheduled = {
      ...inArticle(`publishedOn: 2025-08-17\n${inList('credit: A\nlicence: stock-standard\nexpiresOn: 2025-08-16')}`),
      ...picture,
    };
    expect(problems(scheduled, { today: '2025-08-15' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:12 image.expiresOn (error licenceEndsEarly)
        Gefunden: ein Bild, das nur bis 2025-08-16 gezeigt werden darf, in einem Text, der am 2025-08-17 erscheint
        Erwartet: eine Lizenz, die beim Erscheinen noch gilt
        Zu tun: Prüfen Sie „expiresOn“, verlängern Sie die Lizenz, oder ersetzen Sie das Bild.
    `);
    expect(problems(scheduled, { today: '2025-08-17' }).map(({ rule }) => rule)).toEqual(['licenceExpired']);
  });

  it('is the last on which the content is in order', () => {
    expect(problems(image(until), { today: '2026-04-01' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 image.expiresOn (error licenceExpired)
        Gefunden: ein Bild, das nur bis 2026-03-31 gezeigt werden durfte
        Erwartet: eine Lizenz, die noch gilt
        Zu tun: Verlängern Sie die Lizenz und setzen Sie „expiresOn“ neu, oder ersetzen Sie das Bild.
    `);
    expect(problems(image(until), { today: '2026-03-31' }).map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is announced sixty days ahead', () => {
    expect(problems(image(until), { today: '2026-03-30' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 image.expiresOn (warning licenceEndsSoon)
        Gefunden: ein Bild, das nur noch bis 2026-03-31 gezeigt werden darf
        Erwartet: eine Lizenz, die noch länger als 60 Tage gilt
        Zu tun: Verlängern oder ersetzen Sie es bis morgen; danach wird die Website nicht mehr gebaut.
    `);
    expect(problems(image(until), { today: '2026-01-30' }).map(({ advice }) => advice)).toEqual([
      'Verlängern oder ersetzen Sie es in den nächsten 60 Tagen; danach wird die Website nicht mehr gebaut.',
    ]);
    expect(rules(until, '2026-01-29')).toEqual([]);
  });

  it('does not matter where the picture is not shown', () => {
    const withdrawn = inArticle(`${inList(until)}\nwithdrawnOn: 2025-08-20\nwithdrawn: Überholt.`);
    expect(problems({ ...picture, ...withdrawn }, { today: '2026-04-01' })).toEqual([]);
    const withheld = inArticle('image: {withheld: Nicht geklärt., credit: A, licence: own, expiresOn: 2026-03-31}');
    expect(problems(withheld, { today: '2026-04-01' })).toEqual([]);
  });
});

describe('persons in a picture', () => {
  it('have to agree before it is shown', () => {
    expect(problems(image('licence: own\ncredit: A\nconsent: pending'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:11 image.consent (error consentPending)
        Gefunden: ein Bild mit Personen, deren Einwilligung aussteht
        Erwartet: „consent: given“, sobald alle eingewilligt haben (§ 22 KunstUrhG)
        Zu tun: Holen Sie die Einwilligung ein oder nehmen Sie das Bild bis dahin heraus.
    `);
    expect(rules('licence: own\ncredit: A\nconsent: given')).toEqual([]);
  });

  it('are asked after at pictures that no agency answers for', () => {
    expect(problems(image('licence: commissioned\ncredit: A'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image.consent (warning consentUnknown)
        Gefunden: ein eigenes Bild ohne Angabe zur Einwilligung der gezeigten Personen
        Erwartet: „consent: given“ oder, wenn niemand zu erkennen ist, „consent: not-needed“
        Zu tun: Sehen Sie das Bild daraufhin an und ergänzen Sie „consent“.
    `);
    for (const clear of ['consent: not-needed', 'medium: drawing', 'medium: screenshot']) {
      expect(rules(`licence: commissioned\ncredit: A\n${clear}`)).toEqual([]);
    }
  });
});

it('four mistakes are four errors at their lines, and the day before the content is right', () => {
  const files = {
    ...picture,
    [`${issueFolder}/saal.jpg`]: 'jpeg',
    [`${issueFolder}/flur.jpg`]: 'jpeg',
    ...inArticle(
      `pictures:
  - {file: fenster.jpg, alt: Eins, licence: stock-editorial}
  - {file: saal.jpg, alt: Zwei, credit: A, licence: stock-standard, expiresOn: 2025-08-31}
  - {file: flur.jpg, credit: A, licence: stock-standard}
  - {file: fehlt.jpg, alt: Vier, credit: A, licence: stock-standard}`,
      '![](fenster.jpg)\n\n![](saal.jpg)\n\n![](flur.jpg)\n\n![](fehlt.jpg)\n',
    ),
  };
  const found = problems(files).map(({ file, line, severity, rule }) => `${file}:${line} ${severity} ${rule}`);
  expect(found).toEqual([
    `${article}:7 error creditMissing`,
    `${article}:8 error licenceExpired`,
    `${article}:9 error altMissing`,
    `${article}:10 error fileNotFound`,
  ]);
  const mended = inArticle(
    'image: {file: fenster.jpg, alt: Eins, credit: A, licence: stock-editorial, expiresOn: 2025-08-31}',
  );
  expect(problems({ ...picture, ...mended }, { today: '2025-09-01' }).map(({ rule }) => rule)).toEqual([
    'licenceExpired',
  ]);
  const { library } = readIn(projectWith({ ...picture, ...mended }), { today: '2025-08-31' });
  expect(library?.articles.length).toBe(1);
});
