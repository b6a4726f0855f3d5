import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { TestProject } from 'vitest/node';
import { changesIn } from './shared-folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of this run alone; gone when it ends. */
    folderOfTheRun: string;
  }
}

/** Makes a folder for what the files of one run share; at the end no test may have changed it. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-tests-'));
  // A web server started by root reads as another user.
  chmodSync(folder, 0o755);
  // Node keeps there what it has compiled, for all processes of this run and the next ones: they start sooner.
  env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '..', '..', '.cache', 'compiled-for-tests');
  provide('folderOfTheRun', folder);
  return () => {
    const changes = changesIn(folder);
    rmSync(folder, { recursive: true, force: true });
    if (changes.length > 0) throw new Error(`A test has changed files that others read:\n${changes.join('\n')}`);
  };
}
