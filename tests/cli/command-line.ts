import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';

const product = join(import.meta.dirname, '..', '..');

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A folder with the example content, as an organisation has it; gone when the test ends. */
export function organisation(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-'));
  cpSync(join(product, 'content'), join(folder, 'content'), { recursive: true });
  mkdirSync(join(folder, 'public'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function launch(args: string[], folder: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(product, 'src', 'cli', 'kurrende.mjs'), ...args], {
    cwd: product,
    // Nothing of the test's own: Astro's preview behaves otherwise in a test.
    env: { ...process.env, BUILD_DATE: '2026-11-24', VITEST: '', NODE_ENV: '', SITE_ROOT: folder, ...env },
  });
}

/** Runs a command to its end, on the content of `folder`. */
export function kurrende(args: string[], folder: string, env: Record<string, string> = {}): Promise<Outcome> {
  const child = launch(args, folder, env);
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    outcome.out += stripVTControlCharacters(String(chunk));
  });
  child.stderr?.on('data', (chunk) => {
    outcome.err += stripVTControlCharacters(String(chunk));
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}

/** Starts a command that serves, waits for the address that it prints, and ends it with the test. */
export async function serving(
  args: string[],
  folder: string,
  env: Record<string, string> = {},
): Promise<{ origin: string; printed: () => string; stop: () => Promise<number | null> }> {
  const child = launch(args, folder, env);
  let printed = '';
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  onTestFinished(async () => {
    await stop();
  });
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: unknown) => {
      printed += stripVTControlCharacters(String(chunk));
      const address = /(?:läuft|Entwürfen): (http:\/\/127\.0\.0\.\d+:\d+)\//.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('close', (code) => reject(new Error(`ended with ${code} before it served:\n${printed}`)));
  });
  return { origin, printed: () => printed, stop };
}
