import type { ServiceFacts } from '../../model/service-facts.ts';
import { toMoment } from '../../store/moments.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import {
  deleteRequest,
  endMailing,
  nextMailAt,
  noteMailAttempt,
  postponeMail,
  requestsToMail,
  type SubscriptionRequest,
} from '../../store/queries/requests.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import type { Database } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import { type LimitKind, mayAlarm } from '../limits.ts';
import type { Log } from '../log.ts';
import { pauseAfter } from './retry.ts';
import {
  alreadySubscribedMail,
  confirmationMail,
  confirmationWording,
  limitAlarm,
  messageIdFor,
} from './service-mails.ts';
import { MailRefused, type Transport } from './transport.ts';

export interface MailerParts {
  db: Database;
  secret: Secret;
  facts: () => ServiceFacts;
  transport: Transport;
  now: () => Temporal.Instant;
  newId: () => string;
  log: Log;
}

/** Sends what requests are waiting for, and alarms. */
export interface Mailer {
  /** Sends what is due; returns at once. */
  wake: () => void;
  /** Tells the editors that a limit is full, at most once in six hours for each kind; returns at once. */
  alarm: (kind: Exclude<LimitKind, 'address'>, most: number) => void;
  /** Waits for the mail on its way, and sends no more. */
  stop: () => Promise<void>;
}

const longestNapMs = 60_000;

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

  const run = async () => {
    for (;;) {
      wokenAgain = false;
      const due = await requestsToMail(db, toMoment(now()), 20);
      if (due.length === 0) break;
      for (const request of due) {
        if (stopped) return;
        await deliver(request, parts);
      }
    }
    const next = await nextMailAt(db);
    if (!next) return;
    const wait = Temporal.Instant.from(next).epochMilliseconds - now().epochMilliseconds;
    napFor(Math.min(Math.max(wait, 1000), longestNapMs));
  };

  const napFor = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, milliseconds);
  };

  const wake = () => {
    wokenAgain = true;
    if (isAwake || stopped) return;
    isAwake = true;
    clearTimeout(timer);
    running = run()
      .catch((error: Error) => {
        log('mailer-failed', { error: error.name });
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
        .catch((error: Error) => log('alarm-failed', { error: error.name }));
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([running, alarms]);
    },
  };
}

async function deliver(request: SubscriptionRequest, parts: MailerParts): Promise<void> {
  const { db, secret, transport, now, log } = parts;
  const facts = parts.facts();
  const isSubscribed = (await subscriberOf(db, request.addressKey))?.status === 'active';
  const message = isSubscribed
    ? alreadySubscribedMail(request, facts, now())
    : confirmationMail(request, secret.confirmToken(request.id), facts, now());
  const wording = confirmationWording(facts);
  await keepMailWording(db, wording, toMoment(now()));
  await noteMailAttempt(db, request.id, wording.version, toMoment(now()));
  try {
    await transport.send(message);
    if (isSubscribed) await deleteRequest(db, request.id);
    else await endMailing(db, request.id, 'mailed');
    log('mail-sent');
  } catch (error) {
    await handleFailure(request, error, parts);
  }
}

async function handleFailure(request: SubscriptionRequest, error: unknown, parts: MailerParts): Promise<void> {
  const { db, now, log } = parts;
  if (error instanceof MailRefused) {
    await endMailing(db, request.id, 'given-up');
    log('mail-refused', { code: error.code });
    return;
  }
  const pause = pauseAfter(request.attempts + 1);
  const next = pause && toMoment(now().add(pause));
  if (!next || next >= request.expiresAt) await endMailing(db, request.id, 'given-up');
  else await postponeMail(db, request.id, next);
  // The server's words may hold an address; its code doesn't.
  log('mail-failed', { code: String((error as { code?: unknown }).code ?? 'unknown'), attempt: request.attempts + 1 });
}

async function sendAlarm(message: Parameters<Transport['send']>[0], { transport, log }: MailerParts) {
  try {
    await transport.send(message);
    log('alarm-sent');
  } catch {
    log('alarm-failed');
  }
}
