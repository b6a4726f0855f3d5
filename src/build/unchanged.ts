/** Whether there is anything to build at all: known without reading a single text. */
import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { contentFolder, publicFolder } from '../model/content-files.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay } from '../settings/working-day.ts';
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
  return inputsOf(root, [workingDay(surroundings), settings, { ...options, full: false }]);
}

/**
 * Says so if the site was built of these inputs and all that came of it is still there, and nothing else. Else false.
 */
export function tellUnchanged(
  { root, print }: Pick<Surroundings, 'root' | 'print'>,
  inputs: string | undefined,
): boolean {
  const text = ifPresent(() => readFileSync(recordOf(root), 'utf8'));
  if (text === undefined || inputs === undefined) return false;
  const last = JSON.parse(text) as LastBuild;
  if (last.inputs !== inputs || last.outputs !== outputsOf(root, fileStates(join(root, 'dist')).states)) return false;
  print(last.report);
  print(commandWords.unchanged('dist'));
  return true;
}

/** Notes what was built of these inputs, and what lies in `dist/` now, for the next time. */
export function noteBuilt(
  root: string,
  inputs: string | undefined,
  dist: ReadonlyMap<string, string>,
  report: string,
): void {
  if (inputs === undefined) rmSync(recordOf(root), { force: true });
  else
    writeFileAtomic(
      recordOf(root),
      JSON.stringify({ inputs, outputs: outputsOf(root, dist), report } satisfies LastBuild),
    );
}
