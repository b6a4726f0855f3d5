/** What the script of the editor's page asks for, as JSON. */
import { randomUUID } from 'node:crypto';
import { toHtml } from 'hast-util-to-html';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Problem } from '../../model/problem.ts';
import { UserError } from '../../model/user-error.ts';
import { deskAnswers, historyWords, houseFileWords } from '../../words/redaktion.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { wholeFileProblem } from '../../words/redaktion-problems.ts';
import { type Desk, type OpenText, sentenceFor } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import { fieldAbove } from '../form/problem-place.ts';
import { canMend, toldProblem } from '../form/told-problem.ts';
import { textDifference } from '../history/difference.ts';
import { momentWords } from '../history/history-page.ts';
import { shownText } from '../preview/previews.ts';
import { countProblems } from '../problem-counts.ts';
import type { Edits } from '../text/edited-text.ts';
import { HeadNotEditable } from '../text/head-edit.ts';
import { bodyLineOf, partsOf, withPlainLineEnds } from '../text/written-file.ts';
import { addAttachment } from '../writing/add-attachment.ts';
import { addPicture } from '../writing/add-picture.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { answerHtml } from './frame.ts';
import { deskPaths, textPath } from './paths.ts';
import { previewPolicy } from './policies.ts';
import { checkRequest, editsFor, mendRequest, saveRequest, showRequest } from './requests.ts';

/** A problem as the page shows it. */
export interface ShownProblem {
  rule: string;
  line: number;
  /** Line of the text field, where it is about the text. */
  textLine?: number;
  field?: string;
  severity: Problem['severity'] | 'unfinished';
  found: string;
  expected: string;
  advice: string;
  canMend: boolean;
}

/** Previews that browsers may still ask for. */
const mostPreviews = 60;

export function addApi(app: Hono<DeskEnv>, parts: DeskParts): void {
  const { desk, access, store, renderer, siteTitle } = parts;
  const previews = new Map<string, { html: string; isMail: boolean }>();
  const refuse = (context: Context<DeskEnv>) => context.json({ error: deskAnswers.badRequest.text }, 400);

  /** Does `work` with what was asked for; what can't be done is answered with a sentence. */
  const route = <Request extends { file: string; edits: Parameters<typeof editsFor>[1] }>(
    path: string,
    schema: z.ZodType<Request>,
    work: (asked: Request, text: OpenText, edits: Edits, context: Context<DeskEnv>) => Promise<object>,
  ) =>
    app.post(path, async (context) => {
      const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success) return refuse(context);
      const text = desk.open(parsed.data.file);
      if (!text) return context.json({ error: deskAnswers.notFound.title }, 404);
      const edits = editsFor(text, parsed.data.edits);
      if (!edits) return refuse(context);
      try {
        return context.json(await work(parsed.data, text, edits, context));
      } catch (error) {
        if (!(error instanceof UserError) && !(error instanceof HeadNotEditable)) throw error;
        return context.json({ error: sentenceFor(error) }, 422);
      }
    });

  route(deskPaths.check, checkRequest, async (_asked, text, edits) => {
    const { text: edited, problems, besides } = await desk.look(text, edits);
    const shown = shownProblems(problems, text, edited, edits.whole !== undefined);
    return { counts: countProblems(problems), besides: countProblems(besides), problems: shown };
  });

  route(deskPaths.show, showRequest, async ({ kind }, text, edits) => {
    const context = { origin: access.origins[0] ?? '', today: desk.today(), store, renderer };
    const library = desk.libraryToShow(text, edits);
    const isLegal = text.form === 'privacy' || text.form === 'accessibility';
    const broken = isLegal || !library ? desk.brokenHouseFiles(text, edits) : [];
    // What stands in for a legal text is for the other pages: it says nothing of its own.
    const shown = isLegal && broken.includes(text.file) ? undefined : await shownText(kind, text, library, context);
    if (!shown) {
      // What is wrong with the text itself stands above it already.
      const others = library ? [] : broken.filter((file) => file !== text.file);
      return { isShown: false, heldUpBy: others.map((file) => ({ path: textPath(file), name: houseFileWords[file] })) };
    }
    const id = randomUUID();
    const html = kind === 'feed' ? answerHtmlOfFeed(shown.facts[0], shown.html) : shown.html;
    previews.set(id, { html, isMail: kind === 'mail' });
    for (const old of [...previews.keys()].slice(0, -mostPreviews)) previews.delete(old);
    const facts = kind === 'feed' ? [] : shown.facts;
    return { isShown: true, path: deskPaths.preview + id, facts, problem: shown.problem };
  });

  app.get(`${deskPaths.preview}:id`, (context) => {
    const preview = previews.get(context.req.param('id'));
    if (!preview) return context.html(answerHtml(deskAnswers.notFound, siteTitle()), 404);
    context.header('Content-Security-Policy', previewPolicy(preview.isMail));
    return context.html(preview.html);
  });

  route(deskPaths.mend, mendRequest, async ({ wanted }, text, edits) => {
    const { text: mended, count } = await desk.mend(text, edits, wanted);
    return { count, text: mended };
  });

  route(deskPaths.save, saveRequest, async ({ version, synced, isMerged }, text, edits, context) => {
    const what = isMerged ? historyWords.merged(text.file) : undefined;
    const saved = await desk.save(text, edits, synced, version, context.get('editor'), what);
    if (saved.kind === 'saved') return saved;
    const { theirs, mine, merged } = saved;
    const [last] = await desk.history.of(text.file);
    return {
      kind: 'conflict',
      theirs,
      version: saved.version,
      merged,
      by: last && { name: last.by, at: momentWords(last.at) },
      difference: textDifference(text.file, theirs, mine)
        .map((part) => toHtml(part))
        .join(''),
    };
  });

  /** Takes a file that comes to a text. */
  const fileRoute = (
    path: string,
    add: (desk: Desk, text: OpenText, file: { name: string; bytes: Uint8Array }, by: Editor) => Promise<object>,
  ) =>
    app.post(path, async (context) => {
      const { datei, file } = await context.req.parseBody().catch(noForm);
      const text = desk.open(String(file));
      if (!text || !(datei instanceof File)) return refuse(context);
      const bytes = new Uint8Array(await datei.arrayBuffer());
      return context.json(await add(desk, text, { name: datei.name, bytes }, context.get('editor')));
    });
  fileRoute(deskPaths.picture, addPicture);
  fileRoute(deskPaths.attachment, addAttachment);
}

