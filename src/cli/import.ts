import { lstatSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openProject } from '../build/project.ts';
import { namesIn, writeTogether } from '../build/write-together.ts';
import { type DraftPlan, planDraft } from '../import/draft-plan.ts';
import { importFile, largestFile } from '../import/import-file.ts';
import type { Imported, ImportFile } from '../import/imported.ts';
import { contentFolders } from '../model/content-files.ts';
import { mintId } from '../model/identifier.ts';
import { UserError } from '../model/user-error.ts';
import { issueKey, weekOf } from '../model/week.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay } from '../settings/working-day.ts';
import { commandErrors } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { importCommand, importCommandErrors, importErrors } from '../words/import.ts';
import { defineCommand } from './door/command.ts';
import { weekOfKey } from './door/issue-key.ts';

/**
 * `npm run import -- FILE…`: each file becomes a draft article with its pictures beside it, in the issue that it names or
 * `--issue` does; `-` is what is typed, piped or pasted. One that can't be read stops all before anything is written.
 */
export const command = defineCommand({
  help: commandHelp.import,
  options: { issue: { type: 'string' }, title: { type: 'string' } },
  words: Number.POSITIVE_INFINITY,
  settings: ['BUILD_DATE'],
  async run({ words: names, flags }, surroundings) {
    const title = typeof flags.title === 'string' ? flags.title : undefined;
    if (names.length === 0) throw new UserError(importCommandErrors.fileMissing);
    if (title !== undefined && names.length > 1) throw new UserError(importCommandErrors.titleForMany);
    if (names.filter((name) => name === '-').length > 1) throw new UserError(importCommandErrors.standardInputTwice);

    const today = workingDay(surroundings);
    const issue = typeof flags.issue === 'string' ? issueKey(weekOfKey(flags.issue, weekOf(today))) : undefined;
    const { idAuthority, library } = openProject(surroundings)({ today, mode: 'preview' });
    if (!idAuthority) throw new UserError(commandErrors.siteNeeded);
    const newId = () => mintId(idAuthority, today, surroundings.uuid());
    const thisWeek = issueKey(weekOf(today));
    const plans: Plan[] = [];
    for (const word of names) {
      const file = await read(word, surroundings);
      const imported = await importFile(file, { title, terms: library?.terms });
      const key = issue ?? imported.issue.key;
      if (!key) throw new UserError(importCommandErrors.issueUnknown(file.name, thisWeek));
      plans.push(planOf({ name: file.name, key, imported }, plans, surroundings.root, newId));
    }

    for (const { name, key, imported, folder, files } of plans) {
      surroundings.print(report(name, key, imported));
      writeTogether(join(surroundings.root, folder), files);
      for (const file of files.keys()) surroundings.print(importCommand.created(`${folder}/${file}`));
    }
    surroundings.print(`\n${importCommand.next}`);
    return 0;
  },
});

interface Plan extends DraftPlan {
  name: string;
  key: string;
  imported: Imported;
}

async function read(word: string, { root, print }: Surroundings): Promise<ImportFile> {
  if (word === '-') {
    if (process.stdin.isTTY) print(importCommand.paste);
    return { name: importCommand.pasted, bytes: await buffer(process.stdin) };
  }
  const path = resolve(root, word);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new UserError(importCommandErrors.notFound(path));
  if (!found.isFile()) throw new UserError(importCommandErrors.notAFile(word));
  // Before anything is read: a file of some gigabytes would fill the memory.
  if (found.size > largestFile) throw new UserError(importErrors.tooLarge(word, largestFile / 1e6));
  return { name: basename(path), bytes: readFileSync(path) };
}

function planOf(
  { name, key, imported }: Pick<Plan, 'name' | 'key' | 'imported'>,
  before: readonly Plan[],
  root: string,
  newId: () => string,
): Plan {
  const folder = `${contentFolders.issues}/${key}`;
  const planned = before.filter((plan) => plan.folder === folder).flatMap(({ files }) => [...files.keys()]);
  const names = [...namesIn(join(root, folder)), ...planned];
  return { name, key, imported, ...planDraft(imported, key, names, newId) };
}

function report(name: string, key: string, { notes, issue }: Imported): string {
  const part = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${label}\n${lines.map((line) => `  ${line}`).join('\n')}`];
  return [
    `\n${importCommand.reading(name)}`,
    ...part(importCommand.recognised, notes.recognised),
    ...part(importCommand.dropped, notes.dropped),
    ...part(importCommand.leftToDo, [
      ...(issue.key && issue.key !== key ? [importCommand.otherIssue(issue.key, key)] : []),
      ...notes.leftToDo,
    ]),
  ].join('\n');
}
