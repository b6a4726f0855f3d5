import { describe, expect, it } from 'vitest';
import { articleTemplate } from '../../src/words/templates.ts';
import {
  type Files,
  inArticle,
  inIndex,
  inSite,
  inText,
  library,
  ownPage,
  problems,
  projectWith,
  readIn,
} from './sample-content.ts';

const folder = 'content/seiten';
const rules = (files: Files, options?: Parameters<typeof problems>[1]) =>
  problems(files, options).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
const pathsOf = (files: Files, options?: Parameters<typeof library>[1]) =>
  library(files, options).pages.map(({ path }) => path);

describe("a page of the organisation's own", () => {
  it('needs nothing but a title and a description', () => {
    expect(problems(ownPage('ueber-uns.md'))).toEqual([]);
    expect(pathsOf(ownPage('ueber-uns.md'))).toEqual(['/ueber-uns/']);
    expect(
      problems({ [`${folder}/ueber-uns.md`]: '---\nupdatedOn: 2025-08-20\n---\n\nText.\n' }),
    ).toMatchInlineSnapshot(`
      content/seiten/ueber-uns.md:1 title (error fieldMissing)
        Gefunden: kein Feld „title“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „title: …“.
      content/seiten/ueber-uns.md:1 description (error fieldMissing)
        Gefunden: kein Feld „description“
        Erwartet: einen Text
        Zu tun: Ergänzen Sie „description: …“.
    `);
  });

  it('says in which menu it stands, when it was changed last, and nothing else', () => {
    const wrong = 'showIn: header\nupdatedOn: 20.8.2025\nauthor: Erika';
    expect(problems(ownPage('ueber-uns.md', wrong))).toMatchInlineSnapshot(`
      content/seiten/ueber-uns.md:4 showIn (error notAllowed)
        Gefunden: „header“
        Erwartet: einen dieser Werte: menu, footer
        Zu tun: Wählen Sie einen der Werte.
      content/seiten/ueber-uns.md:5 updatedOn (error germanDate)
        Gefunden: das deutsche Datum „20.8.2025“
        Erwartet: einen Tag in der Form JJJJ-MM-TT
        Zu tun: Schreiben Sie 2025-08-20.
      content/seiten/ueber-uns.md:6 author (error unknownField)
        Gefunden: das unbekannte Feld „author“
        Erwartet: eines dieser Felder: title, description, showIn, updatedOn, draft, example
        Zu tun: Löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.
    `);
    expect(rules(ownPage('ueber-uns.md', 'showIn: menu\nupdatedOn: 2025-08-20\ndraft: false'))).toEqual([]);
    expect(rules(ownPage('ueber-uns.md', 'showIn: footer'))).toEqual([]);
  });

  it('has its text checked like any other', () => {
    const text =
      '# Wir\n\n#### Amt\n\nMehr [hier](https://rathaus.example/). <b>Neu</b>! Siehe [das](/gibt-es-nicht/).\n';
    expect(rules(ownPage('ueber-uns.md', '', text))).toEqual([
      `${folder}/ueber-uns.md:6 headingOne`,
      `${folder}/ueber-uns.md:8 headingSkipped`,
      `${folder}/ueber-uns.md:10 rawHtml`,
      `${folder}/ueber-uns.md:10 linkTextEmpty`,
      `${folder}/ueber-uns.md:10 linkNotFound`,
    ]);
  });

  it('has no place for pictures, whose credits it could not say', () => {
    expect(problems(ownPage('ueber-uns.md', '', '![Das Rathaus](rathaus.jpg)\n'))).toMatchInlineSnapshot(`
      content/seiten/ueber-uns.md:6 (error pictureOutsideIssue)
        Gefunden: das Bild „rathaus.jpg“
        Erwartet: einen Text ohne Bilder; sie gehören in Ausgaben und Beiträge, wo ihr Nachweis steht
        Zu tun: Löschen Sie das Bild oder setzen Sie es in einen Beitrag.
    `);
  });

  it('is no copy of a template, unless as a draft', () => {
    const [, body = ''] = articleTemplate('tag:blatt.example,2025:1').split('---\n\n');
    const fields = 'title: Titel des Beitrags\ndescription: Ein oder zwei Sätze für Übersicht, Feed und Suchmaschine.';
    expect(rules(ownPage('ueber-uns.md', fields, body))).toEqual(
      [2, 3, 6, 8, 10].map((line) => `${folder}/ueber-uns.md:${line} placeholder`),
    );
    const draft = problems(ownPage('ueber-uns.md', `${fields}\ndraft: true`, body));
    expect(draft.filter(({ isUnfinished }) => !isUnfinished)).toEqual([]);
  });

  it('is left out with an error in it, and while it is a draft, which the preview shows', () => {
    const files = { ...ownPage('ueber-uns.md', 'draft: true'), ...ownPage('kaputt.md', '', '# Nein\n') };
    expect(pathsOf(files)).toEqual([]);
    expect(pathsOf(files, { mode: 'preview' })).toEqual(['/ueber-uns/']);
  });

  it('is told from an example before a release', () => {
    const marked = ownPage('ueber-uns.md', 'example: true', 'Schreiben Sie an [uns](mailto:post@rathaus.example).\n');
    expect(rules(marked)).toEqual([]);
    expect(rules(marked, { release: true }).filter((rule) => rule.startsWith(folder))).toEqual([
      `${folder}/ueber-uns.md:4 exampleRelease`,
      `${folder}/ueber-uns.md:7 exampleHost`,
    ]);
  });
});

