import { describe, expect, it } from 'vitest';
import { creditsPage } from '../../src/views/legal/credits.ts';
import { article, type Files, inArticle, inIndex, issueFolder, library, like } from '../reader/sample-content.ts';
import { anotherIssue } from './sample-page.ts';

const second = `${issueFolder}/02-zweiter.md`;
const market = '{file: markt.jpg, alt: Der Markt., credit: Eva Muster, licence: own, consent: not-needed}';
const withheld = 'image: {withheld: Keine Lizenz., credit: Agentur, licence: stock-standard}';

const markets: Files = {
  [`${issueFolder}/markt.jpg`]: new Uint8Array(1),
  'content/issues/2025-kw32/markt.jpg': new Uint8Array(1),
};
const entriesOf = (files: Files) => creditsPage(library({ ...markets, ...files })).entries;
const linesOf = (files: Files) =>
  entriesOf(files).map(({ frame, uses }) => [frame.credit, ...uses.map(({ path }) => path)]);

describe('the list of all pictures', () => {
  it('holds what is to be seen, not what a record alone speaks of', () => {
    const inText = (text: string) => linesOf(inArticle(`pictures:\n  - ${market}`, text));
    expect(inText('![](markt.jpg)\n')).toEqual([['Bild: ©\u00A0Eva Muster', expect.any(String)]]);
    expect(inText('Kein Bild.\n')).toEqual([]);
  });

  it('says of each whose it is, what it shows, under which licence, and where it is', () => {
    const [entry, ...others] = entriesOf(
      inArticle(`image:
  file: markt.jpg
  alt: Der Markt.
  caption: Der Markt um 1900.
  credit: © Stadtarchiv
  creator: Jo Beispiel
  licence: cc0
  ai: edited
  licenceUrl: https://lizenz.example/cc0
  sourceUrl: https://archiv.example/7`),
    );
    expect(others).toEqual([]);
    expect(entry?.frame.credit).toBe('Bild: Stadtarchiv');
    expect(entry?.facts.map(({ name, values }) => [name, ...values.flatMap(({ text, href }) => [text, href])])).toEqual(
      [
        ['Motiv', 'Der Markt um 1900.', undefined],
        ['Geschaffen von', 'Jo Beispiel', undefined],
        ['Lizenz', 'CC0 1.0', 'https://lizenz.example/cc0'],
        ['Künstliche Intelligenz', 'mit KI bearbeitet', undefined],
        ['Quelle', 'archiv.example', 'https://archiv.example/7'],
      ],
    );
    expect(entry?.uses).toEqual([
      { title: 'Das Rathaus hat neue Fenster', path: '/ausgaben/2025/kw33/erster-beitrag/' },
    ]);
  });

  it('says what a picture without a caption shows by its alternative text', () => {
    const [entry] = entriesOf(inArticle(`image: ${market}`));
    expect(entry?.facts[0]).toEqual({ name: 'Motiv', values: [{ text: 'Der Markt.' }] });
  });

  it('says whose the drawings are', () => {
    expect(creditsPage(library()).drawings).toContain('©\u00A0Zweckverband Muster');
  });

  it('names a picture that several pages show once, with all of them', () => {
    const files = {
      ...inIndex(`image: ${market}`),
      ...inArticle(`pictures: [${market}]`, '![Der Markt.](markt.jpg)\n'),
      ...like(article, second, `image: ${market}\npictures: [${market}]`, '![Der Markt.](markt.jpg)\n'),
    };
    expect(entriesOf(files).map(({ uses }) => uses)).toEqual([
      [
        { title: 'Ausgabe 33.\u00A0KW\u00A02025: Sommer im Rathaus', path: '/ausgaben/2025/kw33/' },
        { title: 'Das Rathaus hat neue Fenster', path: '/ausgaben/2025/kw33/erster-beitrag/' },
        { title: 'Das Rathaus hat neue Fenster', path: '/ausgaben/2025/kw33/zweiter/' },
      ],
    ]);
  });

  it('takes files of one name in two issues for two pictures, that of the newer issue first', () => {
    const older = anotherIssue('2025-kw32', 'publishedOn: 2025-08-07', { '01-alt': `image: ${market}` });
    expect(linesOf({ ...older, ...inArticle(`image: ${market}`) })).toEqual([
      ['Bild: ©\u00A0Eva Muster', '/ausgaben/2025/kw33/erster-beitrag/'],
      ['Bild: ©\u00A0Eva Muster', '/ausgaben/2025/kw32/alt/'],
    ]);
  });

  it('names the holder of a withheld original once, in whichever issues its place is', () => {
    const older = anotherIssue('2025-kw32', 'publishedOn: 2025-08-07', { '01-alt': withheld });
    const files = { ...older, ...inArticle(withheld) };
    expect(linesOf(files)).toEqual([
      [
        'Originalbild: ©\u00A0Agentur, hier nicht veröffentlicht',
        '/ausgaben/2025/kw33/erster-beitrag/',
        '/ausgaben/2025/kw32/alt/',
      ],
    ]);
    expect(creditsPage(library(files)).hasWithheld).toBe(true);
  });

  it('holds no picture of a withdrawn article', () => {
    expect(linesOf(inArticle(`image: ${market}\nwithdrawn: Die Zahlen waren falsch.`))).toEqual([]);
  });
});
