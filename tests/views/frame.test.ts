import { describe, expect, it } from 'vitest';
import { feedLinks, footerLine, footerMenu, frequencyText, mainMenu, publishedBy } from '../../src/views/site/frame.ts';
import { originOf } from '../../src/views/site/origin.ts';
import { easyLanguage, inArticle, inSite, library, ownPage, replaced, site } from '../reader/sample-content.ts';
import { origin } from './sample-page.ts';

const marked = (menu: { text: string; current: string | undefined }[]) =>
  menu.filter(({ current }) => current).map(({ text, current }) => `${text}: ${current}`);

function bothMenus(here: string, ...changes: Parameters<typeof library>) {
  const read = library(...changes);
  return [...mainMenu(here, read), ...footerMenu(here, read)];
}

describe('the menus', () => {
  it('lead to issues, case studies, topics and the Abo from the top of each page', () => {
    expect(mainMenu('/', library()).map(({ text, path }) => [text, path])).toEqual([
      ['Ausgaben', '/ausgaben/'],
      ['Praxisberichte', '/praxisberichte/'],
      ['Themen', '/themen/'],
      ['Abo und RSS', '/abo/'],
      ['Suche', '/suche/'],
    ]);
  });

  it('lead to the imprint first, then to all that is required, and to the directories, from the bottom', () => {
    expect(footerMenu('/', library()).map(({ text, path }) => [text, path])).toEqual([
      ['Impressum', '/impressum/'],
      ['Datenschutz', '/datenschutz/'],
      ['Barrierefreiheit', '/barrierefreiheit/'],
      ['Bildnachweise', '/bildnachweise/'],
      ['Feeds', '/feeds/'],
    ]);
  });

  it('lead to municipalities and software from the bottom once an article is about one', () => {
    const last = (fields: string) =>
      footerMenu('/', library(inArticle(fields)))
        .slice(5)
        .map(({ text }) => text);
    expect(last('software: [musterverfahren]')).toEqual(['Verfahren']);
    expect(last('municipality: landkreis-muster\nsoftware: [musterverfahren]')).toEqual(['Kommunen', 'Verfahren']);
    expect(last('municipality: landkreis-muster\nwithdrawn: Die Zahl war falsch.\nwithdrawnOn: 2025-08-20')).toEqual([
      'Berichtigungen',
    ]);
  });

  it.each([
    ['/ausgaben/', 'Ausgaben: page'],
    ['/ausgaben/2025/kw33/', 'Ausgaben: true'],
    ['/themen/soziales/', 'Themen: true'],
    ['/impressum/', 'Impressum: page'],
    ['/kommunen/landkreis-muster/', 'Kommunen: true'],
  ])('mark where one is on %s', (here, where) => {
    expect(marked(bothMenus(here, inArticle('municipality: landkreis-muster')))).toEqual([where]);
  });

  it('lead to Leichte Sprache where there is such a page', () => {
    const page = { [easyLanguage]: '---\ntitle: Leicht\nupdatedOn: 2025-08-01\n---\n\nGuten Tag.\n' };
    const around = footerMenu('/', library(page)).map(({ text }) => text);
    expect(around.slice(2, 5)).toEqual(['Barrierefreiheit', 'Leichte Sprache', 'Bildnachweise']);
  });

  it('lead to the corrections from the first one on', () => {
    const corrected = inArticle('updatedOn: 2025-08-20\ncorrection: Die Zahl war falsch.');
    expect(footerMenu('/', library(corrected)).at(-1)).toMatchObject({
      text: 'Berichtigungen',
      path: '/berichtigungen/',
    });
  });

  it('mark nothing on a page that they do not lead to', () => {
    expect(['/', '/404.html'].flatMap((here) => marked(bothMenus(here)))).toEqual([]);
  });
});

