/** Pages on which new texts begin: written here, or read in from files of other programs. */
import type { Context, Hono } from 'hono';
import { contentFolders } from '../../model/content-files.ts';
import { UserError } from '../../model/user-error.ts';
import { compareWeeks, parseIssueKey, weekExists } from '../../model/week.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { createWords, importPageWords } from '../../words/redaktion-new.ts';
import { type ArticleKind, kindWords } from '../../words/terms.ts';
import { createArticle, createIssue, importInto, proposedKey } from '../create/create.ts';
import { createPage, importedPage, importPage, type KnownIssues, type RefusedForm } from '../create/create-page.ts';
import { bytesOf } from '../files/text-files.ts';
import { pageAnswers } from './answers.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

/** Issues that are offered: those of two years, where one comes out each week. */
const mostIssues = 104;

export function addCreating(app: Hono<DeskEnv>, { desk, siteTitle }: DeskParts): void {
  const content = contentOnDisk(desk.root);
  const { page, backToText } = pageAnswers(siteTitle);
  const issues = (wanted?: string): KnownIssues => {
    const weeks = content.folders(contentFolders.issues).flatMap((key) => {
      const week = parseIssueKey(key);
      return week && weekExists(week) ? [{ key, week }] : [];
    });
    const sorted = weeks.sort((a, b) => compareWeeks(b.week, a.week)).map(({ key }) => key);
    const proposed = proposedKey(desk, sorted);
    const keys = sorted.filter((key, index) => index < mostIssues || key === wanted);
    return { keys, isCut: keys.length < sorted.length, wanted, proposed };
  };

  const showCreate = (context: Context<DeskEnv>, refused?: RefusedForm) =>
    page(
      context,
      {
        title: createWords.title,
        content: createPage(issues(refused?.values.ausgabe ?? context.req.query('ausgabe')), refused),
      },
      refused ? 422 : 200,
    );
  app.get(deskPaths.create, (context) => showCreate(context));
  app.post(deskPaths.create, async (context) => {
    const fields = await context.req.parseBody();
    const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const what = values.was === 'ausgabe' ? 'issue' : 'article';
    try {
      const by = context.get('editor');
      const { woche = '', ausgabe = '', titel = '', art = 'news' } = values;
      const { file, notKept } =
        what === 'issue'
          ? await createIssue(desk, woche, by)
          : await createArticle(desk, { key: ausgabe, title: titel, kind: kindNamed(art) }, by);
      return backToText(context, file, notKept);
    } catch (error) {
      if (error instanceof UserError) return showCreate(context, { what, sentence: error.message, values });
      throw error;
    }
  });

  const showImport = (context: Context<DeskEnv>, refused?: RefusedForm) => {
    const known = issues(refused?.values.ausgabe ?? context.req.query('ausgabe'));
    return page(context, { title: importPageWords.title, content: importPage(known, refused) }, refused ? 422 : 200);
  };
  app.get(deskPaths.import, (context) => showImport(context));
  app.post(deskPaths.import, async (context) => {
    const { datei, text, ausgabe } = await context.req.parseBody();
    const pasted = typeof text === 'string' ? text : '';
    const key = typeof ausgabe === 'string' && ausgabe !== '' ? ausgabe : undefined;
    try {
      const file =
        datei instanceof File && datei.size > 0
          ? { name: datei.name, bytes: new Uint8Array(await datei.arrayBuffer()) }
          : { name: importPageWords.pastedName, bytes: bytesOf(pasted) };
      if (file.bytes.length === 0 || (!(datei instanceof File && datei.size > 0) && pasted.trim() === '')) {
        throw new UserError(importPageWords.nothing);
      }
      const { imported, ...made } = await importInto(desk, file, key, context.get('editor'));
      return page(context, {
        title: importPageWords.title,
        content: importedPage(imported.title, made, imported.notes),
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const values = { text: pasted, ...(key !== undefined && { ausgabe: key }) };
      return showImport(context, { what: 'import', sentence: error.message, values });
    }
  });
}

/** The kind of a new article; what is none of the kinds was not chosen in the form. */
function kindNamed(name: string): ArticleKind {
  return Object.hasOwn(kindWords, name) ? (name as ArticleKind) : 'news';
}
