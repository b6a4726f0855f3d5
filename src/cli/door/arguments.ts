import { parseArgs } from 'node:util';
import { UserError } from '../../model/user-error.ts';
import { nearest } from '../../text/nearest.ts';
import { commandErrors } from '../../words/commands.ts';
import { helpText } from '../../words/help.ts';
import type { Command } from './command.ts';

/** Words and options of a call. What the command can't do anything with is a UserError, below its help. */
export function parse(
  { help, options, words }: Pick<Command, 'help' | 'options' | 'words'>,
  args: string[],
  year: number,
): { words: string[]; flags: Record<string, unknown> } {
  const refuse = (sentence: string) => new UserError(commandErrors.wrongCall(helpText(help, year), sentence));
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw refuse(commandErrors.unknownOption(rawName, nearest(name, Object.keys(options))));
    if (option.type === 'boolean' && token.value !== undefined) throw refuse(commandErrors.optionWithValue(rawName));
  }
  const surplus = positionals[words];
  if (surplus !== undefined) throw refuse(commandErrors.tooManyWords(surplus));
  return { words: positionals, flags: values };
}
