import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settings } from './example-site.ts';

const product = join(import.meta.dirname, '..');

type ServerEvent = { kind: 'listening'; port: number } | { kind: 'connected' } | { kind: 'taken'; address: string };

export interface CountingServer {
  url: string;
  /** How often each address got a message. */
  taken: Map<string, number>;
  /** From now on it settles no more recipients than this; the others stay on the wire until this is called again. */
  answer: (most: number | 'all') => void;
  /** Called with each event. */
  onEvent: (listener: (event: ServerEvent) => void) => void;
  stop: () => void;
}

/** Starts the counting server; its answers take up to `longestDelayMs`. */
export async function countingServer(longestDelayMs: number): Promise<CountingServer> {
  const child = fork(fileURLToPath(import.meta.resolve('./counting-server.ts')), [String(longestDelayMs)], {
    execArgv: [],
  });
  const taken = new Map<string, number>();
  const listeners: ((event: ServerEvent) => void)[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.on('exit', () => reject(new Error('the server ended')));
    child.on('message', (event: ServerEvent) => {
      if (event.kind === 'listening') resolve(event.port);
      if (event.kind === 'taken') taken.set(event.address, (taken.get(event.address) ?? 0) + 1);
      for (const listener of listeners) listener(event);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    answer: (most) => child.send({ answers: most }),
    onEvent: (listener) => listeners.push(listener),
    stop: () => child.disconnect(),
  };
}

/** Starts `npm run send`, with these words more, on the organisation in `folder`, as a process of its own. */
export function startSender(
  folder: string,
  env: Record<string, string>,
  nodeOptions: readonly string[] = [],
  words: readonly string[] = [],
): { child: ChildProcess; ended: Promise<{ code: number | null; printed: string }> } {
  const child = spawn(
    process.execPath,
    [...nodeOptions, join(product, 'src', 'cli', 'kurrende.mjs'), 'send', '2025-kw33', '--yes', ...words],
    { cwd: product, env: { ...settings(folder), VITEST: '', ...env } },
  );
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, printed }));
  });
  return { child, ended };
}
