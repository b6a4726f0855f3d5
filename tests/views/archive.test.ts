import { describe, expect, it } from 'vitest';
import { archive, yearPage } from '../../src/views/issue/archive.ts';
import { caseStudies } from '../../src/views/site/case-studies.ts';
import { inArticle, library } from '../reader/sample-content.ts';
import { anotherIssue, withoutIssue } from './sample-page.ts';

const numbered = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`0${n + 1}-beitrag-${n + 1}`, `title: Beitrag ${n + 1}`]),
  );
const issueWith = (count: number) =>
  library({ ...withoutIssue, ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21', numbered(count)) });

describe('the archive', () => {
  it('has the newest year and the newest issue first, each issue in the year of its week', () => {
    const files = {
      ...anotherIssue('2024-kw52', 'publishedOn: 2024-12-26'),
      ...anotherIssue('2025-kw01', 'publishedOn: 2024-12-30'),
    };
    const years = archive(library(files)).map(({ year, path, issues }) => [
      year,
      path,
      ...issues.map(({ label }) => label),
    ]);
    expect(years).toEqual([
      [2025, '/ausgaben/2025/', 'Ausgabe 33.\u00A0KW\u00A02025', 'Ausgabe 1.\u00A0KW\u00A02025'],
      [2024, '/ausgaben/2024/', 'Ausgabe 52.\u00A0KW\u00A02024'],
    ]);
  });

  it('shows of each issue its title, lead and day, and the days of its week where these would puzzle', () => {
    const [newest, oldest] = archive(library(anotherIssue('2025-kw01', 'publishedOn: 2024-12-30')))[0]?.issues ?? [];
    expect(newest).toMatchObject({
      path: '/ausgaben/2025/kw33/',
      title: 'Sommer im Rathaus',
      lead: 'Was in dieser Woche wichtig war.',
      date: { datetime: '2025-08-14', text: '14.\u00A0August 2025' },
      range: undefined,
      headlines: [{ text: 'Das Rathaus hat neue Fenster', path: '/ausgaben/2025/kw33/erster-beitrag/' }],
    });
    expect(oldest?.range).toBe('Woche vom 30.\u00A0Dezember 2024 bis 5.\u00A0Januar 2025');
  });

  it.each([
    [3, 3, undefined],
    [4, 4, undefined],
    [5, 3, 'und 2\u00A0weitere Beiträge'],
  ])('shows of %i headlines %i', (count, shown, more) => {
    const [issue] = archive(issueWith(count))[0]?.issues ?? [];
    expect([issue?.headlines.length, issue?.more]).toEqual([shown, more]);
  });

  it('is empty before anything has appeared', () => {
    expect(archive(library(withoutIssue))).toEqual([]);
  });
});

describe('the page of a year', () => {
  it('shows all headlines of all its issues', () => {
    const [issue] = yearPage(issueWith(5), 2025, true).issues;
    expect([issue?.headlines.length, issue?.more]).toEqual([5, undefined]);
  });

  it('has its own title and feed, and leads to the years beside it, the newer first', () => {
    const files = {
      ...anotherIssue('2022-kw10', 'publishedOn: 2022-03-10'),
      ...anotherIssue('2023-kw10', 'publishedOn: 2023-03-09'),
      ...anotherIssue('2024-kw10', 'publishedOn: 2024-03-07'),
    };
    const all = library(files);
    expect(yearPage(all, 2023, true)).toMatchObject({
      title: 'Ausgaben 2023',
      description: 'Alle Ausgaben von „Blatt“ aus dem Jahr 2023.',
      path: '/ausgaben/2023/',
      otherYears: [
        { text: 'Ausgaben 2024', path: '/ausgaben/2024/' },
        { text: 'Ausgaben 2022', path: '/ausgaben/2022/' },
      ],
      feed: { text: 'Alle Beiträge aus 2023 als Feed', path: '/feed/archiv/2023.xml' },
    });
    expect(yearPage(all, 2025, true).otherYears.map(({ text }) => text)).toEqual(['Ausgaben 2024']);
    expect(yearPage(all, 2022, true).otherYears.map(({ text }) => text)).toEqual(['Ausgaben 2023']);
  });
});

it('the page of a year whose articles are all in the main feed offers no feed', () => {
  expect(yearPage(library(), 2025, false).feed).toBeUndefined();
});

it('the list of case studies holds them and nothing else, the newest first', () => {
  const kind = 'kind: case-study';
  const files = {
    ...inArticle(kind),
    ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21', {
      '01-a': `title: Neuer\n${kind}`,
      '02-b': 'title: Eine Nachricht',
      '03-c': `title: Zurückgezogen\n${kind}\nwithdrawn: Die Zahlen waren falsch.`,
    }),
  };
  expect(caseStudies(library(files)).articles.map(({ title, issue }) => [title, issue])).toEqual([
    ['Neuer', 'Ausgabe 34.\u00A0KW\u00A02025'],
    ['Das Rathaus hat neue Fenster', 'Ausgabe 33.\u00A0KW\u00A02025'],
  ]);
});
