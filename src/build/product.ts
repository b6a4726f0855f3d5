import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ifPresent } from '../reader/files/if-present.ts';
import { filesIn } from './site-files.ts';

/** Where the product itself lies: `src/` and Astro's configuration. */
export const productRoot = join(import.meta.dirname, '..', '..');

/** Where compiled code of ours lies: in the product's folder, whose packages it imports. A folder for each version. */
export const bundlesFolder = join(productRoot, '.cache', 'bundles');

/** What it is made of beside `src/`. */
export const productFiles = [
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'node_modules/.package-lock.json',
] as const;

let version: string | undefined;

/** Changes with the product, its packages and the Node that runs them: all of its outputs may then be others. Looked up once. */
export function productVersion(): string {
  version ??= hashOfProduct();
  return version;
}

/** Saves looking it up: of whoever has seen that nothing of the product has changed since it had this version. */
export function knowProduct(known: string): void {
  version ??= known;
}

function hashOfProduct(): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of productFiles) {
    hash.update(`\n${name}\n`).update(ifPresent(() => readFileSync(join(productRoot, name))) ?? '');
  }
  const source = join(productRoot, 'src');
  for (const file of filesIn(source)) hash.update(`\n${file}\n`).update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 16);
}
