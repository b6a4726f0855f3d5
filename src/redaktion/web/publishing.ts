/** Pages on which issues are scheduled, tried out and watched, and the figures. */
import { toHtml } from 'hast-util-to-html';
import type { Context, Hono } from 'hono';
import { readFigures } from '../../build/figures-file.ts';
import { lastSiteLook } from '../../build/site-look.ts';
import { parseAddress } from '../../model/mail-address.ts';
import { UserError } from '../../model/user-error.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { releaseWords } from '../../views/parts/date.ts';
import { figureWords, planErrors, publishingWords, testLog } from '../../words/publishing.ts';
import { heldUpByHouse } from '../../words/redaktion.ts';
import { deskMailSentence } from '../../words/redaktion-problems.ts';
import { problemPlaces } from '../form/problem-place.ts';
import { figuresPage } from '../publishing/figures-page.ts';
import { mailingState } from '../publishing/mailing-state.ts';
import { cancelPlan, planIssue } from '../publishing/plan.ts';
import { type Publishing, publishingOf, troubleOf } from '../publishing/publishing.ts';
import { type PublishingContext, publishingPage } from '../publishing/publishing-page.ts';
import { pageAnswers } from './answers.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { deskPaths } from './paths.ts';

/** Test mails that all editors together may send in an hour. */
const mostTests = 30;

type Told = Pick<PublishingContext, 'told' | 'filledIn'>;

export function addPublishing(app: Hono<DeskEnv>, { desk, siteTitle, figuresFile, sendTests, log }: DeskParts): void {
  const { page } = pageAnswers(siteTitle);
  const issueNamed = (context: Context<DeskEnv>, key: string) =>
    publishingOf(desk, key, readFigures(figuresFile), context.get('editor'));

  const show = async (context: Context<DeskEnv>, key: string, { told, filledIn }: Told = {}) => {
    const issue = await issueNamed(context, key);
    if (!issue) return context.notFound();
    const { email } = context.get('editor');
    const given: PublishingContext = {
      previewTo: desk.library()?.site.mail?.previewTo ?? [],
      hasServer: sendTests !== undefined,
      placeOf: problemPlaces(contentOnDisk(desk.root)),
      myAddress: email.endsWith('@localhost') ? '' : email,
      ...(told && { told }),
      ...(filledIn && { filledIn }),
    };
    const content = publishingPage(issue, given);
    return page(context, { title: publishingWords.title(issue.label), content }, told?.isRefusal ? 422 : 200);
  };

  /** Does `work` with the issue that a form is for, and shows its page with what came of it. */
  const act = (
    path: string,
    work: (issue: Publishing, fields: Record<string, unknown>, context: Context<DeskEnv>) => Promise<readonly string[]>,
  ) =>
    app.post(path, async (context) => {
      const fields = await context.req.parseBody({ all: true });
      const key = String(fields.ausgabe ?? '');
      const issue = await issueNamed(context, key);
      if (!issue) return context.notFound();
      try {
        const sentences = await work(issue, fields, context);
        return await show(context, key, { told: { isRefusal: false, sentences } });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return show(context, key, {
          told: { isRefusal: true, sentences: [deskMailSentence(error.message)] },
          filledIn: fields,
        });
      }
    });

  app.get(deskPaths.publishing, (context) => show(context, context.req.query('ausgabe') ?? ''));

  // Asked every few seconds: the figures are in one file, and nothing of the content is read.
  app.get(deskPaths.mailingState, (context) => {
    const key = context.req.query('ausgabe') ?? '';
    const figures = readFigures(figuresFile);
    const list = figures?.mailings.filter(({ issue }) => issue === key) ?? [];
    return context.html(toHtml(mailingState(key, list, troubleOf(figures, key) !== undefined)));
  });

  act(deskPaths.plan, async (issue, { tag, zeit, versand, mit = [] }, context) => {
    const wanted = {
      day: String(tag ?? ''),
      time: String(zeit ?? ''),
      isMailed: versand === 'ja',
      together: [mit].flat().map(String),
    };
    const notKept = await planIssue(desk, issue, wanted, context.get('editor'));
    const planned = await issueNamed(context, issue.key);
    return [publishingWords.planned(releaseWords(planned?.release ?? issue.release)), ...(notKept ? [notKept] : [])];
  });

  act(deskPaths.cancelPlan, async (issue, _fields, context) => {
    const notKept = await cancelPlan(desk, issue, context.get('editor'));
    return [publishingWords.cancelled, ...(notKept ? [notKept] : [])];
  });

  let tests: Temporal.Instant[] = [];
  /** Counts tests of the last hour, so that nobody makes a mail cannon of the desk, and tells whose they are. */
  const countTests = (by: string, key: string, count: number) => {
    const now = Temporal.Now.instant();
    tests = tests.filter((at) => now.since(at).total('hours') < 1);
    if (tests.length + count > mostTests) throw new UserError(planErrors.tooManyTests(mostTests));
    tests.push(...Array<Temporal.Instant>(count).fill(now));
    log(testLog(by, key, count));
  };

  act(deskPaths.testMail, async ({ key }, { an }, context) => {
    const library = desk.libraryToShow();
    const issue = library?.issues.find((one) => one.key === key);
    if (!sendTests) throw new UserError(publishingWords.noServer);
    if (!library) throw new UserError(heldUpByHouse(desk.brokenHouseFiles()));
    if (!issue) throw new UserError(planErrors.notYet);
    const recipients = an === undefined ? (library.site.mail?.previewTo ?? []) : [addressIn(an)];
    const wanted = [...new Set(recipients)];
    countTests(context.get('editor').name, key, wanted.length);
    const outcomes = await sendTests(library, issue, wanted);
    const sentences = outcomes.map(({ sentence }) => sentence);
    if (outcomes.every(({ isSent }) => isSent)) return sentences;
    throw new UserError(sentences.join(' '));
  });

  app.get(deskPaths.figures, (context) => {
    const content = figuresPage(readFigures(figuresFile), lastSiteLook(desk.root), Temporal.Now.instant());
    return page(context, { title: figureWords.title, content });
  });
}

function addressIn(text: unknown): string {
  const written = String(text).trim();
  if (written === '') throw new UserError(planErrors.noAddress);
  const address = parseAddress(written);
  if (!address) throw new UserError(planErrors.address(written));
  return address.email;
}
