import type { ServerTrouble } from '../../mail/server-trouble.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import { nextNoticeAt, takeDueNotices } from '../../store/queries/notices.ts';
import {
  deleteRequest,
  endMailing,
  hurryMails,
  nextMailAt,
  noteMailAttempt,
  postponeMail,
  type SubscriptionRequest,
  takeRequestsToMail,
  undoMailAttempt,
} from '../../store/queries/requests.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import { giveBackMails, giveBackMailsOfTheGone } from '../../store/queries/taken-mails.ts';
import type { Moment } from '../../store/schema.ts';
import { clockJump } from '../clock.ts';
import { type LimitKind, mayAlarm } from '../limits.ts';
import { causeOf } from '../trouble.ts';
import type { MailerParts } from './mailer-parts.ts';
import { deliverNotice } from './notices.ts';
import { farOffHours, pauseAfter, pauseForServer } from './retry.ts';
import {
  alreadySubscribedMail,
  confirmationMail,
  confirmationWording,
  limitAlarm,
  messageIdFor,
} from './service-mails.ts';
import { MailRefused, ServerAway, type Transport } from './transport.ts';

/** Sends what requests are waiting for, and alarms. */
export interface Mailer {
  /** Sends what is due; returns at once. */
  wake: () => void;
  /** Tells the editors that a limit is full, at most once in six hours for each kind; returns at once. */
  alarm: (kind: Exclude<LimitKind, 'address'>, most: number) => void;
  /** Since when the mail server takes nothing, and why; undefined while it does, or nothing was sent yet. */
  away: () => ServerAbsence | undefined;
  /** Waits for the mail on its way, and sends no more. */
  stop: () => Promise<void>;
}

export interface ServerAbsence {
  since: Moment;
  trouble: ServerTrouble;
}

const longestNapMs = 60_000;
/** Until it is tried again whether the others see this service. */
const lostNapMs = 2_000;

/**
 * The service's mails wait in the database, so that none is lost when the service dies. One that dies between the
 * server's answer and its own note sends that mail again: the same mail with the same name and the same link.
 */
export function createMailer(parts: MailerParts): Mailer {
  const { db, now, log } = parts;
  let stopped = false;
  let isAwake = false;
  let wokenAgain = false;
  let running = Promise.resolve();
  let alarms = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let away: (ServerAbsence & { tries: number }) | undefined;

  const run = async () => {
    if (parts.isAlone()) return napFor(lostNapMs);
    await giveBackMailsOfTheGone(db, parts.name);
    try {
      await sendDue();
    } finally {
      await giveBackMails(db, parts.name);
    }
  };

  const sendDue = async () => {
    for (;;) {
      wokenAgain = false;
      const most = { taker: parts.name, now: toMoment(now()), farOff: hoursFrom(now(), farOffHours), most: 20 };
      const due = [
        ...(await takeRequestsToMail(db, most)).map(
          (request) => async (tries: number) =>
            (await isTooLate(request, parts)) ? 'skipped' : deliver(request, tries, parts),
        ),
        ...(await takeDueNotices(db, most)).map((notice) => (tries: number) => deliverNotice(notice, tries, parts)),
      ];
      if (due.length === 0) break;
      for (const handOver of due) {
        if (stopped || parts.isAlone()) return;
        const trouble = await handOver((away?.tries ?? 0) + 1);
        if (trouble === 'skipped') continue;
        if (trouble === undefined) {
          if (away) await hurryMails(db, toMoment(now()));
          away = undefined;
          continue;
        }
        away = { since: away?.since ?? toMoment(now()), trouble, tries: (away?.tries ?? 0) + 1 };
        // Others would only wait for the same: one at a time finds out when it is back.
        wokenAgain = false;
        return napFor(Temporal.Duration.from(pauseForServer(away.tries)).total('milliseconds'));
      }
      await giveBackMails(db, parts.name);
    }
    const [next] = [await nextMailAt(db), await nextNoticeAt(db)].filter((at) => at !== undefined).sort();
    if (!next) return;
    const wait = Temporal.Instant.from(next).epochMilliseconds - now().epochMilliseconds;
    napFor(Math.min(Math.max(wait, 1000), longestNapMs));
  };

  const napFor = (milliseconds: number) => {
    clearTimeout(timer);
    timer = undefined;
    if (stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      wake();
    }, milliseconds);
  };

  const wake = () => {
    wokenAgain = true;
    if (isAwake || stopped || (away && timer)) return;
    isAwake = true;
    clearTimeout(timer);
    running = run()
      .catch((error: Error) => {
        log('mailer-failed', { cause: causeOf(error) });
        wokenAgain = false;
        napFor(longestNapMs);
      })
      .finally(() => {
        isAwake = false;
        if (wokenAgain) wake();
      });
  };

  return {
    wake,
    alarm(kind, most) {
      alarms = alarms
        .then(async () => {
          if (stopped || !(await mayAlarm(db, kind, now()))) return;
          const facts = parts.facts();
          await sendAlarm(limitAlarm({ kind, most }, messageIdFor(parts.newId(), facts), facts, now()), parts);
        })
        .catch((error: Error) => log('alarm-failed', { cause: causeOf(error) }));
    },
    away: () => away && { since: away.since, trouble: away.trouble },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([running, alarms]);
    },
  };
}

