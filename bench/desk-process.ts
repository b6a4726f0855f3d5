/** A Redaktion in a process of its own, for benchmarks and pictures. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const program = join(import.meta.dirname, '..', 'src', 'cli', 'kurrende.mjs');

/** Milliseconds between the last that a browser hears of a process and the news of its end. */
const newsTakes = 2_000;

export interface DeskProcess {
  /** With the key. */
  address: string;
  /**
   * Does `work` at it. Throws how it ended and what it said last, where it ends in the meantime: a browser knows no more
   * than that nobody answers.
   */
  during<Done>(work: () => Promise<Done>): Promise<Done>;
  /** Ends it, and waits for that. */
  stop(): Promise<void>;
}

/** Starts one and waits for its address. Throws what it said where it ends before. */
export async function startDesk(env: NodeJS.ProcessEnv): Promise<DeskProcess> {
  const child = spawn(process.execPath, [program, 'redaktion'], { env });
  let printed = '';
  const ended = new Promise<never>((_resolve, reject) => {
    child.on('close', (code, signal) => {
      reject(new Error(`the Redaktion ended with ${signal ?? `exit code ${code}`} and had said:\n${printed}`));
    });
  });
  // Nobody may be waiting for it.
  ended.catch(() => {});
  const told = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const address = /läuft: (\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
  });
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  const address = await Promise.race([told, ended]);
  return {
    address,
    during: (work) =>
      Promise.race([
        work().catch(async (error: unknown) => {
          await Promise.race([ended, setTimeout(newsTakes)]);
          throw error;
        }),
        ended,
      ]),
    async stop() {
      child.kill();
      await ended.catch(() => {});
    },
  };
}
