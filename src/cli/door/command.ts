import type { ParseArgsConfig } from 'node:util';
import type { SettingName } from '../../settings/schema.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import type { CommandHelp } from '../../words/help.ts';

/** One verb: `npm run <verb> -- …`. */
export interface Command<Used extends SettingName = SettingName> {
  help: CommandHelp;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words may follow. */
  words: number;
  /** The settings that it uses: a wrong one among them keeps it from running, and it gets no others. */
  settings: readonly Used[];
  /** Returns the exit code; a UserError is a mistake of the user's. */
  run(args: { words: string[]; flags: Record<string, unknown> }, surroundings: Surroundings<Used>): Promise<number>;
}

/** A command, as it is: what it gets are the settings that it names. */
export function defineCommand<const Used extends SettingName>(command: Command<Used>): Command<Used> {
  return command;
}

/** A verb with verbs of its own: `npm run abo -- <verb> …`. */
export interface CommandGroup {
  /** What its verbs are. */
  usage: string;
  verbs: Verbs;
}

/** Commands by their names, each loaded when it is called. */
export type Verbs = Readonly<Record<string, () => Promise<{ command: Command | CommandGroup }>>>;
