import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../src/sending/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How many of eight messages have started after each of these milliseconds. */
async function startsAt(milliseconds: readonly number[], perMinute: number): Promise<number[]> {
  const pace = createPace(perMinute, new AbortController().signal, sleep);
  let starts = 0;
  const start = async () => {
    await pace.turn();
    starts += 1;
  };
  const all = Array.from({ length: 8 }, start);
  const seen: number[] = [];
  let now = 0;
  for (const moment of milliseconds) {
    await vi.advanceTimersByTimeAsync(moment - now);
    now = moment;
    seen.push(starts);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(all);
  return seen;
}

it('600 mails per minute are one every 100 milliseconds', async () => {
  expect(await startsAt([0, 99, 100, 199, 200, 299, 300, 650, 699, 700], 600)).toEqual([1, 1, 2, 2, 3, 3, 4, 7, 7, 8]);
});

it('30 mails per minute are one every two seconds', async () => {
  expect(await startsAt([0, 1_999, 2_000, 13_999, 14_000], 30)).toEqual([1, 1, 2, 7, 8]);
});

it.each([
  ['a longer one is waited for', 5_000, 5_000],
  ['a shorter one shortens no wait', 10, 2_000],
])('a rest lets nobody start: %s', async (_, milliseconds, started) => {
  const pace = createPace(30, new AbortController().signal, sleep);
  await pace.turn();
  pace.rest(Temporal.Duration.from({ milliseconds }));
  let hasStarted = false;
  const turn = Promise.resolve(pace.turn()).then(() => {
    hasStarted = true;
  });
  await vi.advanceTimersByTimeAsync(started - 1);
  expect(hasStarted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(hasStarted).toBe(true);
  await turn;
});

it('turns that are left are gone with a rest', async () => {
  const pace = createPace(60_000, new AbortController().signal, sleep);
  await pace.turn();
  pace.rest(Temporal.Duration.from({ seconds: 5 }));
  expect(pace.turn()).toBeInstanceOf(Promise);
  await vi.advanceTimersByTimeAsync(5_000);
});

it('nobody gets a turn once the mailing is to end', () => {
  const ending = new AbortController();
  const pace = createPace(30, ending.signal, sleep);
  ending.abort();
  expect(() => pace.turn()).toThrow();
});
