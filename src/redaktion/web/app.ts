/** The Redaktion's routes. A GET never changes anything; what does is a POST from one of its own pages. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { policyAllowing } from '../../delivery/content-security-policy.ts';
import { largestFile } from '../../import/import-file.ts';
import { troubleSentence } from '../../settings/trouble.ts';
import { aheadWords, deskAnswers } from '../../words/redaktion.ts';
import { admit, type ClosedFor, isKey, sessionCookie, tokenParameter } from './access.ts';
import { addApi } from './api.ts';
import { addCreating } from './creating.ts';
import type { DeskEnv, DeskParts } from './desk-parts.ts';
import { addFiles } from './files.ts';
import { aheadHtml, answerHtml } from './frame.ts';
import { addGuests } from './guests.ts';
import { addPages } from './pages.ts';
import { deskPaths } from './paths.ts';
import { deskPolicy } from './policies.ts';
import { addPublishing } from './publishing.ts';
import { addShowing } from './showing.ts';
import { addUnused } from './unused.ts';

/** Far above what any text is long. */
const mostOfText = 4_000_000;

/** Seconds after which a page that says how far the first reading is loads anew by itself (`Refresh`, HTML Standard 4.2.5.3). */
const untilNextLook = 2;

/** A file with its frame. */
const mostOfFile = largestFile + 100_000;

const openToGuests: string[] = [deskPaths.guests, deskPaths.guestScript];

const refusals: Record<ClosedFor, { status: 401 | 403 | 421; words: { title: string; text: string } }> = {
  locked: { status: 401, words: deskAnswers.locked },
  'no-name': { status: 401, words: deskAnswers.noName },
  'foreign-host': { status: 421, words: deskAnswers.foreignHost },
  'foreign-origin': { status: 403, words: deskAnswers.foreignOrigin },
};

export function createDeskApp(parts: DeskParts): Hono<DeskEnv> {
  const { access, siteTitle, newNonce, log } = parts;
  const app = new Hono<DeskEnv>();
  const isApi = ({ req }: Context) => req.path.startsWith('/api/');
  const answer = (
    context: Context<DeskEnv>,
    status: 400 | 401 | 403 | 404 | 413 | 421 | 422 | 500 | 503,
    words: { title: string; text: string },
    editor?: string,
  ) =>
    isApi(context)
      ? context.json({ error: words.text }, status)
      : context.html(answerHtml(words, siteTitle(), editor), status);

  app.use(
    secureHeaders({ referrerPolicy: 'same-origin', xFrameOptions: 'SAMEORIGIN', strictTransportSecurity: false }),
  );
  app.use(async (context, next) => {
    context.set('nonce', newNonce());
    await next();
    // Fonts are the product's own: a page that has to wait for them is drawn without.
    const isFont = context.res.ok && context.req.path.endsWith('.woff2');
    context.header('Cache-Control', isFont ? 'private, max-age=86400' : 'no-store');
    context.header('X-Robots-Tag', 'noindex');
    if (context.res.headers.has('Content-Security-Policy')) return;
    const isPage = context.res.headers.get('Content-Type')?.startsWith('text/html');
    context.header('Content-Security-Policy', isPage ? deskPolicy(context.get('nonce')) : policyAllowing({}));
  });
  app.use(async (context, next) => {
    const { req } = context;
    const knock = {
      method: req.method,
      host: req.header('Host'),
      origin: req.header('Origin'),
      site: req.header('Sec-Fetch-Site'),
      cookies: req.header('Cookie'),
      incoming: context.env.incoming,
    };
    const found = admit(knock, access);
    if ('editor' in found) {
      context.set('editor', found.editor);
      const key = req.query(tokenParameter);
      return key === undefined ? next() : context.redirect(deskPaths.overview, 303);
    }
    // What a link opens, its key opens, not who somebody is; the address and the origin have to be ours all the same.
    const isGuest = found.refusal === 'locked' || found.refusal === 'no-name';
    if (isGuest && parts.handOuts && openToGuests.includes(req.path)) return next();
    const key = req.method === 'GET' && found.refusal === 'locked' ? req.query(tokenParameter) : undefined;
    if (key !== undefined && isKey(key, access)) {
      context.header('Set-Cookie', sessionCookie(access));
      return context.redirect(deskPaths.overview, 303);
    }
    const { status, words } = refusals[found.refusal];
    return answer(context, status, words);
  });
  app.use(async (context, next) => {
    const { method, path } = context.req;
    const ahead = parts.desk.ahead();
    const editor = context.get('editor')?.name;
    // A page that is gone to; what it loads is answered.
    const isPage = method === 'GET' && context.req.header('Accept')?.includes('text/html');
    // Whoever wrote before it was started anew need not wait: what is saved is one text.
    const isOther = method === 'POST' && path !== deskPaths.save;
    if (!ahead || !(isPage || isOther)) return next();
    context.header('Retry-After', String(untilNextLook));
    if (isOther) return answer(context, 503, aheadWords.later, editor);
    context.header('Refresh', String(untilNextLook));
    return context.html(aheadHtml(ahead, siteTitle(), editor), 503);
  });
  const tooLarge = (context: Context) => answer(context as Context<DeskEnv>, 413, deskAnswers.tooLarge);
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: tooLarge });
  const takesFiles: string[] = [deskPaths.import, deskPaths.picture, deskPaths.attachment];
  app.use((context, next) => limit(takesFiles.includes(context.req.path) ? mostOfFile : mostOfText)(context, next));

  addFiles(app, parts);
  addPages(app, parts);
  addCreating(app, parts);
  addApi(app, parts);
  addShowing(app, parts);
  addPublishing(app, parts);
  addUnused(app, parts);
  addGuests(app, parts);

  app.notFound((context) => answer(context, 404, deskAnswers.notFound, context.get('editor')?.name));
  app.onError((error, context) => {
    const editor = context.get('editor')?.name;
    const told = troubleSentence(error);
    if (told !== undefined) return answer(context, 422, { title: deskAnswers.failed.title, text: told }, editor);
    log(`${routePath(context, -1)}: ${error.stack ?? error.message}`);
    return answer(context, 500, deskAnswers.failed, editor);
  });
  return app;
}
