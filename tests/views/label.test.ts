import { describe, expect, it } from 'vitest';
import { parseIssueKey } from '../../src/model/week.ts';
import { explainedRange, issueLabel, issueNumber } from '../../src/views/parts/label.ts';
import { library } from '../reader/sample-content.ts';
import { anotherIssue, withoutIssue } from './sample-page.ts';

describe('an issue is called and numbered by its week', () => {
  it.each([
    ['2025-kw33', 'Ausgabe 33.\u00A0KW\u00A02025', '33/2025'],
    ['2026-kw01', 'Ausgabe 1.\u00A0KW\u00A02026', '1/2026'],
    ['2025-kw33-34', 'Ausgabe 33./34.\u00A0KW\u00A02025', '33-34/2025'],
    ['2026-kw53-01', 'Ausgabe 53./1.\u00A0KW\u00A02026/2027', '53-1/2026'],
    ['2025-kw33-extra', 'Sonderausgabe 33.\u00A0KW\u00A02025', '33/2025-extra'],
    ['2025-kw33-extra-2', '2.\u00A0Sonderausgabe 33.\u00A0KW\u00A02025', '33/2025-extra-2'],
    ['2025-kw33-34-extra', 'Sonderausgabe 33./34.\u00A0KW\u00A02025', '33-34/2025-extra'],
  ])('%s', (key, label, number) => {
    const week = parseIssueKey(key) ?? { year: 0, week: 0 };
    expect([issueLabel(week), issueNumber(week)]).toEqual([label, number]);
  });
});

describe('the days of the week are said', () => {
  const rangeOf = (key: string, publishedOn: string) => {
    const files = { ...withoutIssue, ...anotherIssue(key, `publishedOn: ${publishedOn}`) };
    return library(files, { today: '2027-02-01' }).issues.map(explainedRange);
  };

  it('where an issue came out in another year than the one that its week is counted in', () => {
    expect(rangeOf('2026-kw01', '2025-12-30')).toEqual(['Woche vom 29.\u00A0Dezember 2025 bis 4.\u00A0Januar 2026']);
    expect(rangeOf('2026-kw53', '2027-01-02')).toEqual(['Woche vom 28.\u00A0Dezember 2026 bis 3.\u00A0Januar 2027']);
    expect(rangeOf('2026-kw53-01', '2027-01-02')).toEqual([
      'Wochen vom 28.\u00A0Dezember 2026 bis 10.\u00A0Januar 2027',
    ]);
  });

  it('nowhere else', () => {
    expect(rangeOf('2026-kw01', '2026-01-02')).toEqual([undefined]);
    expect(rangeOf('2025-kw33', '2025-08-14')).toEqual([undefined]);
    expect(rangeOf('2026-kw53-01', '2026-12-30')).toEqual([undefined]);
  });
});
