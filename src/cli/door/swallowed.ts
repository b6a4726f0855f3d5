import { parseArgs } from 'node:util';
import { UserError } from '../../model/user-error.ts';
import { type SwallowedOption, swallowedOptions } from '../../settings/npm-options.ts';
import type { Environment } from '../../settings/read-settings.ts';
import { commandErrors } from '../../words/commands.ts';
import type { Command } from './command.ts';

/**
 * Refuses a call whose options npm kept for itself (`npm run send 2025-kw33 --dry-run`), with the line to type.
 * `called` is all that follows `npm run`, `args` what of it the command gets.
 */
export function refuseSwallowed(
  { help, options, words }: Pick<Command, 'help' | 'options' | 'words'>,
  called: readonly string[],
  args: string[],
  env: Environment,
): void {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
  const swallowed = swallowedOptions(Object.keys(options), env).filter(({ name }) => !(name in values));
  const [first] = swallowed;
  if (!first) return;
  const detached = swallowed.filter(({ name, value }) => value === undefined && options[name]?.type === 'string');
  // npm leaves the value of an option among the words, as a rule the last of them.
  const last = detached.length === 1 && positionals.length > Math.min(1, words) ? positionals.at(-1) : undefined;
  const [verb = '', ...others] = last === undefined ? called : called.toSpliced(called.lastIndexOf(last), 1);
  const typed = ({ name, value = last }: SwallowedOption) => {
    if (options[name]?.type !== 'string') return `--${name}`;
    const named = Object.keys(help.options ?? {}).find((line) => line.startsWith(`--${name} `)) ?? `--${name}`;
    return value === undefined ? named : `--${name} ${quoted(value)}`;
  };
  const line = ['npm run', verb, '--', ...others.map(quoted), ...swallowed.map(typed)].join(' ');
  throw new UserError(commandErrors.swallowed(`--${first.name}`, line));
}

/** A word as a shell takes it for one. */
const quoted = (word: string) => (/^[\p{L}\p{N}@%+=:,./\\_-]+$/u.test(word) ? word : `"${word}"`);
