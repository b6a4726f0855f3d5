import { describe, expect, it } from 'vitest';
import { day } from '../../src/model/day.ts';
import { correctionsPage } from '../../src/views/issue/corrections.ts';
import { issuePage } from '../../src/views/issue/issue-page.ts';
import { article, inArticle, issueFolder, library, like } from '../reader/sample-content.ts';
import { anotherIssue } from './sample-page.ts';

const files = {
  ...inArticle('updatedOn: 2025-08-20\ncorrection: Es sind "zwölf" Fenster.'),
  ...like(
    article,
    `${issueFolder}/02-anderer.md`,
    'title: Anderer\nwithdrawn: Es war erfunden.\nwithdrawnOn: 2025-08-21',
  ),
  ...like(article, `${issueFolder}/03-dritter.md`, 'title: Dritter\nwithdrawn: Es ist überholt.'),
  ...anotherIssue('2025-kw35', 'publishedOn: 2025-08-28'),
};
const content = () => library(files, { today: '2026-01-31' });
const withdrawn = {
  state: 'Zurückgezogen am 21.\u00A0August 2025',
  title: 'Anderer',
  issue: 'Ausgabe 33.\u00A0KW\u00A02025',
  path: '/ausgaben/2025/kw33/anderer/',
  sentence: 'Es war erfunden.',
};
const corrected = {
  ...withdrawn,
  state: 'Berichtigt am 20.\u00A0August 2025',
  title: 'Das Rathaus hat neue Fenster',
  path: '/ausgaben/2025/kw33/erster-beitrag/',
  sentence: 'Es sind „zwölf“ Fenster.',
};

describe('what was wrong in an issue', () => {
  it('stands on the page of the next one, the newest first', () => {
    const read = content();
    const pages = read.issues.map((issue) => issuePage(read, issue).corrections);
    expect(pages).toEqual([[withdrawn, corrected], []]);
  });

  it('stands by its year on the page of all corrections, without a date at the end', () => {
    const undated = { state: 'Zurückgezogen', title: 'Dritter', sentence: 'Es ist überholt.' };
    expect(correctionsPage(content()).years).toMatchObject([
      { year: '2025', entries: [withdrawn, corrected] },
      { year: 'Ohne Datum', entries: [undated] },
    ]);
    expect(correctionsPage(library()).years).toEqual([]);
  });

  it('stands on a page of its year, where there are too many for one page', () => {
    const [first] = content().corrections;
    if (!first) throw new Error('there is no correction');
    const corrections = Array.from({ length: 70 }, (_, index) => ({
      ...first,
      day: index < 65 ? day(index < 40 ? '2026-02-03' : '2025-08-20') : undefined,
    }));
    const counts = (year?: number) => correctionsPage({ corrections }, year).years.map((one) => one.entries.length);
    expect(counts()).toEqual([30]);
    expect(counts(2026)).toEqual([40]);
    // Those without a date are with the issue that they stood in.
    expect(counts(2025)).toEqual([25, 5]);
    expect(correctionsPage({ corrections }).pages).toEqual([
      { text: '2026', path: '/berichtigungen/2026/' },
      { text: '2025', path: '/berichtigungen/2025/' },
    ]);
    expect(correctionsPage(content()).pages).toEqual([]);
  });

  it('says in which language the title of the article is', () => {
    const english = inArticle('title: New windows\nlang: en\nupdatedOn: 2025-08-20\ncorrection: Es sind zwölf.');
    expect(correctionsPage(library(english)).years[0]?.entries).toMatchObject([{ title: 'New windows', lang: 'en' }]);
  });
});
