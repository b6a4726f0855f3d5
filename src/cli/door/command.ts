import type { ParseArgsConfig } from 'node:util';
import type { Surroundings } from '../../settings/surroundings.ts';
import type { CommandHelp } from '../../words/help.ts';

/** One verb: `npm run <verb> -- …`. */
export interface Command {
  help: CommandHelp;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words may follow. */
  words: number;
  /** Returns the exit code; a UserError is a mistake of the user's. */
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
