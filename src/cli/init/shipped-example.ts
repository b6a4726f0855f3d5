import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, isLeftover, publicFolder } from '../../model/content-files.ts';
import shipped from './shipped-example.json' with { type: 'json' };

const shippedDigests: Readonly<Record<string, string>> = shipped;

/** The files of an organisation's folders: those that are the shipped example's still, byte for byte, and the others. */
export interface FilesOfHouse {
  example: string[];
  own: string[];
}

/** Looks at all files under `content/` and `public/`; paths are relative to `root`, with `/`. */
export function filesOfHouse(root: string): FilesOfHouse {
  const files: FilesOfHouse = { example: [], own: [] };
  for (const file of filesIn(root)) {
    const isShipped = file in shippedDigests && digestOf(readFileSync(join(root, file))) === shippedDigests[file];
    (isShipped ? files.example : files.own).push(file);
  }
  return files;
}

/** Every plain file of both folders with its digest: what `shipped-example.json` holds. */
export function digestsIn(root: string): Record<string, string> {
  return Object.fromEntries([...filesIn(root)].map((file) => [file, digestOf(readFileSync(join(root, file)))]));
}

/** Deletes these files, and the folders that they leave empty. */
export function remove(root: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(root, file));
    const folders = file.split('/').slice(0, -1);
    // The folder `content/` itself stays.
    for (; folders.length > 1; folders.pop()) {
      const folder = join(root, ...folders);
      if (readdirSync(folder).some((name) => !isLeftover(name))) break;
      for (const leftover of readdirSync(folder)) rmSync(join(folder, leftover));
      rmdirSync(folder);
    }
  }
}

function* filesIn(root: string): Generator<string> {
  for (const folder of [contentFolder, publicFolder]) {
    if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) continue;
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
      const path = join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/');
      // What a licence forbids to pass on never ships.
      if (entry.isFile() && !isLeftover(entry.name) && !path.startsWith(`${contentFolder}/licensed/`)) yield path;
    }
  }
}

/** SHA-256; of a text without the line ends that Git gives it on Windows. */
function digestOf(bytes: Buffer): string {
  const text = bytes.includes(0) ? bytes : bytes.toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
