import { setTimeout as delay } from 'node:timers/promises';
import { parseAddress } from '../../model/mail-address.ts';
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { currentAddress } from '../../store/queries/domain-renames.ts';
import { isKnownForm, keepFormVersion } from '../../store/queries/form-versions.ts';
import { takeRoom } from '../../store/queries/limits.ts';
import { addRequest } from '../../store/queries/requests.ts';
import { tokenHash } from '../../store/secret.ts';
import { formWords, servicePages } from '../../words/subscription.ts';
import { limitsFor } from '../limits.ts';
import { messageIdFor } from '../mails/service-mails.ts';
import type { Page } from './page.ts';
import type { ServiceParts } from './service-parts.ts';

const requested: Page = { ...servicePages.requested, status: 200 };
const busy = { ...servicePages.busy, hasWayBack: true } as const;

/** Milliseconds that every answer takes: more than any way through costs on a machine that isn't overloaded. */
export const answerTime = 60;

/**
 * Takes what the form sent, from a network. Answer and time are the same for all: whether an address is known is the
 * mailer's question, and whether it was here an hour ago costs the same time. What tells of a full limit tells nothing
 * about one address.
 */
export async function signUp(fields: Record<string, unknown>, network: string, parts: ServiceParts): Promise<Page> {
  const [page] = await Promise.all([takeSignUp(fields, network, parts), delay(answerTime)]);
  return page;
}

async function takeSignUp(
  fields: Record<string, unknown>,
  network: string,
  { db, secret, settings, frame, mailer, takesUtf8, now, newId, log }: ServiceParts,
): Promise<Page> {
  const { facts } = frame();
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  if (text('homepage') !== '') {
    log('sign-up-trapped');
    return requested;
  }
  const typed = parseAddress(text('email'));
  const refuse = (error: string): Page => {
    const refused = { email: text('email').slice(0, 254), error };
    return { ...servicePages.notAnAddress, status: 400, form: { refused } };
  };
  if (!typed) return refuse(formWords.notAnAddress);
  const address = await currentAddress(db, typed);
  // A server that can't be asked now may well take it later.
  if (address.needsUtf8 && (await takesUtf8()) === false) return refuse(formWords.addressBeyondAscii);
  const moment = now();
  await keepFormVersion(db, facts.form, toMoment(moment));
  const formVersion = text('form');
  if (!(await isKnownForm(db, formVersion))) return { ...servicePages.formChanged, status: 409, form: {} };

  const full = await takeRoom(db, limitsFor(address, network, settings, secret.hash, moment), toMoment(moment));
  const [first] = full;
  if (first) log('sign-up-limited', { kind: first.kind });
  for (const { kind, most } of full) if (kind !== 'address' && kind === first?.kind) mailer.alarm(kind, most);
  if (full.some(({ kind }) => kind === 'prefix')) return { ...busy, status: 429 };
  if (full.some(({ kind }) => kind === 'domain' || kind === 'total')) return { ...busy, status: 503 };
  if (first) return requested;

  const id = newId();
  await addRequest(db, {
    id,
    email: address.email,
    addressKey: address.key,
    formVersion,
    requestedAt: toMoment(moment),
    expiresAt: hoursFrom(moment, facts.periods.confirmWithinHours),
    tokenHash: tokenHash(secret.confirmToken(id)),
    messageId: messageIdFor(id, facts),
  });
  log('requested');
  mailer.wake();
  return requested;
}
