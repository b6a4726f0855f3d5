import { describe, expect, it } from 'vitest';
import { day, daysBetween, fromGermanDate, isDay, releaseMoment, today } from '../../src/model/day.ts';
import { fc } from '../properties.ts';

const anyDate = fc.integer({ min: 0, max: 150_000 }).map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));

describe('a day', () => {
  it.each(['2025-08-14', '2024-02-29', '2000-02-29', '2025-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-06-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '14.08.2025',
    '2025-08-14T00:00',
    '20250814',
    '+002025-08-14',
    ' 2025-08-14',
    '2025-08-14\n',
    '',
    'morgen',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow();
  });

  it('sorts as text like in time', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const byText = a.toString() < b.toString() ? -1 : a.toString() > b.toString() ? 1 : 0;
        expect(byText).toBe(Temporal.PlainDate.compare(a, b));
      }),
    );
  });
});

describe('a German date', () => {
  it.each([
    ['14.8.2025', '2025-08-14'],
    ['14.08.2025', '2025-08-14'],
    ['1. 2. 2026', '2026-02-01'],
    [' 29.02.2024 ', '2024-02-29'],
  ])('%j is %s', (text, expected) => {
    expect(fromGermanDate(text)).toBe(expected);
  });

  it.each(['29.02.2025', '31.06.2025', '0.8.2025', '14.8.25', '8/14/2025', '2025-08-14'])('%j is none', (text) => {
    expect(fromGermanDate(text)).toBeUndefined();
  });

  it('of every day is that day', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('', ' '), (date, space) => {
        expect(fromGermanDate([date.day, date.month, date.year].join(`.${space}`))).toBe(date.toString());
      }),
    );
  });
});

describe('today', () => {
  it('is the day in Berlin, in summer and in winter', () => {
    const at = (instant: string) => today(Temporal.Instant.from(instant));
    expect(at('2025-08-13T21:59:59Z')).toBe('2025-08-13');
    expect(at('2025-08-13T22:00:00Z')).toBe('2025-08-14');
    expect(at('2025-12-31T22:59:59Z')).toBe('2025-12-31');
    expect(at('2025-12-31T23:00:00Z')).toBe('2026-01-01');
  });
});

describe('days between', () => {
  it('counts across the change of the clocks, leap days and years', () => {
    expect(daysBetween(day('2025-03-29'), day('2025-03-31'))).toBe(2);
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2026-01-01'), day('2025-01-01'))).toBe(-365);
  });

  it('is what leads from one to the other', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const days = daysBetween(day(a.toString()), day(b.toString()));
        expect(a.add({ days }).equals(b)).toBe(true);
      }),
    );
  });
});

describe('the moment of a day', () => {
  it('is eight in the morning in Berlin', () => {
    expect(releaseMoment(day('2025-08-14')).toInstant().toString()).toBe('2025-08-14T06:00:00Z');
    expect(releaseMoment(day('2025-12-14')).toInstant().toString()).toBe('2025-12-14T07:00:00Z');
  });

  it('on the days when the clocks change too', () => {
    expect(releaseMoment(day('2025-03-30')).toString()).toBe('2025-03-30T08:00:00+02:00[Europe/Berlin]');
    expect(releaseMoment(day('2025-10-26')).toString()).toBe('2025-10-26T08:00:00+01:00[Europe/Berlin]');
  });

  it('keeps the order of the day: the higher the number, the earlier', () => {
    expect(releaseMoment(day('2025-08-14'), 3).toPlainTime().toString()).toBe('07:57:00');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 400 }), (date, number) => {
        const [first, second] = [number, number + 1].map((minutes) => releaseMoment(day(date.toString()), minutes));
        expect(first && second && Temporal.ZonedDateTime.compare(second, first)).toBe(-1);
      }),
    );
  });

  it('stays on its day, whatever number a file name has', () => {
    const changes = fc.constantFrom('2025-03-30', '2025-10-26').map((text) => Temporal.PlainDate.from(text));
    fc.assert(
      fc.property(fc.oneof(anyDate, changes), fc.integer({ min: 0, max: 999 }), (date, number) => {
        expect(releaseMoment(day(date.toString()), number).toPlainDate().toString()).toBe(date.toString());
      }),
    );
  });
});
