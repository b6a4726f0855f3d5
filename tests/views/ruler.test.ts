import { describe, expect, it } from 'vitest';
import { yearRuler } from '../../src/views/issue/ruler.ts';
import { index, library, like } from '../reader/sample-content.ts';

const double = like(index, 'content/issues/2025-kw35-36/index.md', 'title: Doppelt\npublishedOn: 2025-08-28');
const extra = like(index, 'content/issues/2025-kw33-extra/index.md', 'title: Extra\npublishedOn: 2025-08-15');
const newYear = like(index, 'content/issues/2026-kw53/index.md', 'title: Zwischen den Jahren\npublishedOn: 2026-12-31');

const rulerOf = (files: Parameters<typeof library>[0], year: number, here?: string) => {
  const read = library(files, { today: '2027-01-01' });
  return yearRuler(
    read,
    year,
    read.issues.find(({ key }) => key === here),
  );
};

describe('the year as a ruler', () => {
  it('has as many weeks as the ISO year and a longer tick at each quarter', () => {
    expect(rulerOf({}, 2025).weeks).toHaveLength(52);
    const { weeks } = rulerOf(newYear, 2026);
    expect(weeks).toHaveLength(53);
    expect(weeks.flatMap(({ opensQuarter }, i) => (opensQuarter ? [i + 1] : []))).toEqual([1, 14, 27, 40]);
    expect(weeks.at(-1)).toMatchObject({ quarter: 4, marks: [{ number: '53' }] });
  });

  it('marks the weeks with an issue by their full names, extra editions after the regular one', () => {
    const { name, year, weeks } = rulerOf({ ...double, ...extra }, 2025);
    expect([name, year.path]).toEqual(['Ausgaben 2025 nach Kalenderwochen', '/ausgaben/2025/']);
    expect(
      weeks.flatMap(({ marks }) =>
        marks.map((mark) => `${mark.number} ${mark.name} ${mark.path}`.replaceAll('\u00A0', ' ')),
      ),
    ).toEqual([
      '33 Ausgabe 33. KW 2025: Sommer im Rathaus /ausgaben/2025/kw33/',
      '33 Sonderausgabe 33. KW 2025: Extra /ausgaben/2025/kw33-extra/',
      '35 Ausgabe 35./36. KW 2025: Doppelt /ausgaben/2025/kw35-36/',
    ]);
    expect(weeks.flatMap(({ isCovered }, i) => (isCovered ? [i + 1] : []))).toEqual([36]);
  });

  it('shows where one is', () => {
    const ruler = rulerOf(double, 2025, '2025-kw35-36');
    expect(ruler.quarter).toBe(3);
    expect(ruler.weeks.flatMap(({ marks }) => marks.filter(({ isHere }) => isHere))).toHaveLength(1);
    expect(ruler.weeks[34]?.isHere).toBe(true);
    expect(rulerOf(double, 2025).quarter).toBeUndefined();
  });
});
