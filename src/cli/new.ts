import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../build/project.ts';
import { articleFileName, nextNumber, parseArticleFileName } from '../model/article-file-name.ts';
import { contentFolders } from '../model/content-files.ts';
import { slugOf } from '../model/field.ts';
import { mintId } from '../model/identifier.ts';
import { UserError } from '../model/user-error.ts';
import {
  type IssueWeek,
  issueKey,
  parseIssueKey,
  suggestedIssueKey,
  thursdayOf,
  weekExists,
  weekOf,
  weeksIn,
} from '../model/week.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingDay } from '../settings/working-day.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { articleTemplate, issueTemplate, placeholderSlug } from '../words/templates.ts';
import { defineCommand } from './door/command.ts';

/**
 * `npm run new -- 2025-kw34`: an issue with one article as drafts, ids minted; with a name behind it the article has
 * that name, and where there is the issue already, it gets one article more. Never overwrites.
 */
export const command = defineCommand({
  help: commandHelp.new,
  options: {},
  words: 2,
  settings: ['BUILD_DATE'],
  async run({ words: [key, articleName] }, surroundings) {
    const week = weekOfKey(key, surroundings);
    const today = workingDay(surroundings);
    const { idAuthority, library } = openProject(surroundings)({ today, mode: 'preview' });
    if (!idAuthority) throw new UserError(commandErrors.siteNeeded);
    const slug = articleName === undefined ? placeholderSlug : slugOf(articleName);
    if (!slug) throw new UserError(commandErrors.articleName(articleName ?? ''));

    const folder = `${contentFolders.issues}/${key}`;
    const onDisk = join(surroundings.root, folder);
    const isNew = !existsSync(onDisk);
    if (!isNew && articleName === undefined) throw new UserError(commandErrors.issueExists(folder, key ?? ''));
    mkdirSync(onDisk, { recursive: true });
    const names = readdirSync(onDisk);
    const same = names.find((name) => parseArticleFileName(name)?.slug === slug);
    if (same) throw new UserError(commandErrors.articleExists(`${folder}/${same}`));

    const write = (name: string, text: string) => {
      writeFileSync(join(onDisk, name), text, { flag: 'wx' });
      surroundings.print(commandWords.created(`${folder}/${name}`));
    };
    const newId = () => mintId(idAuthority, today, surroundings.uuid());
    if (isNew) write('index.md', issueTemplate(newId(), thursdayOf(week)));
    const topic = library?.terms.topics[0]?.slug;
    write(articleFileName({ number: nextNumber(names), slug }), articleTemplate(newId(), topic));
    return 0;
  },
});

/** The week that the first word names; anything else is a UserError with what may be meant. */
function weekOfKey(key: string | undefined, surroundings: Surroundings<'BUILD_DATE'>): IssueWeek {
  if (key === undefined) {
    throw new UserError(commandErrors.issueKeyMissing(issueKey(weekOf(workingDay(surroundings)))));
  }
  const week = parseIssueKey(key);
  if (!week) throw new UserError(commandErrors.issueKey(key, suggestedIssueKey(key)));
  if (!weekExists(week)) throw new UserError(commandErrors.noSuchWeek(key, week.year, weeksIn(week.year)));
  return week;
}
