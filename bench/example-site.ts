import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const program = join(root, 'src', 'cli', 'kurrende.mjs');

/** The environment of a command in such a folder. */
export const settings = (folder: string) => ({ ...process.env, SITE_ROOT: folder, BUILD_DATE: '2026-11-24' });

/** A fresh folder with the example content, for one benchmark. */
export function exampleSite(name: string): string {
  const folder = join(root, '.cache', 'bench', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(folder, 'public'), { recursive: true });
  return folder;
}

/** Runs a command in such a folder to its end; throws with what it said if it fails. */
export function runCommand(verb: string, folder: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [program, verb, ...words], {
    env: settings(folder),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${verb} failed:\n${stderr}`);
}

/** Starts `npm start` in such a folder and waits for its address. */
export function startSite(folder: string): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, 'start'], { env: settings(folder) });
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (origin) resolve({ origin, child });
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    child.on('close', (code) => reject(new Error(`start ended with ${code}:\n${printed}`)));
  });
}
