import { describe, expect, it } from 'vitest';
import {
  compareWeeks,
  dayOfWeek,
  type IssueWeek,
  issueKey,
  parseIssueKey,
  thursdayOf,
  weekExists,
  weekRange,
  weekSegment,
  weeksIn,
} from '../../src/model/week.ts';
import { fc } from '../properties.ts';

const anyDay = fc.integer({ min: 0, max: 150_000 }).map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));

/** ISO week-year and week by the rule of the standard, another way than the product takes: the Thursday decides. */
function weekByThursday(date: Temporal.PlainDate): { year: number; week: number } {
  const thursday = date.add({ days: 4 - date.dayOfWeek });
  return { year: thursday.year, week: Math.ceil(thursday.dayOfYear / 7) };
}

describe('ISO weeks', () => {
  it.each([
    ['2024-12-30', 2025, 1, 1],
    ['2025-08-11', 2025, 33, 1],
    ['2025-08-17', 2025, 33, 7],
    ['2025-12-29', 2026, 1, 1],
    ['2027-01-01', 2026, 53, 5],
    ['2027-01-03', 2026, 53, 7],
    ['2021-01-01', 2020, 53, 5],
    ['2016-01-03', 2015, 53, 7],
  ])('%s lies in week-year %i, week %i, on weekday %i', (date, year, week, weekday) => {
    expect(dayOfWeek(year, week, weekday)).toBe(date);
  });

  it('have 53 weeks in the years that the calendar says', () => {
    const long = Array.from({ length: 61 }, (_, index) => 1990 + index).filter((year) => weeksIn(year) === 53);
    expect(long).toEqual([1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048]);
  });

  it('every day is found again in its week', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, week } = weekByThursday(date);
        expect([date.yearOfWeek, date.weekOfYear]).toEqual([year, week]);
        expect(dayOfWeek(year, week, date.dayOfWeek)).toBe(date.toString());
        expect(weekExists({ year, week })).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a year follow each other without a gap, and the next year begins after the last', () => {
    for (let year = 1995; year <= 2105; year += 1) {
      expect(dayOfWeek(year, weeksIn(year) + 1, 1)).toBe(dayOfWeek(year + 1, 1, 1));
      expect(weekExists({ year, week: weeksIn(year) })).toBe(true);
      expect(weekExists({ year, week: weeksIn(year) + 1 })).toBe(false);
      expect(weekExists({ year, week: 0 })).toBe(false);
    }
  });
});

describe('the folder of an issue', () => {
  it.each<[string, IssueWeek]>([
    ['2025-kw33', { year: 2025, week: 33 }],
    ['2026-kw01', { year: 2026, week: 1 }],
    ['2025-kw33-34', { year: 2025, week: 33, secondWeek: 34 }],
    ['2025-kw52-01', { year: 2025, week: 52, secondWeek: 1 }],
    ['2025-kw33-extra', { year: 2025, week: 33, extra: 1 }],
    ['2025-kw33-extra-2', { year: 2025, week: 33, extra: 2 }],
    ['2025-kw33-34-extra', { year: 2025, week: 33, secondWeek: 34, extra: 1 }],
  ])('%s', (key, week) => {
    expect(parseIssueKey(key)).toEqual(week);
    expect(issueKey(week)).toBe(key);
    expect(key).toBe(`${week.year}-${weekSegment(week)}`);
  });

  it.each([
    '2025-kw3',
    '2025-33',
    '25-kw33',
    '2025-KW33',
    '2025-kw33-',
    '2025-kw33-extra-1',
    '2025-kw33-b',
    ' 2025-kw33',
  ])('is not %s', (name) => {
    expect(parseIssueKey(name)).toBeUndefined();
  });

  it('is read back as what it was made of', () => {
    const weeks = fc.record(
      {
        year: fc.integer({ min: 1000, max: 9999 }),
        week: fc.integer({ min: 1, max: 53 }),
        secondWeek: fc.integer({ min: 1, max: 53 }),
        extra: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ['year', 'week'] },
    );
    fc.assert(
      fc.property(weeks, (week) => {
        expect(parseIssueKey(issueKey(week))).toEqual({ ...week });
      }),
    );
  });
});

describe('double issues', () => {
  it.each<[string, boolean]>([
    ['2025-kw33-34', true],
    ['2025-kw52-01', true],
    ['2026-kw53-01', true],
    ['2026-kw52-53', true],
    ['2026-kw52-01', false],
    ['2025-kw52-53', false],
    ['2025-kw33-33', false],
    ['2025-kw33-35', false],
    ['2025-kw34-33', false],
  ])('%s exists: %s', (key, exists) => {
    expect(weekExists(parseIssueKey(key) ?? { year: 0, week: 0 })).toBe(exists);
  });

  it('last from the Monday of the first to the Sunday of the second week', () => {
    expect(weekRange({ year: 2025, week: 33 })).toEqual({ first: '2025-08-11', last: '2025-08-17' });
    expect(weekRange({ year: 2025, week: 33, secondWeek: 34 })).toEqual({ first: '2025-08-11', last: '2025-08-24' });
    expect(weekRange({ year: 2025, week: 52, secondWeek: 1 })).toEqual({ first: '2025-12-22', last: '2026-01-04' });
  });
});

it('the Thursday of a week lies in the year that the week is counted in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2300 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
      const thursday = Temporal.PlainDate.from(thursdayOf({ year, week }));
      expect([thursday.year, thursday.dayOfWeek]).toEqual([year, 4]);
    }),
  );
});

it('issues are ordered by week, the extra edition after the regular one', () => {
  const keys = [
    '2024-kw52',
    '2025-kw01',
    '2025-kw33',
    '2025-kw33-extra',
    '2025-kw33-extra-2',
    '2025-kw34-35',
    '2026-kw01',
  ];
  const weeks = keys.map((key) => parseIssueKey(key) ?? { year: 0, week: 0 });
  fc.assert(
    fc.property(fc.shuffledSubarray(weeks, { minLength: weeks.length }), (shuffled) => {
      expect(shuffled.toSorted(compareWeeks).map(issueKey)).toEqual(keys);
    }),
  );
});
