import { describe, expect, it } from 'vitest';
import { article, inArticle, inIndex, inSite, like, privacy, problems, replaced, terms } from './sample-content.ts';

const withoutTitle = () => replaced(article, 'title: Das Rathaus hat neue Fenster\n', '');

describe('fields that are missing, unknown or of another kind', () => {
  it('an unknown field, with the one that may be meant', () => {
    expect(problems(inArticle('publishOn: 2025-08-14'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishOn (error unknownField)
        Gefunden: das unbekannte Feld „publishOn“
        Erwartet: eines dieser Felder: id, title, kind, summary, publishedOn, updatedOn, correction, draft, withdrawn, author, contact, source, topics, municipality, software, people, releasedBy, event, attachments, image, pictures, formerAddresses
        Zu tun: Meinten Sie „publishedOn“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('publishedOn: 2025-08-14'))).toEqual([]);
  });

  it('an unknown field like no other, and one inside another field', () => {
    expect(problems(inIndex('wetter: heiter'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/index.md:6 wetter (error unknownField)
        Gefunden: das unbekannte Feld „wetter“
        Erwartet: eines dieser Felder: id, title, publishedOn, lead, draft, image, pictures, formerAddresses
        Zu tun: Löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('author:\n  name: A\n  funktion: B'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 author.funktion (error unknownField)
        Gefunden: das unbekannte Feld „funktion“
        Erwartet: eines dieser Felder: name, function
        Zu tun: Meinten Sie „function“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('author:\n  name: A\n  function: B'))).toEqual([]);
  });

  it('a missing field', () => {
    expect(problems(withoutTitle())).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 title (error fieldMissing)
        Gefunden: kein Feld „title“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „title: …“.
    `);
    expect(problems(replaced(privacy, 'updatedOn: 2025-08-01\n', ''))).toMatchInlineSnapshot(`
      content/legal/datenschutz.md:1 updatedOn (error fieldMissing)
        Gefunden: kein Feld „updatedOn“
        Erwartet: einen Tag in der Form JJJJ-MM-TT
        Zu tun: Ergänzen Sie „updatedOn: …“.
    `);
    expect(problems(replaced(article, 'kind: news\n', ''))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 kind (error fieldMissing)
        Gefunden: kein Feld „kind“
        Erwartet: einen dieser Werte: case-study, news, event, notice
        Zu tun: Ergänzen Sie „kind: …“.
    `);
    expect(problems(replaced(terms, '  - name: Soziales\n    slug', '  - slug'))).toMatchInlineSnapshot(`
      content/terms.yaml:2 topics[1].name (error fieldMissing)
        Gefunden: kein Feld „name“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „name: …“.
    `);
  });

  it('a field without a value', () => {
    expect(problems(inArticle('title:'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (error empty)
        Gefunden: ein leeres Feld
        Erwartet: einen Wert
        Zu tun: Füllen Sie das Feld aus; wenn es hier nicht gebraucht wird, löschen Sie die Zeile.
    `);
    expect(problems(inArticle('title: "  "')).map(({ rule }) => rule)).toEqual(['empty']);
    expect(problems(inArticle('topics:')).map(({ rule }) => rule)).toEqual(['empty']);
    expect(problems(inArticle('kind:')).map(({ rule }) => rule)).toEqual(['empty']);
    expect(problems(inArticle('topics: []'))).toEqual([]);
  });

  it('a number where a text is expected', () => {
    expect(problems(inArticle('title: 2025'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (error wrongType)
        Gefunden: die Zahl 2025
        Erwartet: einen Text
        Zu tun: Setzen Sie den Wert in Anführungszeichen.
    `);
    expect(problems(inArticle('title: "2025"'))).toEqual([]);
  });

  it('values of another kind', () => {
    expect(problems(inArticle('draft: ja'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 draft (error wrongType)
        Gefunden: den Wert „ja“
        Erwartet: true oder false
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inArticle('topics: soziales'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 topics (error wrongType)
        Gefunden: den Wert „soziales“
        Erwartet: eine Liste (je Zeile ein Strich)
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inArticle('image: fenster.jpg'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image (error wrongType)
        Gefunden: den Wert „fenster.jpg“
        Erwartet: mehrere Felder, eingerückt unter dem Namen
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inArticle('publishedOn: 20250814'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error wrongType)
        Gefunden: die Zahl 20250814
        Erwartet: einen Tag in der Form JJJJ-MM-TT
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inArticle('draft: true\ntopics: [soziales]'))).toEqual([]);
  });

  it('a head that is no list of fields', () => {
    expect(problems({ [article]: '---\n- eins\n- zwei\n---\n\nText.\n' })).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:1 (error wrongType)
        Gefunden: eine Liste
        Erwartet: Zeilen der Form „feld: Wert“
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
  });

  it('numbers that count nothing', () => {
    const people = (count: string) =>
      replaced(
        terms,
        'slug: landkreis-muster',
        `slug: landkreis-muster\n    inhabitants: {count: ${count}, asOf: "2022"}`,
      );
    expect(problems(people('0'))).toMatchInlineSnapshot(`
      content/terms.yaml:7 municipalities[1].inhabitants.count (error wrongType)
        Gefunden: die Zahl 0
        Erwartet: eine ganze Zahl größer als 0
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(people('88.613'))).toMatchInlineSnapshot(`
      content/terms.yaml:7 municipalities[1].inhabitants.count (error wrongType)
        Gefunden: die Zahl 88.613
        Erwartet: eine ganze Zahl ohne Punkt und Leerzeichen
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(people('1e20')).map(({ rule }) => rule)).toEqual(['wrongType']);
    expect(problems(people('88613'))).toEqual([]);
  });

  it('a value that is not among the allowed ones', () => {
    expect(problems(inArticle('kind: newz'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:4 kind (error notAllowed)
        Gefunden: „newz“
        Erwartet: einen dieser Werte: case-study, news, event, notice
        Zu tun: Meinten Sie „news“? Sonst wählen Sie einen der Werte.
    `);
    expect(problems(inArticle('kind: 5')).map(({ found }) => found)).toMatchInlineSnapshot(`
      [
        "„5“",
      ]
    `);
    expect(problems(inArticle('kind: notice'))).toEqual([]);
  });

  it('a summary that is too long', () => {
    expect(problems(inArticle(`summary: ${'x'.repeat(401)}`))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:5 summary (error tooLong)
        Gefunden: 401 Zeichen
        Erwartet: höchstens 400 Zeichen
        Zu tun: Kürzen Sie den Text; Einzelheiten gehören in den Beitrag.
    `);
    expect(problems(inArticle(`summary: ${'x'.repeat(400)}`))).toEqual([]);
  });

  it('a list that needs an entry', () => {
    expect(problems(inSite('responsible: []'))).toMatchInlineSnapshot(`
      content/site.md:25 responsible (error tooFew)
        Gefunden: zu wenige Einträge
        Erwartet: mindestens einen Eintrag
        Zu tun: Ergänzen Sie, was fehlt.
    `);
  });
});

it('goes on past a wrong field: what else is wrong is reported at once', () => {
  const found = problems({
    ...inArticle(
      'title: 5\ntopics: [sozales]\npublishedOn: 2024-01-01\nattachments: [{file: a.pdf, title: A}]',
      '# Eins\n',
    ),
    ...like(article, 'content/issues/2025-kw33/02-zweiter.md', ''),
  });
  expect(found.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '3 wrongType',
    '6 unknownTerm',
    '7 dayOutsideWeek',
    '8 fileNotFound',
    '11 headingOne',
  ]);
});