describe('a link', () => {
  it('leads to a page as a file and as an address, from every kind of text, and from it to all others', () => {
    const files = {
      ...ownPage('ueber-uns.md', '', 'Lesen Sie [den Bericht](../issues/2025-kw33/01-erster-beitrag.md).\n'),
      ...ownPage('mitmachen.md', '', 'Wer [wir sind](ueber-uns.md), und [das Thema](/themen/soziales/).\n'),
      ...inText('Siehe [über uns](../../seiten/ueber-uns.md) und [Mitmachen](/mitmachen/).\n'),
      ...inSite('', 'Guten Tag! [Wer wir sind](seiten/ueber-uns.md).\n'),
    };
    expect(problems(files)).toEqual([]);
    const [ours] = library(files).pages.filter(({ slug }) => slug === 'mitmachen');
    expect(JSON.stringify(ours?.body)).toContain('"url":"/ueber-uns/"');
  });

  it('to a page that is not there names the nearest', () => {
    const files = { ...ownPage('ueber-uns.md'), ...inText('Siehe [über uns](../../seiten/ueberuns.md).\n') };
    expect(problems(files).map(({ advice }) => advice)).toEqual([
      'Meinten Sie „../../seiten/ueber-uns.md“? Sonst korrigieren Sie den Link.',
    ]);
  });

  it('to a draft is a mistake in what is published', () => {
    const draft = ownPage('ueber-uns.md', 'draft: true');
    const text = 'Siehe [über uns](/ueber-uns/).\n';
    expect(rules({ ...draft, ...inText(text) })).toEqual([
      'content/issues/2025-kw33/01-erster-beitrag.md:8 linkToHidden',
    ]);
    expect(rules({ ...draft, ...ownPage('mitmachen.md', '', text) })).toEqual([
      `${folder}/mitmachen.md:6 linkToHidden`,
    ]);
    expect(rules({ ...draft, ...ownPage('mitmachen.md', 'draft: true', text) })).toEqual([]);
    expect(rules({ ...draft, ...inText(text) }, { mode: 'preview' })).toEqual([]);
  });
});

