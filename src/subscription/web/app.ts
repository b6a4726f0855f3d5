import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { policyAllowing } from '../../delivery/content-security-policy.ts';
import { addresses, confirmPath, serviceAddresses, unsubscribePath } from '../../model/address.ts';
import { databaseProblem } from '../../store/engine/problem.ts';
import { toMoment } from '../../store/moments.ts';
import { statistics } from '../../store/queries/statistics.ts';
import { healthWords } from '../../words/health.ts';
import { servicePages } from '../../words/subscription.ts';
import { causeOf } from '../trouble.ts';
import { confirm, showConfirm, showUnsubscribe, unsubscribe } from './links.ts';
import { isWell, metricsText } from './metrics.ts';
import { answer } from './page.ts';
import type { ServiceParts } from './service-parts.ts';
import { signUp } from './sign-up.ts';
import { askForWayOut, wayOutPage } from './way-out.ts';

/** Far above what the form sends. */
const mostBytes = 8 * 1024;

/** Of answers that are no pages. */
const nothingAllowed = policyAllowing({});

/** Routes are written without the slash at the end; requests may have it or not. */
const route = (path: string) => path.replace(/\/$/, '');

/** What comes with a request beside itself: whoever listens knows the connection. */
interface RequestOrigin {
  /** Where the client is, as limits count it. */
  network: string;
  /** Made on this machine, and handed on by nobody. */
  isLocal: boolean;
}

/**
 * The service's routes. A GET never changes anything: mail gateways follow every link. What does is a POST from a
 * page of the site or the service, save for the one click of a mail program (RFC 8058), which has no page.
 */
export function createApp(parts: ServiceParts): Hono<{ Bindings: RequestOrigin }> {
  const { frame, log } = parts;
  const app = new Hono<{ Bindings: RequestOrigin }>({ strict: false });
  // Whatever the type of its body; browsers say where every POST comes from, gateways don't.
  const fromOwnPage: MiddlewareHandler = async ({ req }, next) => {
    const { siteUrl, aboUrl } = frame().facts;
    if (![siteUrl, aboUrl].includes(req.header('Origin') ?? '')) throw new HTTPException(403);
    await next();
  };

  app.use(
    secureHeaders({
      // No path, also within the site, whose server keeps a log: the path is the link. Forms still say their origin.
      referrerPolicy: 'strict-origin',
      xFrameOptions: 'DENY',
      // Of this host only: what else runs under the domain is not ours to decide.
      strictTransportSecurity: 'max-age=31536000',
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
    if (!context.res.headers.has('Content-Security-Policy')) context.header('Content-Security-Policy', nothingAllowed);
  });
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) => answer(context, frame(), { ...servicePages.tooLarge, status: 413, hasWayBack: true }),
    }),
  );

  app.get(serviceAddresses.health, async (context) => {
    const { troubles, mails } = await parts.condition();
    const isGreen = isWell(troubles);
    const told = {
      status: isGreen ? 'ok' : 'trouble',
      message: healthWords(troubles),
      waitingMails: mails?.waiting,
      troubles,
    };
    return context.json(told, isGreen ? 200 : 503);
  });
  app.get(serviceAddresses.metrics, async (context, next) => {
    if (!context.env.isLocal) return next();
    const condition = await parts.condition();
    const since = toMoment(parts.now().subtract({ hours: 24 * 30 }));
    const counts = condition.mails && (await statistics(parts.db, since));
    const text = metricsText(condition, counts, parts.now());
    return context.text(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

  const signUpRoute = route(serviceAddresses.signUp);
  app.get(signUpRoute, (context) => context.redirect(frame().facts.siteUrl + addresses.subscribe, 303));
  app.post(signUpRoute, fromOwnPage, async (context) => {
    const page = await signUp(await fieldsOf(context), context.env.network, parts);
    if (page.status === 429 || page.status === 503) context.header('Retry-After', '3600');
    return answer(context, frame(), page);
  });

  const confirmRoute = route(confirmPath(':token'));
  app.get(confirmRoute, async (context) =>
    answer(context, frame(), await showConfirm(context.req.param('token'), parts)),
  );
  app.post(confirmRoute, fromOwnPage, async (context) =>
    answer(context, frame(), await confirm(context.req.param('token'), parts)),
  );

  const leaveRoute = route(serviceAddresses.leave);
  app.get(leaveRoute, (context) => answer(context, frame(), wayOutPage));
  app.post(leaveRoute, fromOwnPage, async (context) =>
    answer(context, frame(), await askForWayOut(await fieldsOf(context), context.env.network, parts)),
  );

  const unsubscribeRoute = route(unsubscribePath(':token'));
  app.get(unsubscribeRoute, async (context) =>
    answer(context, frame(), await showUnsubscribe(context.req.param('token'), parts)),
  );
  app.post(unsubscribeRoute, async (context) => {
    const isOneClick = (await fieldsOf(context))['List-Unsubscribe'] === 'One-Click';
    if (!isOneClick) await fromOwnPage(context, async () => {});
    const way = isOneClick ? 'one-click' : 'page';
    return answer(context, frame(), await unsubscribe(context.req.param('token'), way, parts));
  });

  app.notFound((context) => answer(context, frame(), { ...servicePages.notFound, status: 404, hasWayBack: true }));
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 403) {
      return answer(context, frame(), { ...servicePages.foreignOrigin, status: 403, hasWayBack: true });
    }
    log('request-failed', { cause: causeOf(error), route: routePath(context, -1) });
    // The disk or the database: whoever comes back later finds it mended.
    const status = databaseProblem(error) ? 503 : 500;
    if (status === 503) context.header('Retry-After', '600');
    return answer(context, frame(), { ...servicePages.failed, status });
  });
  return app;
}

/** The fields of a form; none where what was sent is no form. */
async function fieldsOf({ req }: Context): Promise<Record<string, unknown>> {
  try {
    return await req.parseBody();
  } catch (error) {
    if (error instanceof TypeError) return {};
    throw error;
  }
}
