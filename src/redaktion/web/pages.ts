/** The overview, and the pages of a text: writing, history, approval. */
import type { Hono } from 'hono';
import { UserError } from '../../model/user-error.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { historyWords, overviewWords } from '../../words/redaktion.ts';
import { historyPageWords } from '../../words/redaktion-new.ts';
import { textIn } from '../files/text-files.ts';
import { problemPlaces } from '../form/problem-place.ts';
import { type ChosenState, historyPage, momentWords } from '../history/history-page.ts';
import { mailScales } from '../overview/mail-scales.ts';
import { overviewOf } from '../overview/overview.ts';
import { overviewPage } from '../overview/overview-page.ts';
import { printingProgram } from '../showing/pdf.ts';
import { approvalState, approve } from '../writing/approval.ts';
import { editorPage } from '../writing/editor-page.ts';
import { pageAnswers } from './answers.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { textTitle } from './frame.ts';
import { deskPaths } from './paths.ts';

export function addPages(app: Hono<DeskEnv>, parts: DeskParts): void {
  const { access, desk, siteTitle } = parts;
  const content = contentOnDisk(desk.root);
  const { page, backToText } = pageAnswers(siteTitle);
  const weigh = mailScales(parts, access.origins[0] ?? '');
  app.get(deskPaths.overview, async (context) => {
    const year = Number(context.req.query('jahr'));
    const problems = await desk.allProblems();
    const overview = overviewOf(content, problems, desk.at(), Number.isInteger(year) && year > 0 ? year : undefined);
    const unsent = overview.issues.filter(({ state }) => state !== 'published').map(({ key }) => key);
    const mails = await weigh([...unsent, ...overview.issues.slice(0, 1).map(({ key }) => key)]);
    return page(context, {
      title: overviewWords.title,
      content: overviewPage(overview, mails, problemPlaces(content)),
    });
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
    const chosen = index < 0 ? undefined : await chosenState(index);
    return page(context, {
      title: historyPageWords.title(title),
      content: historyPage(open.file, title, states, chosen),
    });

    async function chosenState(at: number): Promise<ChosenState | undefined> {
      const [state, earlier] = [states[at], states[at + 1]];
      const bytes = state && (await desk.history.at(state.file, state.id));
      const before = earlier && (await desk.history.at(earlier.file, earlier.id));
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
    const bytes = state && (await desk.history.at(state.file, state.id));
    const text = bytes && textIn(bytes);
    if (!state || text === undefined) return context.notFound();
    const what = historyWords.restored(open.file, momentWords(state.at));
    const saved = await desk.restore(open, { id: state.id, text }, context.get('editor'), what);
    if (saved.kind === 'conflict') throw new UserError(historyPageWords.overtaken);
    return backToText(context, open.file, saved.notKept);
  });

  app.post(deskPaths.approve, async (context) => {
    const { datei, version, gesehen } = await context.req.parseBody();
    const open = desk.open(String(datei));
    if (!open) return context.notFound();
    const saw = { version: String(version), present: String(gesehen) };
    return backToText(context, open.file, await approve(desk, open, saw, context.get('editor')));
  });
}
