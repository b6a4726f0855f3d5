import { type Browser, chromium } from 'playwright-core';
import { browserProgram } from './browser-program.ts';

/** Quiet, and without a sandbox only where root leaves no choice. */
export const flags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine, without a window. */
export function launch(): Promise<Browser> {
  const { path, env } = browserProgram();
  return chromium.launch({ executablePath: path, args: [...flags], env: { ...process.env, ...env } });
}
