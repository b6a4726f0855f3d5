import { describe, expect, it } from 'vitest';
import {
  article,
  inArticle,
  inIndex,
  inSite,
  like,
  privacy,
  problems,
  replaced,
  site,
  terms,
} from './sample-content.ts';

const withoutTitle = () => replaced(article, 'title: Das Rathaus hat neue Fenster\n', '');

describe('fields that are missing, unknown or of another kind', () => {
  it('an unknown field, with the one that may be meant', () => {
    expect(problems(inArticle('publishOn: 2025-08-14'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishOn (error unknownField)
        Gefunden: das unbekannte Feld „publishOn“
        Erwartet: eines dieser Felder: id, title, subtitle, kind, summary, publishedOn, updatedOn, correction, draft, withdrawn, withdrawnOn, author, lang, ai, reviewedBy, reviewedOn, contact, source, topics, municipality, software, people, releasedBy, event, attachments, related, image, pictures, formerAddresses, styleExceptions
        Zu tun: Meinten Sie „publishedOn“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('publishedOn: 2025-08-14'))).toEqual([]);
  });

  it('an unknown field like no other, and one inside another field', () => {
    expect(problems(inIndex('wetter: heiter'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/index.md:6 wetter (error unknownField)
        Gefunden: das unbekannte Feld „wetter“
        Erwartet: eines dieser Felder: id, title, publishedOn, mailing, lead, draft, image, pictures, formerAddresses, styleExceptions
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
        Zu tun: Schreiben Sie „title: "2025"“.
    `);
    expect(problems(inArticle('title: "2025"'))).toEqual([]);
  });

  it('a text that ends where YAML takes a comment to begin', () => {
    expect(problems(inArticle('title: Sprechstunde #1 im Rathaus'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:3 title (error textCutOff)
        Gefunden: den Text „Sprechstunde“; was dahinter steht („#1 im Rathaus“), gilt als Bemerkung
        Erwartet: einen Text mit # in Anführungszeichen
        Zu tun: Schreiben Sie title: "Sprechstunde #1 im Rathaus". Soll es eine Bemerkung sein, setzen Sie sie in eine eigene Zeile.
    `);
    expect(problems(inArticle('title: Er sagt "Nein" #neu')).map(({ advice }) => advice)).toEqual([
      `Schreiben Sie title: 'Er sagt "Nein" #neu'. Soll es eine Bemerkung sein, setzen Sie sie in eine eigene Zeile.`,
    ]);
    const inList = problems(replaced(site, 'name: Erika Mustermann', 'name: Erika Mustermann #2'));
    expect(inList.map(({ field, rule }) => `${field} ${rule}`)).toEqual(['responsible[1].name textCutOff']);
    expect(problems(replaced(terms, 'name: Soziales', 'name: Soziales #1')).map(({ rule }) => rule)).toEqual([
      'textCutOff',
    ]);
    expect(problems(inArticle('title: "Sprechstunde #1"\nsummary: Nummer#1'))).toEqual([]);
  });

  it('a comment on a line of its own, or behind a value that can have no such sign', () => {
    expect(problems(inArticle('# Titel\ntitle: Fenster\nkind: news # Nachricht\ntopics: [soziales] # eins'))).toEqual(
      [],
    );
    expect(problems(inArticle('summary: >-\n  Nummer #1\n  ist da.'))).toEqual([]);
  });

  it('a value that is nothing but a comment', () => {
    expect(problems(inSite('colours:\n  light: #0b5268\n  dark: "#93cbe0"'))).toMatchInlineSnapshot(`
      content/site.md:38 colours.light (error emptyByComment)
        Gefunden: ein leeres Feld; „#0b5268“ gilt als Bemerkung
        Erwartet: einen Wert; beginnt er mit #, in Anführungszeichen
        Zu tun: Schreiben Sie light: "#0b5268", wenn das der Wert sein soll; sonst füllen Sie das Feld aus.
    `);
    expect(problems(inArticle('title:\n# Bemerkung')).map(({ rule }) => rule)).toEqual(['empty']);
  });

  it('a field that has fields itself', () => {
    expect(problems(inSite('responsible:\n  - name: Erika Mustermann'))).toMatchInlineSnapshot(`
      content/site.md:26 responsible[1].address (error fieldMissing)
        Gefunden: kein Feld „address“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: street, postalCode und city
        Zu tun: Ergänzen Sie „address:“ und darunter, eingerückt, diese Felder.
    `);
    expect(problems(inSite('responsible: Erika Mustermann'))).toMatchInlineSnapshot(`
      content/site.md:25 responsible (error wrongType)
        Gefunden: den Wert „Erika Mustermann“
        Erwartet: eine Liste; jeder Eintrag beginnt mit einem Strich und hat die Felder name und address, auf Wunsch auch part
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inSite('security: sicherheit@blatt.example'))).toMatchInlineSnapshot(`
      content/site.md:34 security (error wrongType)
        Gefunden: den Wert „sicherheit@blatt.example“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: contact und expires
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(
      problems(replaced(site, '\nsecurity:\n  contact: sicherheit@blatt.example\n  expires: 2026-08-31', '')),
    ).toMatchInlineSnapshot(`
      content/site.md:1 security (error fieldMissing)
        Gefunden: kein Feld „security“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: contact und expires
        Zu tun: Ergänzen Sie „security:“ und darunter, eingerückt, diese Felder.
    `);
    const officer = '\n    dataProtectionOfficer:\n      email: datenschutz@blatt.example';
    expect(problems(replaced(site, officer, '\n    dataProtectionOfficer: Frau Muster'))).toMatchInlineSnapshot(`
      content/site.md:23 publishers[1].dataProtectionOfficer (error wrongType)
        Gefunden: den Wert „Frau Muster“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: email, auf Wunsch auch name und phone
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(replaced(site, officer, ''))).toMatchInlineSnapshot(`
      content/site.md:7 publishers[1].dataProtectionOfficer (error imprintFieldMissing)
        Gefunden: ein Impressum ohne die Angabe „Datenschutzbeauftragte oder -beauftragter“
        Erwartet: diese Angabe; sie ist bei der Rechtsform „Zweckverband“ Pflicht
        Zu tun: Ergänzen Sie „dataProtectionOfficer“ beim Herausgeber und darunter, eingerückt, email, auf Wunsch auch name und phone.
    `);
  });

  it('values of another kind', () => {
    expect(problems(inArticle('draft: ja'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 draft (error wrongType)
        Gefunden: den Wert „ja“
        Erwartet: true oder false
        Zu tun: Schreiben Sie „draft: true“.
    `);
    expect(problems(inArticle('topics: soziales'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 topics (error wrongType)
        Gefunden: den Wert „soziales“
        Erwartet: eine Liste (je Zeile ein Strich)
        Zu tun: Schreiben Sie „topics: [soziales]“.
    `);
    expect(problems(inArticle('image: fenster.jpg'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 image (error wrongType)
        Gefunden: den Wert „fenster.jpg“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: file, alt, decorative, withheld, credit, creator, copyright, licence, licenceUrl, sourceUrl, expiresOn, edited, ai, consent, medium und caption
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inArticle('publishedOn: 20250814'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error wrongType)
        Gefunden: die Zahl 20250814
        Erwartet: einen Tag, mit oder ohne Uhrzeit: 2026-12-03 oder 2026-12-03 10:00
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
