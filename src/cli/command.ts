import type { ParseArgsConfig } from 'node:util';
import type { CommandHelp } from '../words/help.ts';

/** The outside world of a command, handed in so that tests can bring their own. */
export interface Surroundings {
  /** The organisation's folder: `content/` and `public/` in, `dist/` and `server/` out. */
  root: string;
  env: Record<string, string | undefined>;
  now: Temporal.Instant;
  uuid: () => string;
  print: (text: string) => void;
  printError: (text: string) => void;
}

/** One verb: `npm run <verb> -- …`. */
export interface Command {
  help: CommandHelp;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words may follow. */
  words: number;
  /** Returns the exit code; a CommandError is a mistake of the user's. */
  run(args: { words: string[]; flags: Record<string, unknown> }, surroundings: Surroundings): Promise<number>;
}

/** A verb with verbs of its own: `npm run abo -- <verb> …`. */
export interface CommandGroup {
  /** What its verbs are. */
  usage: string;
  verbs: Verbs;
}

/** Commands by their names, each loaded when it is called. */
export type Verbs = Readonly<Record<string, () => Promise<{ command: Command | CommandGroup }>>>;

/** A mistake of the user's, told as a sentence and without a stack trace. */
export class CommandError extends Error {}
