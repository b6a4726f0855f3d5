import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const product = join(import.meta.dirname, '..', '..');

/** The product as it lies there after `git clone` and `npm ci`, in a folder of its own; gone when the run ends. */
export function freshClone(): string {
  const clone = mkdtempSync(join(inject('folderOfTheRun'), 'clone-'));
  for (const name of ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json', '.npmrc']) {
    cpSync(join(product, name), join(clone, name), { recursive: true });
  }
  symlinkSync(join(product, 'node_modules'), join(clone, 'node_modules'));
  return clone;
}
