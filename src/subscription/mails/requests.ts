/** What a request is waiting for: the mail that asks to confirm, or says that there is a subscription already. */
import type { ServerTrouble } from '../../mail/server-trouble.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import {
  deleteRequest,
  endMailing,
  noteMailAttempt,
  postponeMail,
  type SubscriptionRequest,
  undoMailAttempt,
} from '../../store/queries/requests.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import type { Moment } from '../../store/schema.ts';
import { clockJump } from '../clock.ts';
import { causeOf } from '../trouble.ts';
import type { MailerParts } from './mailer-parts.ts';
import { pauseAfter, pauseForServer } from './retry.ts';
import { alreadySubscribedMail, confirmationMail, confirmationWording } from './service-mails.ts';
import { MailRefused, ServerAway } from './transport.ts';

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
export async function isTooLate(
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
export async function deliverRequest(
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
