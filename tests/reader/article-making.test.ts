import { describe, expect, it } from 'vitest';
import { article, inArticle, issueFolder, library, like, problems } from './sample-content.ts';

const reviewed = 'reviewedBy: {name: Eva Muster, function: Redaktion}\nreviewedOn: 2025-08-12';

describe('what a machine had to do with a text (Art. 50 (4) of the AI Act)', () => {
  it('a generated text that nobody has reviewed doesn’t come out', () => {
    expect(problems(inArticle('ai: generated'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 ai (error reviewMissing)
        Gefunden: einen Text, den eine KI erzeugt hat und den niemand geprüft hat
        Erwartet: „reviewedBy“ mit name und function und „reviewedOn“ mit dem Tag der Prüfung
        Zu tun: Lassen Sie den Text prüfen, und ergänzen Sie, wer es wann getan hat.
    `);
    expect(library(inArticle('ai: generated')).articles).toEqual([]);
    expect(problems(inArticle(`ai: generated\n${reviewed}`))).toEqual([]);
  });

  it('a review has a day and a person', () => {
    expect(problems(inArticle('ai: assisted\nreviewedOn: 2025-08-12'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 reviewedOn (error reviewerMissing)
        Gefunden: den Tag einer Prüfung, aber nicht, wer geprüft hat
        Erwartet: „reviewedBy“ mit name und function
        Zu tun: Ergänzen Sie „reviewedBy“.
    `);
    expect(problems(inArticle('ai: generated\nreviewedBy: {name: Eva Muster}'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:7 reviewedBy (error reviewedOnMissing)
        Gefunden: wer den Text geprüft hat, aber nicht, wann
        Erwartet: „reviewedOn“ mit dem Tag der Prüfung
        Zu tun: Ergänzen Sie „reviewedOn“.
    `);
  });

  it('a review is of something that a machine did', () => {
    expect(problems(inArticle(reviewed))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 reviewedBy (error reviewWithoutMachine)
        Gefunden: eine Prüfung, zu der nicht gesagt ist, was eine KI am Text getan hat
        Erwartet: „ai: assisted“ (eine KI hat geholfen) oder „ai: generated“ (eine KI hat ihn erzeugt)
        Zu tun: Ergänzen Sie „ai“, oder löschen Sie „reviewedBy“ und „reviewedOn“.
    `);
    expect(problems(inArticle(`ai: assisted\n${reviewed}`))).toEqual([]);
    expect(problems(inArticle('ai: assisted'))).toEqual([]);
    expect(problems(inArticle('ai: none'))).toEqual([]);
  });
});

describe('the language of an article', () => {
  it('is a tag, and the one that is meant is told', () => {
    expect(problems(inArticle('lang: Englisch'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 lang (error notALanguage)
        Gefunden: „Englisch“
        Erwartet: das Kürzel einer Sprache: en für Englisch, nds für Niederdeutsch, nl für Niederländisch
        Zu tun: Schreiben Sie en.
    `);
    expect(problems(inArticle('lang: xx'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 lang (error notALanguage)
        Gefunden: „xx“
        Erwartet: das Kürzel einer Sprache: en für Englisch, nds für Niederdeutsch, nl für Niederländisch
        Zu tun: Schreiben Sie das Kürzel (BCP 47), oder löschen Sie die Zeile.
    `);
    for (const lang of ['en', 'en-GB', 'nds', 'de-AT'])
      expect([lang, problems(inArticle(`lang: ${lang}`))]).toEqual([lang, []]);
  });

  it('leaves a text in another language as it is written, and typesets an Austrian one', () => {
    const fields = (lang: string) => `lang: ${lang}\nsubtitle: Say "yes" - or no\nattachments: []`;
    const body = 'He said "yes" - twice.';
    const textOf = (lang: string) => {
      const [one] = library(inArticle(fields(lang), body)).articles;
      return [one?.subtitle, JSON.stringify(one?.body).includes('\\"yes\\" - twice')];
    };
    expect(textOf('en')).toEqual(['Say "yes" - or no', true]);
    expect(textOf('de-AT')).toEqual(['Say „yes“\u00A0– or no', false]);
  });
});

describe('several authors', () => {
  it('are a list; one alone needs none', () => {
    const authors = (text: string) => library(inArticle(`author: ${text}`)).articles[0]?.authors;
    expect(authors('{name: Ada}')).toEqual([{ name: 'Ada' }]);
    expect(authors('[{name: Ada}, {name: Bert, function: Amt}]')).toEqual([
      { name: 'Ada' },
      { name: 'Bert', function: 'Amt' },
    ]);
  });

  it('what is wrong with one of them is told at its line, in either form', () => {
    expect(problems(inArticle('author:\n  nam: Ada'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 author.name (error fieldMissing)
        Gefunden: kein Feld „name“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „name: …“.
      content/issues/2025-kw33/01-erster-beitrag.md:7 author.nam (error unknownField)
        Gefunden: das unbekannte Feld „nam“
        Erwartet: eines dieser Felder: name, function
        Zu tun: Meinten Sie „name“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('author:\n  - name: Ada\n  - nam: Bert'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:8 author[2].name (error fieldMissing)
        Gefunden: kein Feld „name“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „name: …“.
      content/issues/2025-kw33/01-erster-beitrag.md:8 author[2].nam (error unknownField)
        Gefunden: das unbekannte Feld „nam“
        Erwartet: eines dieser Felder: name, function
        Zu tun: Meinten Sie „name“? Sonst löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(problems(inArticle('author: Ada'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 author (error wrongType)
        Gefunden: den Wert „Ada“
        Erwartet: mehrere Felder, eingerückt unter dem Namen: name, auf Wunsch auch function
        Zu tun: Schreiben Sie in zwei Zeilen „author:“ und darunter, zwei Zeichen eingerückt, „name: Ada“.
    `);
  });
});

describe('related links', () => {
  const second = `${issueFolder}/02-zweiter-beitrag.md`;
  const other = like(article, second, 'title: Das andere');
  const related = (text: string) => ({ ...inArticle(`related: [${text}]`), ...other });
  const linksOf = (text: string) => library(related(text)).articles.find(({ number }) => number === 1)?.related;

  it('another article brings its title, by its file and by its address', () => {
    const link = { title: 'Das andere', href: '/ausgaben/2025/kw33/zweiter-beitrag/' };
    expect(linksOf('02-zweiter-beitrag.md, /ausgaben/2025/kw33/zweiter-beitrag/')).toEqual([link, link]);
  });

  it('any other page has a title and an address, here or elsewhere', () => {
    expect(linksOf('{title: Feeds, url: /feeds/}, {title: Amt, url: "https://amt.example/7"}')).toEqual([
      { title: 'Feeds', href: '/feeds/' },
      { title: 'Amt', href: 'https://amt.example/7' },
    ]);
  });

  it('what is not there, not an article or not out yet is told', () => {
    expect(problems(related('02-zweiter.md'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 related[1] (error linkNotFound)
        Gefunden: einen Link auf „02-zweiter.md“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Korrigieren Sie den Link.
    `);
    expect(problems(related('/feeds/, "https://amt.example"'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 related[1] (error relatedNotAnArticle)
        Gefunden: „/feeds/“; das ist kein Beitrag dieser Website
        Erwartet: die Datei eines Beitrags wie ../2026-kw01/01-jahr-mit-53-wochen.md, oder title und url
        Zu tun: Schreiben Sie für andere Seiten „title“ und „url“.
      content/issues/2025-kw33/01-erster-beitrag.md:6 related[2] (error relatedNotAnArticle)
        Gefunden: „https://amt.example“; das ist kein Beitrag dieser Website
        Erwartet: die Datei eines Beitrags wie ../2026-kw01/01-jahr-mit-53-wochen.md, oder title und url
        Zu tun: Schreiben Sie für andere Seiten „title“ und „url“.
    `);
    expect(problems(related('{title: Amt, url: amt.example/7}'))).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 related[1].url (error linkNotFound)
        Gefunden: einen Link auf „amt.example/7“; diese Seite gibt es nicht
        Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://
        Zu tun: Korrigieren Sie den Link.
    `);
    expect(
      problems({ ...related('02-zweiter-beitrag.md'), ...like(article, second, 'title: Das andere\ndraft: true') }),
    ).toMatchInlineSnapshot(`
      content/issues/2025-kw33/01-erster-beitrag.md:6 related[1] (error linkToHidden)
        Gefunden: einen Link auf „02-zweiter-beitrag.md“; diese Seite ist noch nicht veröffentlicht
        Erwartet: einen Link auf eine veröffentlichte Seite
        Zu tun: Veröffentlichen Sie die Seite vorher oder nehmen Sie den Link heraus.
    `);
  });

  it('a withdrawn article is not led to', () => {
    const files = {
      ...related('02-zweiter-beitrag.md'),
      ...like(article, second, 'title: Das andere\nwithdrawn: Falsch.'),
    };
    expect(library(files).articles[0]?.related).toEqual([]);
  });
});
