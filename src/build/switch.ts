/**
 * Puts what a build has made in the place of what was there, file by file: each is whole at every moment, and one that
 * stays is never away. What is to be done is written down first, so that the next command can finish what was broken off.
 */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { picturesPath, searchIndexFolder } from '../model/address.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import { timesOf } from './file-states.ts';

/** Files by their paths in `dist/`. */
export interface Plan {
  /** Those that lie ready in the folder of new files. */
  put: string[];
  remove: string[];
}

/** Where the new files of a build lie until all are there. */
export function newFilesFolder(root: string): string {
  return join(root, '.cache', 'site-new');
}

const journalOf = (root: string) => join(root, '.cache', 'site-plan.json');

/** Carries out a plan; from the moment on at which it is written down, nothing but its end is possible. */
export function switchFiles(root: string, plan: Plan): void {
  if (plan.put.length + plan.remove.length > 0) {
    writeFileAtomic(journalOf(root), JSON.stringify(plan));
    carryOut(root, plan);
  }
  rmSync(newFilesFolder(root), { recursive: true, force: true });
}

/** Finishes what a killed build has begun, or takes back what it had not begun to put in place. */
export function finishSwitch(root: string): void {
  const journal = ifPresent(() => readFileSync(journalOf(root), 'utf8'));
  if (journal !== undefined) carryOut(root, JSON.parse(journal) as Plan);
  rmSync(newFilesFolder(root), { recursive: true, force: true });
}

function carryOut(root: string, { put, remove }: Plan): void {
  const [from, dist] = [newFilesFolder(root), join(root, 'dist')];
  // What is put below a link would lie wherever that leads.
  for (const file of remove) {
    if (ifPresent(() => lstatSync(join(dist, file)))?.isSymbolicLink()) rmSync(join(dist, file));
  }
  // A first build: all of it at once.
  if (existsSync(dist) || !existsSync(from) || !isRenamed(from, dist)) {
    for (const file of put.toSorted((a, b) => rank(a) - rank(b))) {
      // Not there any more: it was put in place before the build was killed.
      if (existsSync(join(from, file))) place(join(from, file), join(dist, file), dist);
    }
  }
  for (const file of remove) {
    // A folder may stand there now, or have taken the place of a folder that it was in.
    const isFolder = ifPresent(() => lstatSync(join(dist, file)))?.isDirectory();
    if (isFolder === false) rmSync(join(dist, file), { force: true });
    removeEmpty(dirname(join(dist, file)), dist);
  }
  rmSync(journalOf(root));
}

/** First what pages load, named by its content, then pages, then what tells of pages. */
function rank(file: string): number {
  if (file.startsWith('_astro/') || file.startsWith(picturesPath.slice(1))) return 0;
  if (file.startsWith(searchIndexFolder.slice(1))) return file.endsWith('.json') ? 3 : 0;
  return file.endsWith('.xml') ? 2 : 1;
}

function place(from: string, to: string, dist: string): void {
  try {
    move(from, to, dist);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY', 'EPERM'].includes(code ?? '')) throw error;
    // A folder that isn't there yet, or a file where a folder has to be, or the other way round.
    for (let above = dirname(to); above.startsWith(dist) && above !== dist; above = dirname(above)) {
      if (existsSync(above)) ifNoFolder(above);
    }
    mkdirSync(dirname(to), { recursive: true });
    if (code !== 'ENOENT') rmSync(to, { recursive: true, force: true });
    move(from, to, dist);
  }
}

/** A copy that is not whole: no file of a site is called so, and what a killed build has left is the next one's. */
const unfinishedName = '.kurrende-unfertig';

/** Where `dist/` is on a disk of its own, a copy is whole before it takes its place. */
function move(from: string, to: string, dist: string): void {
  if (isRenamed(from, to)) return;
  const unfinished = join(dist, unfinishedName);
  copyFileSync(from, unfinished);
  const { atime, mtime } = timesOf(from);
  utimesSync(unfinished, atime, mtime);
  renameSync(unfinished, to);
  rmSync(from);
}

/** False where it would come from one disk to another. */
function isRenamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false;
    throw error;
  }
}

function ifNoFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    rmSync(path, { force: true });
  }
}

/** Removes a folder that nothing is left in, and those above it. */
function removeEmpty(folder: string, dist: string): void {
  for (let path = folder; path !== dist && path.startsWith(dist); path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}
