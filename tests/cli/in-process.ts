import { randomUUID } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import { main } from '../../src/cli/main.ts';
import { databaseOf } from '../postgres/new-database.ts';
import type { Outcome } from './command-line.ts';

/**
 * Runs a command on the content of `folder` in this process, called at `now`, with `env` and nothing of the machine's
 * environment; `ask` answers as somebody at a terminal. A process takes many times as long: where it is the point, `kurrende` starts one.
 */
export async function inProcess(
  args: string[],
  folder: string,
  env: Record<string, string> = {},
  now: Temporal.Instant = Temporal.Now.instant(),
  ask?: (question: string) => Promise<string | undefined>,
): Promise<Outcome> {
  const outcome: Outcome = { code: null, out: '', err: '' };
  const code = await main(args, {
    root: folder,
    env: { BUILD_DATE: '2026-11-24', ...(await databaseOf(folder)), ...env },
    now,
    ask,
    uuid: randomUUID,
    print: (text) => {
      outcome.out += `${stripVTControlCharacters(text)}\n`;
    },
    printError: (text) => {
      outcome.err += `${stripVTControlCharacters(text)}\n`;
    },
  });
  return { ...outcome, code };
}
