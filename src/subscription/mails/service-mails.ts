/** The mails that the service writes, by their occasions. */

import { headerLine } from '../../mail/characters.ts';
import type { MessageParts } from '../../mail/mime.ts';
import { type SystemMail, systemMail, systemMailText } from '../../mail/system-mail.ts';
import { addresses, confirmPath, unsubscribePath } from '../../model/address.ts';
import { domainOf } from '../../model/mail-address.ts';
import { publisherNames } from '../../model/publisher.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { momentInSentence } from '../../store/moments.ts';
import type { MailWording } from '../../store/queries/mail-wordings.ts';
import type { Notice } from '../../store/queries/notices.ts';
import type { SubscriptionRequest } from '../../store/queries/requests.ts';
import { wordingHash } from '../../views/abo/subscription-form.ts';
import { alarmTexts, mailSlots, mailTexts } from '../../words/subscription.ts';
import type { LimitKind } from '../limits.ts';

/** A mail of the service; `link` is the one thing to do in it, which stands in both its parts. */
export type ServiceMail = MessageParts & { link?: string };

/** The mail that asks to confirm a request by its token. */
export function confirmationMail(
  request: SubscriptionRequest,
  token: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  const mail = confirmation(facts, momentInSentence(request.requestedAt), facts.aboUrl + confirmPath(token));
  return addressed(mail, request.email, request.messageId, facts, date);
}

/**
 * What that mail says to everybody, subject first, with {@link mailSlots} in the place of moment and link. Its version is
 * the hash of the text, so that none can change without the other.
 */
export function confirmationWording(facts: ServiceFacts): MailWording {
  const mail = confirmation(facts, mailSlots.requestedAt, mailSlots.link);
  const said = systemMailText(facts, facts.siteUrl, mail, (paragraph) => paragraph);
  const mailText = `${headerLine(mail.subject)}\n\n${said.trimEnd()}`;
  return { version: wordingHash(mailText), mailText };
}

function confirmation(facts: ServiceFacts, requestedAt: string, url: string): SystemMail {
  const { link, ...words } = mailTexts.confirm({
    title: facts.title,
    publishers: publisherNames(facts),
    requestedAt,
    validHours: facts.periods.confirmWithinHours,
    purgeDays: facts.periods.unconfirmedKeptDays,
  });
  return { ...words, link: { text: link, url } };
}

/** The mail to one who asks for what they have; only the owner of the mailbox learns that. */
export function alreadySubscribedMail(
  { email, messageId }: SubscriptionRequest,
  token: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  const words = mailTexts.already({ title: facts.title, publishers: publisherNames(facts) });
  return withWayOut({ ...words, link: undefined }, token, email, messageId, facts, date);
}

/** The mail to one who has or had a subscription; `token` ends it. */
export function noticeMail(
  { kind, email, id, since, way }: Notice,
  token: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  const named = { title: facts.title, publishers: publisherNames(facts) };
  const messageId = messageIdFor(id, facts);
  if (kind === 'goodbye') {
    const facets = { endedAt: momentInSentence(since), isOneClick: way === 'one-click' };
    const { back, ...words } = mailTexts.goodbye({ ...named, ...facets });
    const wayBack = { text: back, url: facts.siteUrl + addresses.subscribe };
    return addressed({ ...words, moreLinks: [wayBack] }, email, messageId, facts, date);
  }
  if (kind === 'way-out') {
    const link = { text: mailTexts.leave, url: facts.aboUrl + unsubscribePath(token) };
    return addressed({ ...mailTexts.wayOut(named), link }, email, messageId, facts, date);
  }
  const { newestIssue } = facts;
  const { newest, ...words } = mailTexts.welcome({ ...named, newest: newestIssue?.title });
  const link = newest && newestIssue ? { text: newest, url: newestIssue.url } : undefined;
  return withWayOut({ ...words, link }, token, email, messageId, facts, date);
}

/** A mail that ends with the link to leave, which mail programs may offer as a button too (RFC 8058). */
function withWayOut(
  mail: Omit<SystemMail, 'link'> & { link: SystemMail['link'] },
  token: string,
  to: string,
  messageId: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  const url = facts.aboUrl + unsubscribePath(token);
  const message = addressed({ ...mail, moreLinks: [{ text: mailTexts.leave, url }] }, to, messageId, facts, date);
  const oneClick = { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return { ...message, headers: { ...message.headers, ...oneClick } };
}

/** Tells the editors that a limit is full. */
export function limitAlarm(
  { kind, most }: { kind: Exclude<LimitKind, 'address'>; most: number },
  messageId: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  return addressed(alarmTexts.limit(kind, most), facts.editors.address, messageId, facts, date);
}

/** The name of a mail, which stays the same when it is sent again. */
export function messageIdFor(requestId: string, { sender }: Pick<ServiceFacts, 'sender'>): string {
  return `<${requestId}@${domainOf(sender.address)}>`;
}

function addressed(
  mail: SystemMail,
  to: string,
  messageId: string,
  facts: ServiceFacts,
  date: Temporal.Instant,
): ServiceMail {
  const { sender: from, editors: replyTo, siteUrl } = facts;
  return { ...systemMail(facts, siteUrl, mail, { from, to, messageId, date }), replyTo, link: mail.link?.url };
}
