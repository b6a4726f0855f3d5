import { randomUUID } from 'node:crypto';
import { cwd, env, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { progressOn, type TellProgress } from './progress.ts';
import type { Environment } from './read-settings.ts';
import type { Read, SettingName, Settings } from './schema.ts';

/** The world outside of a command that uses these settings, handed in so that tests can bring their own. */
export interface Surroundings<Used extends SettingName = never> {
  /** The organisation's folder: `content/` and `public/` in, `dist/` and `server/` out. */
  root: string;
  settings: Pick<Settings, Read<Used>>;
  /** Whose command it is, if the system says so. */
  account?: string | undefined;
  now: Temporal.Instant;
  uuid: () => string;
  print: (text: string) => void;
  printError: (text: string) => void;
  /** Told of what takes its time; absent where nobody looks. */
  progress?: TellProgress | undefined;
  /** Asks whoever sits at the terminal, and gives the line that they type, undefined after Ctrl+C; absent where nobody does. */
  ask?: ((question: string) => Promise<string | undefined>) | undefined;
}

/** The same as a process has it, before its settings are read; `SITE_ROOT` may name another root. */
export interface ProcessSurroundings extends Omit<Surroundings, 'settings' | 'account'> {
  env: Environment;
}

/** Those of this process. */
export function realSurroundings(): ProcessSurroundings {
  const { tell, clear } = progressOn(stdout, (text) => console.log(text));
  const afterBar = (say: (text: string) => void) => (text: string) => {
    clear();
    say(text);
  };
  return {
    root: cwd(),
    env,
    now: Temporal.Now.instant(),
    uuid: randomUUID,
    print: afterBar((text) => console.log(text)),
    printError: afterBar((text) => console.error(text)),
    progress: tell,
    ask: stdin.isTTY && stdout.isTTY ? askAtTerminal : undefined,
  };
}

/** The line that is typed; none after Ctrl+C or Ctrl+D. */
async function askAtTerminal(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: stdin, output: stdout });
  const closed = new Promise<undefined>((resolve) => {
    terminal.once('close', () => resolve(undefined));
  });
  // Some versions of Node reject what isn't answered, others leave it open for ever.
  const answer = await Promise.race([terminal.question(question).catch(() => undefined), closed]);
  terminal.close();
  return answer;
}
