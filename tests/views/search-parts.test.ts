import { describe, expect, it } from 'vitest';
import { issuePath } from '../../src/model/address.ts';
import { weeksIn } from '../../src/model/week.ts';
import { searchParts } from '../../src/views/site/search-parts.ts';

/** A weekly publication with five articles an issue, up to a week. */
function weekly(firstYear: number, lastYear: number, lastWeek: number) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => lastYear - n);
  const issuesOf = new Map(
    years.map((year) => {
      const weeks = year === lastYear ? lastWeek : weeksIn(year);
      const issues = Array.from({ length: weeks }, (_, n) => ({ year, week: weeks - n }));
      return [year, issues.map((week) => ({ week, path: issuePath(week), articles: Array(5).fill('') }))] as const;
    }),
  );
  const articlesOf = new Map([...issuesOf].map(([year, issues]) => [year, issues.flatMap(({ articles }) => articles)]));
  return { years, issuesOf, articlesOf };
}

const foldersOf = (parts: ReturnType<typeof searchParts>) => parts.map(({ folder }) => folder);

describe('the parts of the search index', () => {
  it('are one for a small site', () => {
    expect(foldersOf(searchParts(weekly(2025, 2025, 40)))).toEqual(['/pagefind/']);
  });

  it('hold each issue once, the newest quarter by itself', () => {
    const site = weekly(2018, 2025, 33);
    const parts = searchParts(site);
    expect(foldersOf(parts)).toEqual([
      '/pagefind/',
      '/pagefind/2024-2025/',
      '/pagefind/2022-2023/',
      '/pagefind/2020-2021/',
      '/pagefind/2018-2019/',
    ]);
    expect(parts[0]?.issues).toEqual([33, 32, 31, 30, 29, 28, 27].map((week) => `/ausgaben/2025/kw${week}/`));
    const all = [...site.issuesOf.values()].flat().map(({ path }) => path);
    expect(parts.flatMap(({ issues }) => issues).sort()).toEqual(all.sort());
  });

  it('stay as they are, but for the newest, when an issue comes in its quarter', () => {
    const [, ...before] = searchParts(weekly(2000, 2025, 33));
    const [, ...after] = searchParts(weekly(2000, 2025, 34));
    expect(after).toEqual(before);
  });

  it('that are closed stay as they are when a year begins', () => {
    const closed = (parts: ReturnType<typeof searchParts>) =>
      parts.filter(({ folder }) => /\d/.test(folder) && !/-20(?:25|26)\/$/.test(folder));
    expect(closed(searchParts(weekly(2000, 2026, 1)))).toEqual(
      expect.arrayContaining(closed(searchParts(weekly(2000, 2025, 52)))),
    );
  });

  it('are at most 24, however long the archive', () => {
    const counts = [1990, 1970, 1900, 1600].map((first) => searchParts(weekly(first, 2025, 50)).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(24);
    expect(Math.min(...counts)).toBeGreaterThan(8);
  });
});