/** A body that is no form has no fields. */
function noForm(error: unknown): Record<string, unknown> {
  if (error instanceof TypeError) return {};
  throw error;
}

/** Problems as the page shows them: in a form, by the names that its fields have there. */
function shownProblems(
  problems: readonly Problem[],
  { file }: OpenText,
  text: string,
  isWhole: boolean,
): ShownProblem[] {
  const parts = isWhole ? undefined : partsOf(file, text);
  const first = parts ? bodyLineOf(parts) : 1;
  const lines = withPlainLineEnds(text).split('\n').length;
  const written = text.split('\n');
  return problems.map((problem) => {
    const { rule, line, severity, isUnfinished } = problem;
    const field = problem.field ?? (parts && line < first ? fieldAbove(written, line) : undefined);
    const said = parts ? toldProblem(problem) : wholeFileProblem({ ...problem, canMend: canMend(problem) });
    return {
      rule,
      line,
      ...(line >= first && line <= lines && { textLine: line - first + 1 }),
      ...(field !== undefined && { field }),
      severity: isUnfinished ? 'unfinished' : severity,
      found: editorWords.found(said.found),
      expected: said.expected,
      advice: said.advice,
      canMend: canMend(problem),
    };
  });
}

/** An entry as a feed reader shows it. */
function answerHtmlOfFeed(entry: { name: string; text: string } | undefined, html: string): string {
  const escaped = (text: string) => toHtml({ type: 'text', value: text });
  const head = `<meta charset="utf-8"><link rel="stylesheet" href="${deskPaths.styles}"><link rel="stylesheet" href="${deskPaths.house}"><title>Feed</title>`;
  const opening = `<h1>${escaped(entry?.name ?? '')}</h1><p class="note">${escaped(entry?.text ?? '')}</p>`;
  return `<!doctype html><html lang="de"><head>${head}</head><body class="feed-preview"><main>${opening}${html}</main></body></html>`;
}
