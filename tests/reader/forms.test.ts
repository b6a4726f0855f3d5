import { describe, expect, it } from 'vitest';
import { inArticle, inNotice, inSite, problems, replaced, site, terms } from './sample-content.ts';

const responsible = (postalCode: string) => `responsible:
  - name: Erika Mustermann
    address: {street: Musterstraße 1, postalCode: ${postalCode}, city: Musterstadt}`;

describe('values of a certain form', () => {
  it('a German date, with its corrected value', () => {
    expect(problems(inArticle('publishedOn: 14.8.2025'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error germanDate)
        Gefunden: das deutsche Datum „14.8.2025“
        Erwartet: einen Tag in der Form JJJJ-MM-TT
        Zu tun: Schreiben Sie 2025-08-14.
    `);
    expect(problems(inArticle('publishedOn: 14. 08. 2025'))).toMatchObject([
      { rule: 'germanDate', edits: [{ from: '14. 08. 2025', to: '2025-08-14' }] },
    ]);
    expect(problems(inArticle('publishedOn: 2025-08-14'))).toEqual([]);
  });

  it('a day that does not exist', () => {
    expect(problems(inArticle('publishedOn: 2025-02-29'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 publishedOn (error notADay)
        Gefunden: „2025-02-29“
        Erwartet: einen Tag, den es gibt, in der Form JJJJ-MM-TT
        Zu tun: Schreiben Sie zum Beispiel 2025-08-14.
    `);
    expect(problems(inArticle('publishedOn: 31.6.2025')).map(({ rule }) => rule)).toEqual(['notADay']);
  });

  it('a moment that is none, or in another form', () => {
    const starts = (start: string) => inArticle(`kind: event\nevent:\n  start: ${start}\n  place: Rathaus`);
    expect(problems(starts('10. Februar'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 event.start (error notAMoment)
        Gefunden: „10. Februar“
        Erwartet: einen Tag, mit oder ohne Uhrzeit: 2026-02-10 oder 2026-02-10T09:30
        Zu tun: Schreiben Sie den Zeitpunkt in einer der beiden Formen.
    `);
    const others = ['2026-02-10 09:30', '2026-02-10T09:30+01:00', '2026-02-30', '2026-02-10T25:00', '2026-02-10T9:30'];
    for (const start of others) expect(problems(starts(start)).map(({ rule }) => rule)).toEqual(['notAMoment']);
    expect(problems(starts('2026-02-10'))).toEqual([]);
    expect(problems(starts('2026-02-10T09:30'))).toEqual([]);
  });

  it('a day or moment in German, with its corrected value', () => {
    const starts = (start: string) => problems(inArticle(`kind: event\nevent:\n  start: ${start}\n  place: Rathaus`));
    expect(starts('8.12.2026 9:30 Uhr')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 event.start (error notAMoment)
        Gefunden: „8.12.2026 9:30 Uhr“
        Erwartet: einen Tag, mit oder ohne Uhrzeit: 2026-02-10 oder 2026-02-10T09:30
        Zu tun: Schreiben Sie 2026-12-08T09:30.
    `);
    for (const [written, meant] of [
      ['2026-12-08 09:30', '2026-12-08T09:30'],
      ['2026-12-8T9:30', '2026-12-08T09:30'],
      ['8. Dezember 2026 um 9 Uhr', '2026-12-08T09:00'],
      ['8. Dez. 2026, 18.15 Uhr', '2026-12-08T18:15'],
      ['8.12.2026', '2026-12-08'],
    ] as const) {
      expect(starts(written)).toMatchObject([{ rule: 'notAMoment', edits: [{ from: written, to: meant }] }]);
    }
    for (const none of ['31.6.2025', '8.12.2026 25 Uhr', '8. Dezember', '8.12.2026 bis 9.12.2026']) {
      expect(starts(none).map(({ edits }) => edits)).toEqual([undefined]);
    }
    const published = (day: string) => problems(inArticle(`publishedOn: ${day}`)).map(({ advice }) => advice);
    expect(published('14. August 2025')).toEqual(['Schreiben Sie 2025-08-14.']);
    expect(published('14. Aug. 2025')).toEqual(['Schreiben Sie 2025-08-14.']);
    expect(published('14. Fenster 2025')).toEqual(['Schreiben Sie zum Beispiel 2025-08-14.']);
  });

  it('a telephone number', () => {
    const contact = (phone: string) => problems(inArticle(`contact:\n  name: A\n  phone: ${phone}`));
    expect(contact('anrufen')).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 contact.phone (error notAPhone)
        Gefunden: „anrufen“
        Erwartet: eine Telefonnummer mit Vorwahl, zum Beispiel 030 23125 100
        Zu tun: Schreiben Sie die Nummer; gibt es keine, löschen Sie die Zeile.
    `);
    for (const phone of [
      '"115"',
      '030 / 23125-100',
      '(030) 23125 100',
      '+49 30 23125-0',
      '030 23125 100 (Mo bis Do)',
    ]) {
      expect(contact(phone)).toEqual([]);
    }
  });

  it('an id that is no tag URI', () => {
    expect(problems(inArticle('id: 4711-abc'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:2 id (error notATagUri)
        Gefunden: „4711-abc“
        Erwartet: eine Kennung wie tag:verlag.example,2025-08-14:…
        Zu tun: Stellen Sie die frühere Kennung wieder her. Ist noch nichts erschienen, löschen Sie die Zeile; „npm run check -- --fix“ vergibt eine neue.
    `);
  });

  it('an e-mail address', () => {
    expect(problems(inArticle('contact:\n  name: A\n  email: mailto:a@blatt.example'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 contact.email (error notAnEmail)
        Gefunden: „mailto:a@blatt.example“
        Erwartet: eine E-Mail-Adresse
        Zu tun: Schreiben Sie die Adresse ohne „mailto:“, Namen und Leerzeichen.
    `);
    expect(problems(inArticle('contact:\n  name: A\n  email: a@blatt.example'))).toEqual([]);
  });

  it('a web address', () => {
    expect(problems(inArticle('source:\n  title: A\n  url: www.blatt.example'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 source.url (error notAWebAddress)
        Gefunden: „www.blatt.example“
        Erwartet: eine vollständige Adresse, die mit https:// beginnt
        Zu tun: Schreiben Sie https://www.blatt.example.
    `);
    expect(problems(inArticle('source:\n  title: A\n  url: javascript:alert(1)')).map(({ rule }) => rule)).toEqual([
      'notAWebAddress',
    ]);
    expect(problems(inArticle('source:\n  title: A\n  url: https://www.blatt.example'))).toEqual([]);
  });

  it('a web address without its beginning, and an e-mail address', () => {
    const advice = (url: string) =>
      problems(inArticle(`source:\n  title: A\n  url: ${url}`)).map((found) => found.advice);
    expect(advice('rathaus.de/amt')).toEqual(['Schreiben Sie https://rathaus.de/amt.']);
    expect(advice('amt@rathaus.de')).toEqual([
      'Nennen Sie eine Seite. Eine E-Mail-Adresse steht im Text: [Name](mailto:amt@rathaus.de).',
    ]);
    expect(advice('Rathaus')).toEqual(['Kopieren Sie die Adresse aus der Adresszeile des Browsers.']);
    expect(problems(inSite('publicUrl: news.rathaus.de')).map((found) => found.advice)).toEqual([
      'Schreiben Sie https://news.rathaus.de.',
    ]);
  });

  it('the address of the site', () => {
    expect(problems(inSite('publicUrl: https://blatt.example/kurrende/'))).toMatchInlineSnapshot(`
      content/site.md:4 publicUrl (error notAnOrigin)
        Gefunden: „https://blatt.example/kurrende/“
        Erwartet: die Adresse der Website ohne Pfad, zum Beispiel https://kurrende.example
        Zu tun: Schreiben Sie https://blatt.example.
    `);
    expect(problems(inSite('publicUrl: blatt.example'))).toMatchInlineSnapshot(`
      content/site.md:4 publicUrl (error notAnOrigin)
        Gefunden: „blatt.example“
        Erwartet: die Adresse der Website ohne Pfad, zum Beispiel https://kurrende.example
        Zu tun: Kopieren Sie die Adresse aus der Adresszeile des Browsers.
    `);
    expect(problems(inSite('publicUrl: https://Müll.example')).map(({ advice }) => advice)).toEqual([
      'Schreiben Sie https://xn--mll-hoa.example.',
    ]);
    expect(problems(inSite('publicUrl: https://blatt.example/'))).toEqual([]);
  });

  it('the address of the Abo service', () => {
    const mail = 'mail: {from: {name: Blatt, address: blatt@blatt.example}, listId: blatt.blatt.example}';
    const abo = (url: string) => problems({ ...inNotice('subscription: {}'), ...inSite(`${mail}\naboUrl: ${url}`) });
    expect(abo('http://abo.blatt.example')).toMatchInlineSnapshot(`
      content/site.md:38 aboUrl (error notHttps)
        Gefunden: „http://abo.blatt.example“
        Erwartet: eine Adresse mit https: (RFC 8058)
        Zu tun: Schreiben Sie https://abo.blatt.example, und richten Sie dort ein Zertifikat ein.
    `);
    expect(abo('http://blatt.example/abo')).toMatchInlineSnapshot(`
      content/site.md:38 aboUrl (error notAnOrigin)
        Gefunden: „http://blatt.example/abo“
        Erwartet: die Adresse des Abo-Dienstes mit https: und ohne Pfad, zum Beispiel https://kurrende.example
        Zu tun: Schreiben Sie https://blatt.example.
    `);
    expect(abo('https://blatt.example/abo/').map(({ rule }) => rule)).toEqual(['notAnOrigin']);
    expect(abo('https://abo.blatt.example')).toEqual([]);
  });

  it('an Abo that somebody sends, and that the data protection notice knows of', () => {
    expect(problems(inSite('aboUrl: https://abo.blatt.example'))).toMatchInlineSnapshot(`
      content/site.md:37 aboUrl (error senderUndeclared)
        Gefunden: ein Abo per E-Mail (aboUrl) ohne Absender
        Erwartet: „mail“ mit from (darunter name und address) und listId
        Zu tun: Ergänzen Sie „mail“. Soll es kein Abo per E-Mail geben, löschen Sie „aboUrl“.
      content/site.md:37 aboUrl (error subscriptionUndeclared)
        Gefunden: ein Abo per E-Mail (aboUrl), von dem die Datenschutzhinweise nichts sagen
        Erwartet: „subscription“ in content/legal/datenschutz.md (Art. 13 DSGVO)
        Zu tun: Ergänzen Sie „subscription: {}“; dann gelten die üblichen Fristen.
    `);
  });

  it('a domain', () => {
    expect(problems(inSite('idAuthority: https://blatt.example'))).toMatchInlineSnapshot(`
      content/site.md:5 idAuthority (error notADomain)
        Gefunden: „https://blatt.example“
        Erwartet: einen Rechnernamen in Kleinbuchstaben wie verlag.example
        Zu tun: Lassen Sie https:// und alles nach dem Namen weg.
    `);
    expect(problems(inSite('idAuthority: Blatt')).map(({ rule }) => rule)).toEqual(['notADomain']);
  });

  it('the sender of the e-mail edition', () => {
    const mail = 'mail:\n  from:\n    name: Blatt\n    address: Blatt <a@b>\n  listId: Blatt\n  articles: halb';
    expect(problems(inSite(mail))).toMatchInlineSnapshot(`
      content/site.md:40 mail.from.address (error notAnEmail)
        Gefunden: „Blatt <a@b>“
        Erwartet: eine E-Mail-Adresse
        Zu tun: Schreiben Sie die Adresse ohne „mailto:“, Namen und Leerzeichen.
      content/site.md:41 mail.listId (error notADomain)
        Gefunden: „Blatt“
        Erwartet: einen Rechnernamen in Kleinbuchstaben wie verlag.example
        Zu tun: Lassen Sie https:// und alles nach dem Namen weg.
      content/site.md:42 mail.articles (error notAllowed)
        Gefunden: „halb“
        Erwartet: einen dieser Werte: full, teaser
        Zu tun: Wählen Sie einen der Werte.
    `);
    expect(problems(inSite('mail:\n  from:\n    name: Blatt'))).toMatchInlineSnapshot(`
      content/site.md:37 mail.listId (error fieldMissing)
        Gefunden: kein Feld „listId“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „listId: …“.
      content/site.md:38 mail.from.address (error fieldMissing)
        Gefunden: kein Feld „address“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „address: …“.
    `);
  });

  it('the part of an address that names a thing', () => {
    expect(problems(replaced(terms, 'slug: soziales', 'slug: Soziales & Jugend'))).toMatchInlineSnapshot(`
      content/terms.yaml:3 topics[1].slug (error notASlug)
        Gefunden: „Soziales & Jugend“
        Erwartet: Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel landkreis-wesermarsch
        Zu tun: Meinten Sie „soziales-jugend“? Sonst schreiben Sie ä als ae, ß als ss und statt Leerzeichen Bindestriche.
    `);
    expect(problems(replaced(terms, 'slug: soziales', 'slug: soziales-jugend'))).toEqual([]);
  });

  it('a file name with a path', () => {
    const image = (file: string) =>
      inArticle(`image:\n  withheld: Nicht geklärt.\n  licence: own\n  credit: B\n  file: ${file}`);
    expect(problems(image('bilder/a.jpg'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:10 image.file (error notAFileName)
        Gefunden: „bilder/a.jpg“
        Erwartet: den Namen einer Datei, die im Ordner der Ausgabe liegt
        Zu tun: Legen Sie die Datei in den Ordner der Ausgabe und nennen Sie nur ihren Namen.
    `);
    for (const file of ['../a.jpg', '.a.jpg', 'C:\\a.jpg', '" "']) {
      expect(problems(image(file)).map(({ rule }) => rule)).toEqual(['notAFileName']);
    }
  });

  it('a former address', () => {
    expect(problems(inArticle('formerAddresses: ["https://blatt.example/news/33/"]'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 formerAddresses[1] (error notAFormerAddress)
        Gefunden: „https://blatt.example/news/33/“
        Erwartet: einen Pfad, der mit / beginnt und endet, zum Beispiel /news/33-kw/
        Zu tun: Schreiben Sie den Pfad ohne Rechnernamen.
    `);
    expect(problems(inArticle('formerAddresses: [/news/33/]'))).toEqual([]);
  });

  it('a postal code, a name and a VAT number', () => {
    expect(problems(replaced(site, 'vatId: none', 'vatId: "123"'))).toMatchInlineSnapshot(`
      content/site.md:20 publishers[1].vatId (error notTheForm)
        Gefunden: „123“
        Erwartet: einen Wert wie „DE123456789“
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(replaced(site, 'name: Max Mustermann', 'name: Mustermann'))).toMatchInlineSnapshot(`
      content/site.md:17 publishers[1].representatives[1].name (error notTheForm)
        Gefunden: „Mustermann“
        Erwartet: einen Wert wie „Erika Mustermann“
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inSite(responsible('"1234"')))).toMatchInlineSnapshot(`
      content/site.md:27 responsible[1].address.postalCode (error notTheForm)
        Gefunden: „1234“
        Erwartet: einen Wert wie „26122“
        Zu tun: Schreiben Sie den Wert in dieser Form.
    `);
    expect(problems(inSite(responsible('01234')))).toMatchInlineSnapshot(`
      content/site.md:27 responsible[1].address.postalCode (error wrongType)
        Gefunden: die Zahl 01234
        Erwartet: einen Text
        Zu tun: Schreiben Sie „postalCode: "01234"“.
    `);
    expect(problems(replaced(site, 'vatId: none', 'vatId: DE123456789'))).toEqual([]);
    expect(problems(inSite(responsible('"01234"')))).toEqual([]);
  });
});

describe('a name where a record is expected', () => {
  const advice = (fields: string) => problems(inArticle(fields)).map(({ advice: text }) => text);

  it.each([
    ['author: Erika Muster', '„author:“ und darunter, zwei Zeichen eingerückt, „name: Erika Muster“'],
    ['contact: "Amt: Post"', '„contact:“ und darunter, zwei Zeichen eingerückt, „name: "Amt: Post"“'],
    ['people: Max Muster', '„people:“ und darunter, zwei Zeichen eingerückt, „- name: Max Muster“'],
  ])('%s is answered with the lines to write', (fields, lines) => {
    expect(advice(fields)).toEqual([`Schreiben Sie in zwei Zeilen ${lines}.`]);
  });

  it('in a list too', () => {
    expect(advice('author: [Erika Muster]')).toEqual(['Schreiben Sie „- name: Erika Muster“.']);
  });
});
