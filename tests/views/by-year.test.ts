import { expect, test } from 'vitest';
import { siteAddresses } from '../../src/build/addresses.ts';
import { day } from '../../src/model/day.ts';
import { archive, olderYears } from '../../src/views/issue/archive.ts';
import { caseStudies } from '../../src/views/site/case-studies.ts';
import { library } from '../reader/sample-content.ts';
import { anotherIssue } from './sample-page.ts';

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `${String(n + 1).padStart(2, '0')}-bericht-${n + 1}`,
      `title: Bericht ${n + 1}\nkind: case-study`,
    ]),
  );
const withReports = (older: number) =>
  library({
    ...anotherIssue('2025-kw30', 'publishedOn: 2025-07-24', many(40)),
    ...anotherIssue('2024-kw30', 'publishedOn: 2024-07-25', many(older)),
  });

test('sixty entries stand on one page, without any for years', () => {
  const all = withReports(20);
  const { articles, years } = caseStudies(all);
  expect([articles.length, years]).toEqual([60, []]);
  expect(siteAddresses(['/praxisberichte/[year]'], all, day('2025-08-20'))).toEqual([]);
});

test('of more the list shows the newest thirty, and each year has a page with all of its own', () => {
  const all = withReports(21);
  const { articles, years } = caseStudies(all);
  expect(articles.length).toBe(30);
  expect(years).toEqual([
    { text: '2025', path: '/praxisberichte/2025/' },
    { text: '2024', path: '/praxisberichte/2024/' },
  ]);
  expect(caseStudies(all, 2025).articles.length).toBe(40);
  expect(caseStudies(all, 2024).articles.length).toBe(21);
  const made = siteAddresses(['/praxisberichte/[year]'], all, day('2025-08-20'));
  expect(made.map(({ path }) => path)).toEqual(years.map(({ path }) => path));
});

test('the archive shows three years itself, and leads to the pages of those before', () => {
  const files = ['2024', '2023', '2022', '2021'].map((year) => anotherIssue(`${year}-kw30`, ''));
  const all = library(Object.assign({}, ...files));
  expect(archive(all).map(({ year }) => year)).toEqual([2025, 2024, 2023]);
  expect(olderYears(all)).toEqual([
    { text: '2022', path: '/ausgaben/2022/' },
    { text: '2021', path: '/ausgaben/2021/' },
  ]);
});
