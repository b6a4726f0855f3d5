/**
 * The files of a bundle, noted when it is complete: what a disk lost or somebody altered since is seen before any of it is
 * loaded, for code that is cut off has no sentence to say.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ifPresent } from '../reader/files/if-present.ts';
import { filesIn } from './site-files.ts';

/** The folders of a bundle: the compiled build, what pages load, the compiled pages. */
type BundlePart = 'build' | 'client' | 'server';

const noteName = 'files.json';

/** Notes what the bundle in `folder` is made of, by paths with `/`. */
export function noteFiles(folder: string): void {
  const hashes = filesIn(folder).map((file) => [file.replaceAll('\\', '/'), hashOf(join(folder, file))]);
  writeFileSync(join(folder, noteName), JSON.stringify(Object.fromEntries(hashes)));
}

/** Whether the bundle in `folder` was made with this part. */
export function hasPart(folder: string, part: BundlePart): boolean {
  return filesOf(folder, part).length > 0;
}

/** Whether a part of the bundle in `folder` is there, and as it was when it was noted. */
export function isWhole(folder: string, part: BundlePart): boolean {
  const files = filesOf(folder, part);
  return files.length > 0 && files.every(([file, noted]) => isAs(join(folder, file), noted));
}

function filesOf(folder: string, part: BundlePart): [file: string, hash: string][] {
  return Object.entries(notedIn(folder)).filter(([file]) => file.startsWith(`${part}/`));
}

function isAs(path: string, noted: string): boolean {
  return existsSync(path) && hashOf(path) === noted;
}

/** Nothing where the note itself is lost or cut off. */
function notedIn(folder: string): Record<string, string> {
  const text = ifPresent(() => readFileSync(join(folder, noteName), 'utf8'));
  try {
    return text === undefined ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

const hashOf = (path: string) => hash('sha256', readFileSync(path));
