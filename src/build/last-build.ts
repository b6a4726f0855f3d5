/**
 * What the last build for readers was made of and what came of it: so that the next one knows whether there is anything to
 * do, without reading a single text or loading what would. Imports as little as can be.
 */
import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ifPresent } from '../reader/files/if-present.ts';
import { type FolderStates, lookAt } from './file-states.ts';

/** Folders by their places on disk, each with what lies in it. */
export type Folders = Readonly<Record<string, FolderStates>>;

/** The time within a day in which nothing more comes out; milliseconds since 1970. */
export interface Span {
  /** When the last thing came out that the day has a time for. */
  from?: number;
  /** When the next one does. */
  until?: number;
}

/** Whether a moment lies in a span of its day; a record of an earlier version holds none. */
export function isWithin(span: Span | undefined, moment: number): boolean {
  if (!span) return false;
  const { from, until } = span;
  return (from === undefined || from <= moment) && (until === undefined || moment < until);
}

export interface LastBuild {
  /** How it was called. */
  call: string;
  /** What it was told, however it was called. */
  asked: string;
  /** What it was made of and what came of it, but for `dist/`. */
  folders: Folders;
  /** What is said when there is nothing to do. */
  says: string[];
  span: Span;
}

const recordOf = (root: string) => join(root, '.cache', 'last-build');
const distRecordOf = (root: string) => join(root, '.cache', 'dist-states');

/** What lay in `dist/` when the last build of whatever kind was done. */
export function distBefore(root: string): FolderStates | undefined {
  return readRecord(distRecordOf(root)) as FolderStates | undefined;
}

export function noteDist(root: string, states: FolderStates): void {
  writeFileSync(distRecordOf(root), serialize(states));
}

/** The last build for readers, if all that it was made of and all that came of it is as it was, and nothing else there. */
export function lastBuild(root: string, isMeant: (last: LastBuild) => boolean): LastBuild | undefined {
  const last = readRecord(recordOf(root)) as LastBuild | undefined;
  const dist = last && isMeant(last) ? distBefore(root) : undefined;
  if (!last || !dist) return undefined;
  const all = [...Object.entries(last.folders), [join(root, 'dist'), dist] as const];
  return all.every(([folder, states]) => lookAt(folder, states).changed.size === 0) ? last : undefined;
}

/** Notes a build; none where `last` is undefined. */
export function noteLastBuild(root: string, last: LastBuild | undefined): void {
  if (last) writeFileSync(recordOf(root), serialize(last));
  else rmSync(recordOf(root), { force: true });
}

/**
 * Changes with everything that decides what a command does, other than files: its words, the environment, the folder that
 * it is called in, the day in Berlin.
 */
export function callOf(words: readonly string[], env: NodeJS.ProcessEnv): string {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').toString();
  const surroundings = Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([process.version, words, process.cwd(), day, surroundings]));
}

/** Written anew at each build: one that is cut off is as good as none. */
function readRecord(path: string): unknown {
  const bytes = ifPresent(() => readFileSync(path));
  try {
    return bytes && deserialize(bytes);
  } catch {
    return undefined;
  }
}
