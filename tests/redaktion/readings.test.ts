import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ReleaseText } from '../../src/model/release.ts';
import { openReadings } from '../../src/redaktion/readings.ts';
import { workingTime } from '../../src/settings/working-day.ts';
import { organisation } from '../cli/command-line.ts';
import { until } from '../until.ts';

const file = 'content/issues/2026-kw48/02-entgelte-2027.md';
const start = Temporal.Instant.from('2026-11-27T08:00:00Z');

/** Readings of a house of its own, with the hands of their clock. */
function readingsOf(folder = organisation()) {
  let now = start;
  const readings = openReadings(
    folder,
    () => workingTime({ settings: { BUILD_DATE: undefined as ReleaseText | undefined }, now }),
    () => now,
  );
  onTestFinished(() => readings.close());
  const titles = (laid?: ReadonlyMap<string, Uint8Array>) =>
    readings
      .read({ mode: 'publish', ...(laid && { laid }) })
      .library?.issues.flatMap(({ articles }) => articles.map(({ title }) => title)) ?? [];
  const path = join(folder, file);
  return {
    readings,
    titles,
    path,
    text: readFileSync(path, 'utf8'),
    wait: (duration: Temporal.DurationLike) => {
      now = now.add(duration);
    },
  };
}

/** What is kept of a state whose making takes so long. */
const keptAfter = ({ readings, wait }: ReturnType<typeof readingsOf>, duration: Temporal.DurationLike) =>
  readings.ofState('what it is', () => {
    wait(duration);
    return readings.read({ mode: 'publish' });
  });

const titled = (text: string, title: string) => text.replace(/^title: .*$/m, `title: ${title}`);

test('the content is read once as long as nothing changes, and anew as soon as something does', async () => {
  const { readings, titles, path, text } = readingsOf();
  const first = readings.read({ mode: 'publish' });
  expect(readings.read({ mode: 'publish' })).toBe(first);
  writeFileSync(path, titled(text, 'Von außen geändert'));
  await until(() => titles().includes('Von außen geändert'));
});

test('a text that is laid over the content is seen by whoever laid it, and by nobody else', () => {
  const { titles, text } = readingsOf();
  const before = titles();
  const laid = new Map([[file, Buffer.from(titled(text, 'Noch nicht gesichert'))]]);
  expect(titles(laid)).toContain('Noch nicht gesichert');
  expect(titles()).toEqual(before);
  expect(titles(new Map([[file, Buffer.from(titled(text, 'Noch weiter'))]]))).toContain('Noch weiter');
});

test('what comes out at a time of day is out as soon as that has come, without anything being changed', () => {
  const folder = organisation();
  const path = join(folder, file);
  writeFileSync(
    path,
    titled(readFileSync(path, 'utf8'), 'Um halb elf').replace(/^kind:/m, 'publishedOn: 2026-11-27 10:30\nkind:'),
  );
  const { titles, wait } = readingsOf(folder);
  expect(titles()).not.toContain('Um halb elf');
  wait({ minutes: 89 });
  expect(titles()).not.toContain('Um halb elf');
  wait({ minutes: 1 });
  expect(titles()).toContain('Um halb elf');
});

test('a first reading that takes longer than the patience with the disk is there for whoever asked, and is kept', () => {
  const house = readingsOf();
  const first = keptAfter(house, { seconds: 200 });
  expect(first.library?.issues.length).toBeGreaterThan(0);
  expect(keptAfter(house, { seconds: 0 })).toBe(first);
});
