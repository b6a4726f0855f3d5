import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';
import type { Compile } from '../build/compiled-pages.ts';

/**
 * Has Astro compile the pages, and esbuild the build that goes with them, each in a process of its own: what a compiler
 * holds in memory goes with it, before the next and before the content is read. It says itself what is wrong.
 */
export const compilePages: Compile = async (folder) => {
  for (const what of ['pages', 'build']) {
    const door = join(import.meta.dirname, 'door', 'compile.mjs');
    const compiler = spawn(execPath, [door, what, folder], { stdio: 'inherit' });
    const [code] = await once(compiler, 'close');
    if (code !== 0) throw new Error(`the ${what} could not be compiled: ${code}`);
  }
};
