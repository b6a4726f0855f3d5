/**
 * What the last build for readers was made of and what came of it: so that the next one knows whether there is anything to
 * do, without reading a single text or loading what would. Imports as little as can be.
 */
import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ifPresent } from '../reader/files/if-present.ts';
import type { CompiledBuild } from './compiled-build.ts';
import {
  type FolderStates,
  type Look,
  lookAt,
  type PackedStates,
  packedStates,
  settledStateAt,
  statesToKeep,
  unpackedStates,
} from './file-states.ts';
import { clearOtherForms } from './record-forms.ts';
import { SharedLook } from './shared-look.ts';

/** Folders by their places on disk, each with what lies in it. */
export type Folders = Readonly<Record<string, FolderStates>>;

/** The time within a day in which nothing more comes out; milliseconds since 1970. */
export interface Span {
  /** When the last thing came out that the day has a time for. */
  from?: number;
  /** When the next one does. */
  until?: number;
}

/** Whether a moment lies in a span of its day. */
export function isWithin({ from, until }: Span, moment: number): boolean {
  return (from === undefined || from <= moment) && (until === undefined || moment < until);
}

export interface LastBuild {
  /** How it was called. */
  call: string;
  /** What it was told, however it was called. */
  asked: string;
  /** What it was made of and what came of it, but for `dist/`. */
  folders: Folders;
  /** The version of the product, as long as its files and Node are what they were. */
  product: { version: string; node: string };
  /** What is said when there is nothing to do. */
  says: string[];
  span: Span;
}

/** As it is written down. */
interface Recorded extends Omit<LastBuild, 'folders'> {
  folders: Readonly<Record<string, PackedStates>>;
}

/** Raise it when records are written in another form: whatever version runs finds only those that it can understand. */
const form = 2;

const recordOf = (root: string) => join(root, '.cache', `last-build-${form}`);
const distRecordOf = (root: string) => join(root, '.cache', `dist-states-${form}`);

/** What lay in `dist/` when the last build of whatever kind was done. */
export function distBefore(root: string): FolderStates | undefined {
  const packed = readRecord(distRecordOf(root)) as PackedStates | undefined;
  return packed && unpackedStates(packed);
}

export function noteDist(root: string, states: FolderStates): void {
  for (const record of ['last-build', 'dist-states']) clearOtherForms(root, record, form);
  writeFileSync(distRecordOf(root), serialize(packedStates(states)));
}

/** The last build for readers, and what has become since of what it was made of: each folder is looked at once. */
export class LookBack {
  readonly root: string;
  /** None where there was no such build. */
  readonly last: LastBuild | undefined;
  /** The compiled build that was found whole and is run. */
  compiled?: CompiledBuild;
  readonly #looks = new Map<string, Look>();
  /** Nothing has been looked at before. */
  readonly #moment = Date.now();
  #dist: SharedLook | undefined;
  /** How the record of the last build lay there when that began: it is away from before `dist/` changes until that is noted. */
  #distSince: string | undefined;

  constructor(root: string) {
    this.root = root;
    const recorded = readRecord(recordOf(root)) as Recorded | undefined;
    this.last = recorded && { ...recorded, folders: eachOf(recorded.folders, unpackedStates) };
  }

  /** What lies in a folder now, compared with what lay there when the site was built. */
  at(folder: string): Look {
    const before = this.#looks.get(folder);
    if (before) return before;
    const look = lookAt(folder, this.last?.folders[folder]);
    this.#looks.set(folder, look);
    return look;
  }

  /** What was seen in folders, to be compared with what the next build sees. */
  kept(folders: Folders): Folders {
    return eachOf(folders, (states) => statesToKeep(states, this.#moment));
  }

  /** The version of the product in a folder, as far as it is known to be what the site was built with. */
  productIn(root: string): string | undefined {
    const { last } = this;
    if (last?.product.node !== process.version) return undefined;
    const isSame = [join(root, 'src'), root].every((folder) => this.at(folder).changed.size === 0);
    return isSame ? last.product.version : undefined;
  }

  /** Whether all that the site was made of and all that came of it is as it was, and nothing else there. */
  isAsBefore(): boolean {
    const { last } = this;
    if (!last || !Object.keys(last.folders).every((folder) => this.at(folder).changed.size === 0)) return false;
    return this.lookAtDist().finish().changed.size === 0;
  }

  /**
   * A look at `dist/`, compared with what the last build left: the one that was begun before, unless a build may have ended
   * since. A thread takes part in one that begins now, if there is code for it.
   */
  lookAtDist(code?: string): SharedLook {
    const record = settledStateAt(recordOf(this.root));
    if (this.#dist && record !== undefined && record === this.#distSince) return this.#dist;
    this.#distSince = record;
    this.#dist = new SharedLook(join(this.root, 'dist'), distBefore(this.root), code);
    return this.#dist;
  }
}

export function noteLastBuild(root: string, last: LastBuild): void {
  const recorded: Recorded = { ...last, folders: eachOf(last.folders, packedStates) };
  writeFileSync(recordOf(root), serialize(recorded));
}

/** Before `dist/` changes: whatever was known of the last build is true no more, also if this one doesn't come to its end. */
export function forgetLastBuild(root: string): void {
  for (const record of [recordOf(root), distRecordOf(root)]) rmSync(record, { force: true });
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

function eachOf<From, To>(record: Readonly<Record<string, From>>, change: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
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
