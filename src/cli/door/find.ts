import { UserError } from '../../model/user-error.ts';
import { nearest } from '../../text/nearest.ts';
import { commandErrors } from '../../words/commands.ts';
import { helpText } from '../../words/help.ts';
import type { Command, CommandGroup } from './command.ts';

const asksForHelp = (arg: string) => arg === '--help' || arg === '-h';

/** The command that `args` name, with what they say beside that; or the help that they ask for, or that says what there is. */
export async function find(
  group: CommandGroup,
  args: readonly string[],
  year: number,
): Promise<{ command: Command; args: string[] } | { help: string }> {
  const [first, ...others] = args;
  if (first === 'help') return find(group, [...others, '--help'], year);
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const verb = args[at];
  if (verb === undefined) return { help: group.usage };
  const load = Object.hasOwn(group.verbs, verb) ? group.verbs[verb] : undefined;
  if (!load) {
    const sentence = commandErrors.unknownCommand(verb, nearest(verb, Object.keys(group.verbs)));
    throw new UserError(commandErrors.wrongCall(group.usage, sentence));
  }
  const rest = args.toSpliced(at, 1);
  const { command } = await load();
  if ('verbs' in command) return find(command, rest, year);
  return rest.some(asksForHelp) ? { help: helpText(command.help, year) } : { command, args: rest };
}
