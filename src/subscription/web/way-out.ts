import { setTimeout as delay } from 'node:timers/promises';
import { parseAddress } from '../../model/mail-address.ts';
import { toMoment } from '../../store/moments.ts';
import { currentAddress } from '../../store/queries/domain-renames.ts';
import { takeRoom } from '../../store/queries/limits.ts';
import { addNotice } from '../../store/queries/notices.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import { formWords, servicePages } from '../../words/subscription.ts';
import { limitsFor } from '../limits.ts';
import type { Page } from './page.ts';
import type { ServiceParts } from './service-parts.ts';
import { answerTime } from './sign-up.ts';

const requested: Page = { ...servicePages.wayOutRequested, status: 200 };

/** Where one asks for the link to leave. Changes nothing. */
export const wayOutPage: Page = { ...servicePages.wayOut, status: 200, leaveForm: {} };

/**
 * Lets the link to leave be mailed to an address that has a subscription: only its owner reads it. Answer and time are
 * the same for all, as with a sign-up, and the same limits hold.
 */
export async function askForWayOut(
  fields: Record<string, unknown>,
  network: string,
  parts: ServiceParts,
): Promise<Page> {
  const [page] = await Promise.all([takeRequest(fields, network, parts), delay(answerTime)]);
  return page;
}

async function takeRequest(
  fields: Record<string, unknown>,
  network: string,
  { db, secret, settings, mailer, now, newId, log }: ServiceParts,
): Promise<Page> {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  if (text('homepage') !== '') return requested;
  const typed = parseAddress(text('email'));
  if (!typed) {
    const refused = { email: text('email').slice(0, 254), error: formWords.notAnAddress };
    return { ...servicePages.notAnAddress, status: 400, leaveForm: { refused } };
  }
  const address = await currentAddress(db, typed);
  const moment = now();
  // Beside the sign-ups: whoever has just subscribed may leave at once.
  const mailbox = { ...address, mailbox: `way-out ${address.mailbox}` };
  const full = await takeRoom(db, limitsFor(mailbox, network, settings, secret.hash, moment), toMoment(moment));
  const [first] = full;
  if (first) log('way-out-limited', { kind: first.kind });
  if (full.some(({ kind }) => kind !== 'address')) return { ...servicePages.busy, status: 429, hasWayBack: true };
  if (first) return requested;
  const subscriber = await subscriberOf(db, address.key);
  if (!subscriber) return requested;
  await addNotice(db, { id: newId(), kind: 'way-out', consent: subscriber.id, since: toMoment(moment) });
  log('way-out-requested');
  mailer.wake();
  return requested;
}
