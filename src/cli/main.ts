import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { siteRoot } from '../reader/project.ts';
import { commandErrors, usage } from '../words/commands.ts';
import { type Command, CommandError, type Surroundings } from './command.ts';
import { diskTrouble } from './disk-trouble.ts';

const commands: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  new: () => import('./new.ts'),
  mail: () => import('./mail.ts'),
  send: () => import('./send.ts'),
  service: () => import('./service.ts'),
  abo: () => import('./abo.ts'),
};

/** Runs the command that `args` name and returns the exit code: 0 done, 1 content has errors, 2 wrongly called or hindered by the disk. */
export async function main(args: string[], surroundings: Surroundings = realSurroundings()): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === 'help' || rest.includes('--help')) {
    surroundings.print(usage);
    return 0;
  }
  try {
    const load = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
    if (!load) throw new CommandError(commandErrors.unknownCommand(verb));
    const { command } = await load();
    return await command.run(parse(command, rest), surroundings);
  } catch (error) {
    const told = error instanceof CommandError ? error.message : diskTrouble(error);
    if (told === undefined) throw error;
    surroundings.printError(told);
    return 2;
  }
}

function parse(command: Command, args: string[]): { words: string[]; flags: Record<string, unknown> } {
  const { values, positionals, tokens } = parseArgs({
    args,
    options: command.options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(command.options, token.name));
  if (unknown?.kind === 'option') throw new CommandError(commandErrors.unknownOption(unknown.rawName));
  const surplus = positionals[command.words];
  if (surplus !== undefined) throw new CommandError(commandErrors.tooManyWords(surplus));
  return { words: positionals, flags: values };
}

function realSurroundings(): Surroundings {
  return {
    root: siteRoot,
    env: process.env,
    now: Temporal.Now.instant(),
    uuid: randomUUID,
    print: (text) => console.log(text),
    printError: (text) => console.error(text),
  };
}