describe('a name that is taken', () => {
  it("is an address of the product's, also of a folder, of a file and of what is to come", () => {
    expect(problems(ownPage('impressum.md'))).toMatchInlineSnapshot(`
      content/seiten/impressum.md:1 (error imprintFile)
        Gefunden: die Datei „impressum.md“; sie erscheint nirgends
        Erwartet: die Angaben für das Impressum als Felder in content/site.md; daraus entsteht die Seite /impressum/
        Zu tun: Tragen Sie unter „publishers“ und „responsible“ in content/site.md ein, was fehlt, und löschen Sie die Datei. docs/einrichten.md nennt jedes Feld.
    `);
    const names = ['ausgaben', 'feeds', 'feed', 'abo', 'suche', 'themen', 'kommunen', 'bilder', 'pagefind', 'vorschau'];
    const files = ['404', 'haus', 'favicon', 'robots', 'sitemap-index', 'sitemap-0', 'index', 'berichtigungen'];
    for (const name of [...names, ...files, 'leichte-sprache', 'barrierefreiheit']) {
      expect(rules(ownPage(`${name}.md`))).toEqual([`${folder}/${name}.md:1 pageNameTaken`]);
    }
    expect(rules(ownPage('impressum-alt.md'))).toEqual([]);
  });

  it('is told of a name that would be one once it is written rightly', () => {
    for (const name of ['Datenschutz.md', 'suche.markdown', 'Feeds']) {
      expect(rules({ [`${folder}/${name}`]: '' })).toEqual([`${folder}/${name}:1 pageNameTaken`]);
    }
  });

  it('is a former address of an article or an issue, which stays a promise', () => {
    const page = ownPage('ueber-uns.md');
    expect(problems({ ...page, ...inArticle('formerAddresses: [/alt/, /ueber-uns/]') })).toMatchInlineSnapshot(`
      content/seiten/ueber-uns.md:1 (error pageNameTaken)
        Gefunden: eine Seite mit der Adresse /ueber-uns/, die als frühere Adresse in content/issues/2025-kw33/01-erster-beitrag.md steht
        Erwartet: einen Dateinamen, dessen Adresse noch frei ist
        Zu tun: Geben Sie der Datei einen anderen Namen.
    `);
    expect(rules({ ...page, ...inIndex('formerAddresses: [/ueber-uns/]') })).toEqual([
      `${folder}/ueber-uns.md:1 pageNameTaken`,
    ]);
    expect(rules({ ...page, ...inIndex('formerAddresses: [/ueber-uns/team/, /ueber/]') })).toEqual([]);
  });

  it('is the address of a file in public/', () => {
    const page = ownPage('ueber-uns.md');
    expect(problems({ ...page, 'public/ueber-uns/index.html': '' })).toMatchInlineSnapshot(`
      content/seiten/ueber-uns.md:1 (error pageNameTaken)
        Gefunden: eine Seite mit der Adresse /ueber-uns/, unter der schon public/ueber-uns/index.html liegt
        Erwartet: einen Dateinamen, dessen Adresse noch frei ist
        Zu tun: Geben Sie der Datei einen anderen Namen.
    `);
    for (const file of ['public/ueber-uns.html', 'public/ueber-uns']) {
      expect(rules({ ...page, [file]: '' })).toEqual([`${folder}/ueber-uns.md:1 pageNameTaken`]);
    }
    expect(rules({ ...page, 'public/ueber-uns/plan.pdf': '', 'public/ueber-uns.pdf': '' })).toEqual([]);
  });
});

describe('what lies beside the pages', () => {
  it('a page under a name that can be no address, with the right one', () => {
    expect(problems({ [`${folder}/Über uns.md`]: '' })).toMatchInlineSnapshot(`
      content/seiten/Über uns.md:1 (error unknownFile)
        Gefunden: „Über uns.md“: mit Großbuchstaben, mit Leerzeichen, mit Umlauten oder anderen besonderen Buchstaben
        Erwartet: einen Namen wie ueber-uns.md: Kleinbuchstaben, Ziffern und Bindestriche, ohne Umlaute und Leerzeichen
        Zu tun: Benennen Sie „Über uns.md“ um in „ueber-uns.md“. Was nicht veröffentlicht werden soll, gehört in einen anderen Ordner.
    `);
    const suggested = (name: string) => problems({ [`${folder}/${name}`]: '' })[0]?.advice.match(/um in „(.*?)“/)?.[1];
    expect(suggested('Über_uns.MD')).toBe('ueber-uns.md');
    expect(suggested('ueber-uns.md.txt')).toBe('ueber-uns.md');
    expect(suggested('ueber-uns.txt')).toBe('ueber-uns.md');
    expect(suggested('ueber-uns')).toBe('ueber-uns.md');
    expect(suggested('_astro.md')).toBe('astro.md');
    expect(suggested('ueber--uns.md')).toBe('ueber-uns.md');
  });

  it('a file that is no text, and a folder', () => {
    expect(problems({ [`${folder}/rathaus.jpg`]: '' })).toMatchInlineSnapshot(`
      content/seiten/rathaus.jpg:1 (warning fileAmongPages)
        Gefunden: die Datei „rathaus.jpg“, die keine Seite ist und deshalb nicht erscheint
        Erwartet: nur Textdateien mit der Endung .md
        Zu tun: Legen Sie, was zum Herunterladen ist, in den Ordner public/. Bilder gehören in eine Ausgabe, wo ihr Nachweis steht.
    `);
    expect(problems({ [`${folder}/team/index.md`]: '' })).toMatchInlineSnapshot(`
      content/seiten/team:1 (warning folderAmongPages)
        Gefunden: den Ordner „team“, den das Programm nicht liest
        Erwartet: jede Seite unmittelbar in diesem Ordner
        Zu tun: Legen Sie die Textdatei eine Ebene höher ab; ihr Name ist die Adresse der Seite.
    `);
    expect(rules({ [`${folder}/.DS_Store`]: '', [`${folder}/ueber-uns.md~`]: '' })).toEqual([]);
  });

  it('nothing: the folder may be empty or missing', () => {
    const { problems: found, library: read } = readIn(projectWith());
    expect([found, read?.pages]).toEqual([[], []]);
  });
});
