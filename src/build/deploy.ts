import { hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { UserError } from '../model/user-error.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import { makeFolder } from '../settings/make-folder.ts';
import { deployErrors } from '../words/deploy.ts';
import { manifestText } from './deploy-files.ts';
import { type DeployPlan, deployPlan, type Manifest, manifestName, manifestOf, underWay } from './deploy-plan.ts';
import { timesOf } from './file-states.ts';

/** What a folder holds, by the list in it. Without one nothing of it is known, and nothing of it is removed. */
function deployedTo(target: string): Manifest {
  const text = ifPresent(() => readFileSync(join(target, manifestName), 'utf8'));
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new UserError(deployErrors.manifest(join(target, manifestName)));
  }
}

/**
 * The list of the site in `dist`, and what has to be done so that `target` holds it. Files that somebody has taken out of
 * the target or altered there are copied again.
 */
export async function planDeploy(dist: string, target: string): Promise<{ plan: DeployPlan; manifest: Manifest }> {
  if (!existsSync(join(dist, 'index.html'))) throw new UserError(deployErrors.notBuilt);
  const manifest = await manifestOf(dist);
  const before = deployedTo(target);
  const there = Object.fromEntries(
    Object.entries(before).filter(([file, noted]) => isAsNoted(file, noted, dist, target)),
  );
  const { copy } = deployPlan(there, manifest);
  return { plan: { copy, remove: deployPlan(before, manifest).remove }, manifest };
}

/** Whether a file of the target is the one that was copied. Read is it only where its size or time is not that of the site's. */
function isAsNoted(file: string, noted: string, dist: string, target: string): boolean {
  const path = join(target, file);
  const [there, ours] = [path, join(dist, file)].map((one) => ifPresent(() => statSync(one)));
  if (!there?.isFile()) return false;
  // A copy has the time of its file, in whole milliseconds.
  if (there.size === ours?.size && Math.abs(there.mtimeMs - ours.mtimeMs) < 2) return true;
  return hash('sha256', readFileSync(path), 'hex') === noted;
}

/** The same for a target on another machine, of which nothing but its list is here, in `folder`. */
export async function planFor(
  dist: string,
  folder: string,
): Promise<{ plan: DeployPlan; before: Manifest; manifest: Manifest }> {
  if (!existsSync(join(dist, 'index.html'))) throw new UserError(deployErrors.notBuilt);
  const [before, manifest] = [deployedTo(folder), await manifestOf(dist)];
  return { plan: deployPlan(before, manifest), before, manifest };
}

/**
 * Carries a plan out. Each file is whole at every moment; the list is written before the first file, with all that may lie
 * there from now on, and again at the end: what is broken off is done by the next deploy. What goes is removed last, but for
 * files where there is to be a folder, and those in folders where there is to be a file.
 */
export function deploy(dist: string, target: string, { copy, remove }: DeployPlan, manifest: Manifest): void {
  makeFolder(target);
  writeManifest(target, underWay(deployedTo(target), copy));
  const inTheWay = blocking(remove, copy);
  for (const file of inTheWay) removeFile(file, target);
  for (const file of copy) {
    const to = join(target, file);
    mkdirSync(dirname(to), { recursive: true });
    const unfinished = `${to}.neu`;
    copyFileSync(join(dist, file), unfinished);
    const { atime, mtime } = timesOf(join(dist, file));
    utimesSync(unfinished, atime, mtime);
    refuseFolderAt(to, unfinished);
    renameSync(unfinished, to);
  }
  for (const file of remove) if (!inTheWay.has(file)) removeFile(file, target);
  writeManifest(target, manifest);
}

/** Where a file is to lie somebody may have made a folder: an empty one goes, of the others nothing is known. */
function refuseFolderAt(path: string, unfinished: string): void {
  if (!ifPresent(() => lstatSync(path))?.isDirectory()) return;
  removeEmpty(path, dirname(path));
  if (!existsSync(path)) return;
  rmSync(unfinished);
  throw new UserError(deployErrors.folderInTheWay(path));
}

/** Those of `remove` that stand where `copy` needs a folder, or in a folder where it has a file. */
function blocking(remove: readonly string[], copy: readonly string[]): Set<string> {
  const files = new Set(copy);
  const folders = new Set(copy.flatMap(foldersOf));
  return new Set(remove.filter((file) => folders.has(file) || foldersOf(file).some((folder) => files.has(folder))));
}

function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Removes a file and the folders that are empty without it. A deploy that was broken off may have made a folder of it. */
function removeFile(file: string, target: string): void {
  const path = join(target, file);
  if (ifPresent(() => lstatSync(path))?.isDirectory()) return;
  ifPresent(() => rmSync(path, { force: true }));
  removeEmpty(dirname(path), target);
}

function writeManifest(target: string, manifest: Manifest): void {
  writeFileAtomic(join(target, manifestName), manifestText(manifest));
}

function removeEmpty(folder: string, target: string): void {
  for (let path = folder; path !== target && path.startsWith(target); path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
  }
}
