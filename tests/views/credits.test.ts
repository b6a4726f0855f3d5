import { describe, expect, it } from 'vitest';
import { creditEntries } from '../../src/views/credits.ts';
import { article, type Files, inArticle, inIndex, issueFolder, library, like } from '../reader/sample-content.ts';
import { anotherIssue } from './sample-page.ts';

const second = `${issueFolder}/02-zweiter.md`;
const market = '{file: markt.jpg, alt: Der Markt., credit: Eva Muster}';
const withheld = 'image: {withheld: Keine Lizenz., credit: Agentur, licence: Standard}';

const markets: Files = {
  [`${issueFolder}/markt.jpg`]: new Uint8Array(1),
  'content/issues/2025-kw32/markt.jpg': new Uint8Array(1),
};
const linesOf = (files: Files) =>
  creditEntries(library({ ...markets, ...files })).map(({ line, uses }) => [line, ...uses.map(({ path }) => path)]);

describe('the list of all pictures', () => {
  it('says of each whose it is, what it shows, under which licence, and where it is', () => {
    const image = `image:
  file: markt.jpg
  alt: Der Markt.
  caption: Der Markt um 1900.
  credit: © Stadtarchiv
  creator: Jo Beispiel
  licence: CC0 1.0
  licenceUrl: https://lizenz.example/cc0
  sourceUrl: https://archiv.example/7`;
    expect(creditEntries(library({ ...markets, ...inArticle(image) }))).toEqual([
      {
        line: 'Bild: Stadtarchiv',
        shows: 'Der Markt um 1900.',
        isWithheld: false,
        creator: 'Jo Beispiel',
        licence: 'CC0 1.0',
        licenceUrl: 'https://lizenz.example/cc0',
        sourceUrl: 'https://archiv.example/7',
        uses: [{ title: 'Das Rathaus hat neue Fenster', path: '/ausgaben/2025/kw33/erster-beitrag/' }],
      },
    ]);
  });

  it('says what a picture without a caption shows by its alternative text', () => {
    const [entry] = creditEntries(library({ ...markets, ...inArticle(`image: ${market}`) }));
    expect(entry?.shows).toBe('Der Markt.');
  });

  it('names a picture that several pages show once, with all of them', () => {
    const files = {
      ...inIndex(`image: ${market}`),
      ...inArticle(`pictures: [${market}]`, '![Der Markt.](markt.jpg)\n'),
      ...like(article, second, `image: ${market}\npictures: [${market}]`, '![Der Markt.](markt.jpg)\n'),
    };
    expect(creditEntries(library({ ...markets, ...files })).map(({ uses }) => uses)).toEqual([
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
    expect(creditEntries(library(files))[0]?.isWithheld).toBe(true);
  });

  it('holds no picture of a withdrawn article', () => {
    expect(linesOf(inArticle(`image: ${market}\nwithdrawn: Die Zahlen waren falsch.`))).toEqual([]);
  });
});
