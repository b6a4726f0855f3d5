import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';
import type { Compile } from '../build/compiled-pages.ts';

/**
 * Has Astro compile the pages, in a process of its own: what a compiler holds in memory goes with it, before the content is
 * read. It says itself what is wrong.
 */
export const compilePages: Compile = async (folder) => {
  const compiler = spawn(execPath, [join(import.meta.dirname, 'door', 'compile.mjs'), folder], { stdio: 'inherit' });
  const [code] = await once(compiler, 'close');
  if (code !== 0) throw new Error(`the pages were not compiled: ${code}`);
};
