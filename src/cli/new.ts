import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../build/project.ts';
import { slugOfTitle } from '../import/article-file.ts';
import { articleFileName, nextNumber, parseArticleFileName } from '../model/article-file-name.ts';
import { contentFolders } from '../model/content-files.ts';
import { slugOf } from '../model/field.ts';
import { mintId } from '../model/identifier.ts';
import { UserError } from '../model/user-error.ts';
import { issueKey, thursdayOf, weekOf } from '../model/week.ts';
import { makeFolder } from '../settings/make-folder.ts';
import { workingDay } from '../settings/working-day.ts';
import { cleanText } from '../text/clean.ts';
import { commandErrors, commandWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { articleTemplate, issueTemplate, placeholderSlug } from '../words/templates.ts';
import { type ArticleKind, kindWords, meantByGermanWord } from '../words/terms.ts';
import { defineCommand } from './door/command.ts';
import { weekOfKey } from './door/issue-key.ts';

/**
 * `npm run new -- 2025-kw34`: an issue with one article as drafts, ids minted; with a title behind it the article has
 * that title, and its file a name by it, with `--kind` what a kind has besides; where there is the issue already, it gets one article more. Never overwrites.
 */
export const command = defineCommand({
  help: commandHelp.new,
  options: { kind: { type: 'string' } },
  words: Number.POSITIVE_INFINITY,
  settings: ['BUILD_DATE'],
  async run({ words: [key, ...nameWords], flags }, surroundings) {
    const kind = kindNamed(flags.kind);
    const today = workingDay(surroundings);
    const thisWeek = weekOf(today);
    if (key === undefined) throw new UserError(commandErrors.issueKeyMissing(issueKey(thisWeek)));
    const week = weekOfKey(key, thisWeek);
    const articleName = nameWords.length > 0 ? cleanText(nameWords.join(' ')).trim() : undefined;
    const { idAuthority, library } = openProject(surroundings)({ today, mode: 'preview' });
    if (!idAuthority) throw new UserError(commandErrors.siteNeeded);
    const slug = articleName === undefined ? placeholderSlug : slugOf(articleName) && slugOfTitle(articleName);
    if (!slug) throw new UserError(commandErrors.articleName(articleName ?? ''));

    const folder = `${contentFolders.issues}/${key}`;
    const onDisk = join(surroundings.root, folder);
    const isNew = !existsSync(onDisk);
    if (!isNew && articleName === undefined) throw new UserError(commandErrors.issueExists(folder, key));
    makeFolder(onDisk);
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
    write(
      articleFileName({ number: nextNumber(names), slug }),
      articleTemplate(newId(), topic, titleOf(articleName), kind),
    );
    return 0;
  },
});

/** A kind by its value or its German word. */
function kindNamed(name: unknown): ArticleKind | undefined {
  if (typeof name !== 'string') return undefined;
  const kinds = Object.keys(kindWords) as ArticleKind[];
  const kind = kinds.find((known) => known === name.trim().toLowerCase()) ?? meantByGermanWord(name, kinds);
  if (!kind) throw new UserError(commandErrors.articleKind(name, kindWords));
  return kind as ArticleKind;
}

/** The title that was given: any words but a name that is a file's already, as `neues-buergerbuero`. */
function titleOf(name: string | undefined): string | undefined {
  return name === undefined || name === slugOf(name) ? undefined : name;
}