/** The link is valid from when its mail is handed over, but never longer than its request is kept. */
function validUntil(
  { requestedAt }: SubscriptionRequest,
  now: Temporal.Instant,
  { confirmWithinHours, unconfirmedKeptDays }: ServiceFacts['periods'],
): Moment {
  const kept = Temporal.Instant.from(requestedAt).add({ hours: 24 * unconfirmedKeptDays });
  const valid = now.add({ hours: confirmWithinHours });
  return toMoment(Temporal.Instant.compare(kept, valid) < 0 ? kept : valid);
}

/**
 * Gives a request up whose link could not be valid as long as its mail says, since the request is deleted before. Not by
 * a clock that jumped.
 */
async function isTooLate(
  { id, requestedAt }: SubscriptionRequest,
  { db, facts, now, log }: MailerParts,
): Promise<boolean> {
  const { confirmWithinHours, unconfirmedKeptDays } = facts().periods;
  const mostHours = Math.max(24 * unconfirmedKeptDays - confirmWithinHours, confirmWithinHours);
  if (requestedAt > hoursFrom(now(), -mostHours) || (await clockJump(db, now()))) return false;
  await endMailing(db, id, 'given-up');
  log('mail-given-up', { hours: mostHours });
  return true;
}

/** Hands over one mail. Returns what keeps the server from taking any; `tries` counts how often that was so in a row. */
async function deliver(
  request: SubscriptionRequest,
  tries: number,
  parts: MailerParts,
): Promise<ServerTrouble | undefined> {
  const { db, secret, transport, now, log } = parts;
  const facts = parts.facts();
  const subscriber = await subscriberOf(db, request.addressKey);
  const isSubscribed = subscriber?.status === 'active';
  const message = isSubscribed
    ? alreadySubscribedMail(request, secret.unsubscribeToken(subscriber.id), facts, now())
    : confirmationMail(request, secret.confirmToken(request.id), facts, now());
  const wording = confirmationWording(facts);
  await keepMailWording(db, wording, toMoment(now()));
  await noteMailAttempt(db, request.id, {
    mailVersion: wording.version,
    now: toMoment(now()),
    expiresAt: validUntil(request, now(), facts.periods),
  });
  try {
    await transport.send(message);
  } catch (error) {
    if (!(error instanceof ServerAway)) {
      await handleFailure(request, error, parts);
      return undefined;
    }
    log('mail-server-away', { cause: error.trouble, attempt: tries });
    await undoMailAttempt(db, request, toMoment(now().add(pauseForServer(tries))));
    return error.trouble;
  }
  if (isSubscribed) await deleteRequest(db, request.id);
  else await endMailing(db, request.id, 'mailed');
  await noteTime(db, 'mail-taken', toMoment(now()));
  log('mail-sent');
  return undefined;
}

/** What the server said of this mail alone. Its words may hold an address; its code doesn't. */
async function handleFailure(request: SubscriptionRequest, error: unknown, parts: MailerParts): Promise<void> {
  const { db, now, log } = parts;
  if (error instanceof MailRefused) {
    await endMailing(db, request.id, 'refused');
    log('mail-refused', { code: error.code });
    return;
  }
  const attempt = request.attempts + 1;
  await postponeMail(db, request.id, toMoment(now().add(pauseAfter(attempt))));
  const { responseCode } = error as { responseCode?: number };
  log('mail-failed', { cause: responseCode === undefined ? causeOf(error) : String(responseCode), attempt });
}

async function sendAlarm(message: Parameters<Transport['send']>[0], { transport, log }: MailerParts) {
  try {
    await transport.send(message);
    log('alarm-sent');
  } catch (error) {
    log('alarm-failed', { cause: causeOf(error) });
  }
}
