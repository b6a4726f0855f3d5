import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintId } from '../model/identifier.ts';
import { parseIssueKey, weekExists, weeksIn } from '../model/week.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { articleTemplate, issueTemplate } from '../words/templates.ts';
import { type Command, CommandError, type Surroundings } from './command.ts';
import { openProject, workingDay } from './project.ts';
import { weekKeyOf } from './working-week.ts';

/** `npm run new -- 2025-kw34`: an issue with one article as drafts, ids minted. Never overwrites. */
export const command: Command = {
  help: commandHelp.new,
  options: {},
  words: 1,
  async run({ words: [key] }, surroundings) {
    if (key === undefined) throw new CommandError(commandErrors.issueKeyMissing(freeKey(surroundings)));
    const week = parseIssueKey(key);
    if (!week) throw new CommandError(commandErrors.issueKey(key));
    if (!weekExists(week)) throw new CommandError(commandErrors.noSuchWeek(key, week.year, weeksIn(week.year)));
    const today = workingDay(surroundings);
    const { idAuthority } = openProject(surroundings)({ today, mode: 'preview' });
    if (!idAuthority) throw new CommandError(commandErrors.siteNeeded);

    const folder = `content/issues/${key}`;
    const onDisk = join(surroundings.root, folder);
    if (existsSync(onDisk)) throw new CommandError(commandErrors.issueExists(folder));
    mkdirSync(onDisk, { recursive: true });
    const write = (name: string, text: string) => {
      writeFileSync(join(onDisk, name), text, { flag: 'wx' });
      surroundings.print(commandWords.created(`${folder}/${name}`));
    };
    const newId = () => mintId(idAuthority, today, surroundings.uuid());
    write('index.md', issueTemplate(newId()));
    write('01-neuer-beitrag.md', articleTemplate(newId()));
    return 0;
  },
};

/** The next week from today on that has no issue yet. */
function freeKey(surroundings: Surroundings): string {
  const today = workingDay(surroundings);
  const keyIn = (weeks: number) => weekKeyOf(today, weeks);
  const isTaken = (key: string) => existsSync(join(surroundings.root, 'content', 'issues', key));
  let weeks = 0;
  while (isTaken(keyIn(weeks))) weeks += 1;
  return keyIn(weeks);
}
