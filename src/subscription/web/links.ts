/** What the links in mails lead to: a page with a button, and what the button does. */

import { shortenedAddress } from '../../model/mail-address.ts';
import { toMoment } from '../../store/moments.ts';
import { leaveByToken, subscriberByToken } from '../../store/queries/links.ts';
import { addNotice } from '../../store/queries/notices.ts';
import { isOpenRequest } from '../../store/queries/requests.ts';
import { confirmRequest } from '../../store/queries/subscribers.ts';
import type { WithdrawalWay } from '../../store/schema.ts';
import { tokenHash } from '../../store/secret.ts';
import { ownerWords, servicePages } from '../../words/subscription.ts';
import type { Page } from './page.ts';
import type { ServiceParts } from './service-parts.ts';

const notConfirmable: Page = { ...servicePages.notConfirmable, status: 410, hasWayBack: true };
const notSubscribed: Page = { ...servicePages.notSubscribed, status: 404 };

/** The button to confirm a request, if there is one to confirm. Changes nothing. */
export async function showConfirm(token = '', { db, now }: ServiceParts): Promise<Page> {
  const isOpen = await isOpenRequest(db, tokenHash(token), toMoment(now()));
  return isOpen ? { ...servicePages.confirm, status: 200 } : notConfirmable;
}

/** Confirms a request by its token, once. */
export async function confirm(token = '', parts: ServiceParts): Promise<Page> {
  const { db, secret, mailer, now, newId, log } = parts;
  const confirmed = await confirmRequest(db, tokenHash(token), toMoment(now()), {
    id: newId(),
    hashOf: (addressKey) => secret.hash('leaver', addressKey),
  });
  if (!confirmed) return notConfirmable;
  await addNotice(db, { id: newId(), kind: 'welcome', consent: confirmed.id, since: toMoment(now()) });
  mailer.wake();
  log('confirmed');
  return { ...servicePages.confirmed, status: 200 };
}

/** The button to end a subscription, if it is running. Changes nothing. */
export async function showUnsubscribe(token = '', { db, secret }: ServiceParts): Promise<Page> {
  const subscriber = await subscriberByToken(db, token, secret);
  if (!subscriber) return notSubscribed;
  const whose = ownerWords.unsubscribe(shortenedAddress(subscriber.email));
  return { ...servicePages.unsubscribe, paragraphs: [whose], status: 200 };
}

/** Ends a subscription by its token; a second time comes to the same. */
export async function unsubscribe(token = '', way: WithdrawalWay, parts: ServiceParts): Promise<Page> {
  const { db, secret, mailer, now, newId, log, noteLeavers } = parts;
  const hashOf = (addressKey: string) => secret.hash('leaver', addressKey);
  const subscriber = await subscriberByToken(db, token, secret);
  const found = await leaveByToken(db, token, {
    now: toMoment(now()),
    way,
    hashOf,
    consentOf: secret.consentOf,
  });
  if (found === 'unknown') return notSubscribed;
  const isNew = found === 'left' && subscriber !== undefined;
  if (isNew) {
    await addNotice(db, { id: newId(), kind: 'goodbye', consent: subscriber.id, way, since: toMoment(now()) });
    mailer.wake();
    log('left', { way });
  }
  await noteLeavers();
  const first = isNew ? ownerWords.unsubscribed(shortenedAddress(subscriber.email)) : ownerWords.already;
  const paragraphs = [first, ...servicePages.unsubscribed.paragraphs];
  return { ...servicePages.unsubscribed, paragraphs, status: 200, hasWayBack: true };
}
