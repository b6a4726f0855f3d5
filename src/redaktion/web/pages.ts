/** The pages of the Redaktion. */
import type { Context, Hono } from 'hono';
import { contentFolders } from '../../model/content-files.ts';
import { UserError } from '../../model/user-error.ts';
import { compareWeeks, parseIssueKey, weekExists } from '../../model/week.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { historyWords, overviewWords } from '../../words/redaktion.ts';
import { createWords, historyPageWords, importPageWords, notKeptWords } from '../../words/redaktion-new.ts';
import { type ArticleKind, kindWords } from '../../words/terms.ts';
import { createArticle, createIssue, importInto, proposedKey } from '../create/create.ts';
import {
  createPage,
  importedPage,
  importPage,
  type KnownIssues,
  notKeptPage,
  type RefusedForm,
} from '../create/create-page.ts';
import { bytesOf, textIn } from '../files/text-files.ts';
import { type ChosenState, historyPage, momentWords } from '../history/history-page.ts';
import { mailScales } from '../overview/mail-scales.ts';
import { overviewOf } from '../overview/overview.ts';
import { overviewPage } from '../overview/overview-page.ts';
import { printingProgram } from '../showing/pdf.ts';
import { approvalState, approve } from '../writing/approval.ts';
import { editorPage } from '../writing/editor-page.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { type DeskPage, pageHtml, textTitle } from './frame.ts';
import { deskPaths, textPath } from './paths.ts';

export function addPages(app: Hono<DeskEnv>, parts: DeskParts): void {
  const { access, desk, siteTitle } = parts;
  const content = contentOnDisk(desk.root);
  const page = (
    context: Context<DeskEnv>,
    given: Pick<DeskPage, 'title' | 'content'> & Partial<DeskPage>,
    status: 200 | 422 = 200,
  ) =>
    context.html(
      pageHtml({
        siteTitle: siteTitle(),
        path: context.req.path,
        editor: context.get('editor').name,
        script: { nonce: context.get('nonce') },
        ...given,
      }),
      status,
    );
  /** Back to a text after something was done with it; where that is not in the history, it is said first. */
  const backToText = (context: Context<DeskEnv>, file: string, notKept: string | undefined) =>
    notKept === undefined
      ? context.redirect(textPath(file), 303)
      : page(context, { title: notKeptWords.title, content: notKeptPage(file, notKept) });
  const weigh = mailScales(parts, access.origins[0] ?? '');
  const issues = (wanted?: string): KnownIssues => {
    const keys = content.folders(contentFolders.issues).flatMap((key) => {
      const week = parseIssueKey(key);
      return week && weekExists(week) ? [{ key, week }] : [];
    });
    const sorted = keys.sort((a, b) => compareWeeks(b.week, a.week)).map(({ key }) => key);
    const proposed = proposedKey(desk, sorted);
    return { keys: sorted, wanted: wanted ?? sorted[0], proposed };
  };

  app.get(deskPaths.overview, async (context) => {
    const year = Number(context.req.query('jahr'));
    const problems = await desk.allProblems();
    const overview = overviewOf(content, problems, desk.at(), Number.isInteger(year) && year > 0 ? year : undefined);
    const unsent = overview.issues.filter(({ state }) => state !== 'published').map(({ key }) => key);
    const mails = await weigh([...unsent, ...overview.issues.slice(0, 1).map(({ key }) => key)], desk.library());
    return page(context, { title: overviewWords.title, content: overviewPage(overview, mails) });
  });

  app.get(deskPaths.text, async (context) => {
    const open = desk.open(context.req.query('datei') ?? '');
    if (!open) return context.notFound();
    // The templates' compiler takes a moment: it is started before somebody waits for it.
    void parts.renderer().catch(() => {});
    const library = desk.library();
    const asWhole = context.req.query('ganz') !== undefined;
    const title = textTitle(open);
    const approval = await approvalState(desk, open, context.get('editor'));
    const handOuts = await parts.handOuts?.of(open.file);
    const showing = { canPrint: printingProgram() !== undefined, handOuts, today: desk.today() };
    const shownWith = { terms: library?.terms, asWhole, approval, showing };
    return page(context, { title, content: editorPage(open, title, shownWith), isWide: true });
  });

  app.get(deskPaths.history, async (context) => {
    const open = desk.open(context.req.query('datei') ?? '');
    if (!open) return context.notFound();
    const states = await desk.history.of(open.file);
    const wanted = context.req.query('stand') ?? states[0]?.id;
    const index = states.findIndex(({ id }) => id === wanted);
    const title = textTitle(open);
    const chosen = index < 0 ? undefined : await chosenState(open.file, index);
    return page(context, {
      title: historyPageWords.title(title),
      content: historyPage(open.file, title, states, chosen),
    });

    async function chosenState(file: string, at: number): Promise<ChosenState | undefined> {
      const [state, earlier] = [states[at], states[at + 1]];
      const bytes = state && (await desk.history.at(file, state.id));
      const before = earlier && (await desk.history.at(file, earlier.id));
      const text = bytes && textIn(bytes);
      if (!state || text === undefined) return undefined;
      return { state, text, before: before && textIn(before), isNewest: at === 0 };
    }
  });

  app.post(deskPaths.history, async (context) => {
    const { datei, stand } = await context.req.parseBody();
    const open = desk.open(String(datei));
    if (!open) return context.notFound();
    const states = await desk.history.of(open.file);
    const state = states.find(({ id }) => id === String(stand));
    const bytes = state && (await desk.history.at(open.file, state.id));
    const text = bytes && textIn(bytes);
    if (!state || text === undefined) return context.notFound();
    const what = historyWords.restored(open.file, momentWords(state.at));
    const edits = { base: text, changes: [] };
    const saved = await desk.save(open, edits, open.text, open.version, context.get('editor'), what);
    if (saved.kind === 'conflict') throw new UserError(historyPageWords.overtaken);
    return backToText(context, open.file, saved.notKept);
  });

  app.post(deskPaths.approve, async (context) => {
    const { datei, version } = await context.req.parseBody();
    const open = desk.open(String(datei));
    if (!open) return context.notFound();
    return backToText(context, open.file, await approve(desk, open, String(version), context.get('editor')));
  });

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
    const known = issues();
    const wanted = refused?.values.ausgabe ?? context.req.query('ausgabe');
    return page(
      context,
      { title: importPageWords.title, content: importPage({ ...known, wanted }, refused) },
      refused ? 422 : 200,
    );
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
