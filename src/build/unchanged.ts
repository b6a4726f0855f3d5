/** Whether there is anything to build at all: known without reading a single text. */
import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { contentFolder, publicFolder } from '../model/content-files.ts';
import { type Release, timedMoment, type WorkingTime } from '../model/release.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay, workingTime } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import type { PublicBuildOptions, publicBuildSettings } from './build-settings.ts';
import { fileStates } from './file-states.ts';
import { productVersion } from './product.ts';

/** What was built last: what of, and what came of it. */
interface LastBuild {
  inputs: string;
  outputs: string;
  /** What was said of the content. */
  report: string;
  span: Span;
}

/** The time within a day in which nothing more comes out; moments of ISO 8601. */
interface Span {
  /** When the last thing came out that the day has a time for. */
  from?: string;
  /** When the next one does. */
  until?: string;
}

/** The span that a moment lies in, of a day on which these come out at their times. */
export function spanOf({ today, now }: WorkingTime, timed: readonly Release[]): Span {
  const moments = timed
    .filter(({ publishedOn }) => publishedOn === today)
    .flatMap((release) => timedMoment(release)?.toInstant() ?? [])
    .sort(Temporal.Instant.compare);
  const isPast = (moment: Temporal.Instant) => now === undefined || Temporal.Instant.compare(moment, now) <= 0;
  const from = moments.findLast(isPast);
  const until = moments.find((moment) => !isPast(moment));
  return { ...(from && { from: from.toString() }), ...(until && { until: until.toString() }) };
}

/** Whether a moment lies in a span of its day. A whole day lies behind all of its times. */
function isWithin({ now }: WorkingTime, { from, until }: Span): boolean {
  if (now === undefined) return until === undefined;
  return (
    (from === undefined || Temporal.Instant.compare(from, now) <= 0) &&
    (until === undefined || Temporal.Instant.compare(now, until) < 0)
  );
}

const recordOf = (root: string) => join(root, '.cache', 'last-build.json');

/**
 * Changes with everything that a build is made of: all that the organisation's folder holds, the product, and `settings`.
 * Undefined where a file is so young that a change of it might not be seen.
 */
function inputsOf(root: string, settings: unknown): string | undefined {
  const folders = [contentFolder, publicFolder].map((name) => fileStates(join(root, name)));
  if (!folders.every(({ areSettled }) => areSettled)) return undefined;
  return versionOf([productVersion(), settings, ...folders.map(({ states }) => [...states])]);
}

/** Changes with every file that a build writes. */
function outputsOf(root: string, dist: ReadonlyMap<string, string>): string {
  const states = [dist, fileStates(join(root, 'server')).states].map((one) => [...one]);
  return versionOf(states.map((one) => one.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function versionOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}

/** The inputs of a build for readers. */
export function publicInputs(
  surroundings: Surroundings<(typeof publicBuildSettings)[number]>,
  options: PublicBuildOptions,
): string | undefined {
  const { root, settings } = surroundings;
  // The moment of a day has a say only where something comes out at it: that is the span.
  return inputsOf(root, [
    workingDay(surroundings),
    { ...settings, BUILD_DATE: undefined },
    { ...options, full: false },
  ]);
}

/**
 * Says so if the site was built of these inputs and all that came of it is still there, and nothing else. Else false.
 */
export function tellUnchanged(
  { root, print, settings, now }: Pick<Surroundings<'BUILD_DATE'>, 'root' | 'print' | 'settings' | 'now'>,
  inputs: string | undefined,
): boolean {
  const text = ifPresent(() => readFileSync(recordOf(root), 'utf8'));
  if (text === undefined || inputs === undefined) return false;
  const last = JSON.parse(text) as LastBuild;
  if (last.inputs !== inputs || !isWithin(workingTime({ settings, now }), last.span)) return false;
  if (last.outputs !== outputsOf(root, fileStates(join(root, 'dist')).states)) return false;
  print(last.report);
  print(commandWords.unchanged('dist'));
  return true;
}

/** Notes what was built of these inputs, and what lies in `dist/` now, for the next time. */
export function noteBuilt(
  root: string,
  inputs: string | undefined,
  dist: ReadonlyMap<string, string>,
  said: Pick<LastBuild, 'report' | 'span'>,
): void {
  if (inputs === undefined) rmSync(recordOf(root), { force: true });
  else
    writeFileAtomic(
      recordOf(root),
      JSON.stringify({ inputs, outputs: outputsOf(root, dist), ...said } satisfies LastBuild),
    );
}