describe("the organisation's own pages", () => {
  const files = {
    ...inArticle('municipality: landkreis-muster\nsoftware: [musterverfahren]'),
    ...ownPage('mitmachen.md', 'title: Mitmachen\nshowIn: menu'),
    ...ownPage('aemter.md', 'title: Ämter\nshowIn: menu'),
    ...ownPage('verteiler.md', 'title: Die "Verteiler"\nshowIn: footer'),
    ...ownPage('still.md', 'title: Still'),
    ...ownPage('entwurf.md', 'title: Entwurf\nshowIn: menu\ndraft: true'),
  };
  const texts = (menu: { text: string }[]) => menu.map(({ text }) => text);

  it('stand where they ask to, in the order of their titles, before what comes last', () => {
    expect(texts(mainMenu('/', library(files)))).toEqual([
      'Ausgaben',
      'Praxisberichte',
      'Themen',
      'Ämter',
      'Mitmachen',
      'Abo und RSS',
      'Suche',
    ]);
    expect(texts(footerMenu('/', library(files))).slice(4)).toEqual([
      'Feeds',
      'Die „Verteiler“',
      'Kommunen',
      'Verfahren',
    ]);
  });

  it('are marked when one is on them, and drafts are in the menus of the preview', () => {
    expect(marked(bothMenus('/mitmachen/', files))).toEqual(['Mitmachen: page']);
    expect(marked(bothMenus('/still/', files))).toEqual([]);
    expect(texts(bothMenus('/', files, { mode: 'preview' }))).toContain('Entwurf');
  });
});

describe('around each page stands', () => {
  it('who publishes, however many they are', () => {
    const { publishers } = library().site;
    const by = (...names: string[]) =>
      publishedBy({ publishers: names.flatMap((name) => publishers.map((one) => ({ ...one, name }))) });
    expect(publishedBy({ publishers })).toBe('Herausgeber: Zweckverband Muster');
    expect(by('A', 'B')).toBe('Herausgeber: A und B');
    expect(by('A', 'B', 'C')).toBe('Herausgeber: A, B und C');
  });

  it('who publishes, named once; on paper with address, e-mail and the way to the imprint', () => {
    const { publishers } = library().site;
    const line = (...names: string[]) =>
      footerLine({ publishers: names.flatMap((name) => publishers.map((one) => ({ ...one, name }))) }, origin);
    const onScreen = (...names: string[]) =>
      line(...names)
        .filter(({ isOnPaper }) => !isOnPaper)
        .map(({ text }) => text)
        .join('');
    expect(onScreen('A')).toBe('Herausgeber: A');
    expect(onScreen('A', 'B', 'C')).toBe('Herausgeber: A, B und C');
    const [first] = publishers;
    expect(
      line('A')
        .map(({ text }) => text)
        .join(''),
    ).toBe(
      `Herausgeber: A (${first?.address.street}, ${first?.address.postalCode} ${first?.address.city}, ${first?.email}). Impressum: ${origin}/impressum/`,
    );
  });

  it('how often issues appear, if that is said', () => {
    expect(frequencyText(library(inSite('frequency: jede Woche')).site)).toBe('Erscheint jede Woche.');
    expect(frequencyText(library().site)).toBeUndefined();
  });

  it('the feed of the newest articles, in each of its formats', () => {
    expect(feedLinks(library().site)).toEqual([
      { type: 'application/rss+xml', title: 'Blatt: neue Beiträge (RSS)', path: '/feed/rss.xml' },
      { type: 'application/atom+xml', title: 'Blatt: neue Beiträge (Atom)', path: '/feed/atom.xml' },
      { type: 'application/feed+json', title: 'Blatt: neue Beiträge (JSON Feed)', path: '/feed/feed.json' },
    ]);
  });
});

it('the site has the address that it is built for, else the published one, without a slash at its end', () => {
  const read = library(replaced(site, 'publicUrl: https://blatt.example', 'publicUrl: https://blatt.example/')).site;
  expect(originOf(new URL(`${origin}/`), read)).toBe('http://127.0.0.1:4321');
  expect(originOf(undefined, read)).toBe('https://blatt.example');
});
