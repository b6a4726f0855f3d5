import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inject, onTestFinished } from 'vitest';
import { freePort } from '../free-port.ts';

const product = join(import.meta.dirname, '..', '..');

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A folder with the example content and its `public/`, as an organisation has it; gone when the run ends. */
export function organisation(): string {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'organisation-'));
  // Web servers read it under an account of their own.
  chmodSync(folder, 0o755);
  cpSync(join(product, 'content'), join(folder, 'content'), { recursive: true });
  cpSync(join(product, 'public'), join(folder, 'public'), { recursive: true });
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

/** A command that serves until it is stopped. */
export interface Serving {
  origin: string;
  printed: () => string;
  /** Ends it as a system does that shuts down, and gives its exit code. */
  stop: () => Promise<number | null>;
}

/**
 * Starts a command that serves, on a port that is free, and waits for the address that it prints. It ends with the test,
 * or when `atEnd` says so.
 */
export async function serving(
  args: string[],
  folder: string,
  env: Record<string, string> = {},
  atEnd: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<Serving> {
  const port = String(await freePort());
  const child = launch(args, folder, { PORT: port, ABO_PORT: port, ...env });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  atEnd(async () => {
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
