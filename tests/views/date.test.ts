import { describe, expect, it } from 'vitest';
import { day, releaseMoment } from '../../src/model/day.ts';
import { dayRangeText, dayText, eventMoment, eventText, momentText } from '../../src/views/parts/date.ts';

describe('a day', () => {
  it('is said in German and given to machines in ISO form', () => {
    expect(dayText(day('2025-08-14'))).toEqual({ datetime: '2025-08-14', text: '14.\u00A0August 2025' });
    expect(dayText(day('2026-03-01'))).toEqual({ datetime: '2026-03-01', text: '1.\u00A0März 2026' });
  });

  it('is eight in the morning in Berlin where a moment is asked for, in summer and in winter', () => {
    expect(momentText(releaseMoment(day('2025-08-14')))).toBe('2025-08-14T08:00:00+02:00');
    expect(momentText(releaseMoment(day('2025-12-04')))).toBe('2025-12-04T08:00:00+01:00');
  });
});

describe('a range of days says month and year once where both days share them', () => {
  it.each([
    ['2025-08-11', '2025-08-17', '11. bis 17.\u00A0August 2025'],
    ['2025-07-28', '2025-08-03', '28.\u00A0Juli bis 3.\u00A0August 2025'],
    ['2025-12-29', '2026-01-04', '29.\u00A0Dezember 2025 bis 4.\u00A0Januar 2026'],
    ['2025-08-11', '2026-08-17', '11.\u00A0August 2025 bis 17.\u00A0August 2026'],
  ])('%s to %s', (first, last, text) => {
    expect(dayRangeText(day(first), day(last))).toBe(text);
  });
});

describe('when an event is', () => {
  it.each([
    ['a day', { start: '2026-12-08' }, 'Dienstag, 8.\u00A0Dezember 2026'],
    ['a day that is named twice', { start: '2026-12-08', end: '2026-12-08' }, 'Dienstag, 8.\u00A0Dezember 2026'],
    ['a time', { start: '2026-12-08T09:05' }, 'Dienstag, 8.\u00A0Dezember 2026, 9:05\u00A0Uhr'],
    [
      'a time that is named twice',
      { start: '2026-12-08T09:05', end: '2026-12-08T09:05' },
      'Dienstag, 8.\u00A0Dezember 2026, 9:05\u00A0Uhr',
    ],
    [
      'two times of a day',
      { start: '2026-12-08T09:30', end: '2026-12-08T12:00' },
      'Dienstag, 8.\u00A0Dezember 2026, 9:30 bis 12:00\u00A0Uhr',
    ],
    [
      'several days',
      { start: '2026-12-31', end: '2027-01-01' },
      'Donnerstag, 31.\u00A0Dezember 2026 bis Freitag, 1.\u00A0Januar 2027',
    ],
    [
      'times of several days',
      { start: '2026-12-08T09:30', end: '2026-12-09T00:00' },
      'Dienstag, 8.\u00A0Dezember 2026, 9:30\u00A0Uhr bis Mittwoch, 9.\u00A0Dezember 2026, 0:00\u00A0Uhr',
    ],
  ])('%s', (_, dates, text) => {
    expect(eventText(dates)).toBe(text);
  });

  it('has for machines the offset that Berlin has at that hour, and none for whole days', () => {
    expect(eventMoment('2026-03-29')).toBe('2026-03-29');
    expect(eventMoment('2026-03-29T01:59')).toBe('2026-03-29T01:59:00+01:00');
    expect(eventMoment('2026-03-29T03:00')).toBe('2026-03-29T03:00:00+02:00');
    expect(eventMoment('2026-10-25T04:00')).toBe('2026-10-25T04:00:00+01:00');
  });
});
