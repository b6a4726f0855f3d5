import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tracesOf } from '../src/reader/example/traces.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';

/** Writes down anew by what pieces of the shipped example are known again; after every change of `content/` or `public/`. */
export function writeTraces(root: string): void {
  const file = join(root, 'src', 'reader', 'example', 'shipped-traces.ts');
  const traces = tracesOf(contentOnDisk(root));
  const old = readFileSync(file, 'utf8');
  const declaration = old.slice(0, old.indexOf('{', old.indexOf('Traces =')));
  writeFileSync(file, `${declaration}${JSON.stringify(traces)};\n`);
  const { status } = spawnSync('npx', ['biome', 'check', '--write', file], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('biome could not format the list');
}
