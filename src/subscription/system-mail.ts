import { addresses, confirmPath } from '../model/address.ts';
import type { ServiceFacts } from '../model/service-facts.ts';
import { commonWords } from '../words/de.ts';
import { alarmTexts, mailTexts } from '../words/subscription.ts';
import type { LimitKind } from './limits.ts';
import { readableMoment } from './moments.ts';
import type { SubscriptionRequest } from './store/requests.ts';
import type { Message } from './transport.ts';

/** A mail by its words. */
interface SystemMail {
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do; it stands behind the first paragraph. */
  link?: { text: string; url: string };
}

/** The mail that asks to confirm a request by its token. */
export function confirmationMail(request: SubscriptionRequest, token: string, facts: ServiceFacts): Message {
  const { link, ...words } = mailTexts.confirm({
    title: facts.title,
    publishers: publishersOf(facts),
    requestedAt: readableMoment(request.requestedAt),
    validHours: facts.periods.confirmWithinHours,
    purgeDays: facts.periods.unconfirmedKeptDays,
  });
  const url = facts.aboUrl + confirmPath(token);
  return addressed({ ...words, link: { text: link, url } }, request.email, request.messageId, facts);
}

/** The mail to one who asks for what they have; only the owner of the mailbox learns that. */
export function alreadySubscribedMail(request: SubscriptionRequest, facts: ServiceFacts): Message {
  const words = mailTexts.already({ title: facts.title, publishers: publishersOf(facts) });
  return addressed(words, request.email, request.messageId, facts);
}

/** Tells the editors that a limit is full. */
export function limitAlarm(
  kind: Exclude<LimitKind, 'address'>,
  most: number,
  messageId: string,
  facts: ServiceFacts,
): Message {
  return addressed(alarmTexts.limit(kind, most), facts.editors, messageId, facts);
}

/** The name of a mail, which stays the same when it is sent again. */
export function messageIdFor(requestId: string, { sender }: Pick<ServiceFacts, 'sender'>): string {
  return `<${requestId}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
}

const publishersOf = ({ publishers }: ServiceFacts) => commonWords.and(publishers.map(({ name }) => name));

function addressed(mail: SystemMail, to: string, messageId: string, facts: ServiceFacts): Message {
  return { from: facts.sender, to, subject: mail.subject, text: plainText(mail, facts), messageId };
}

function plainText({ paragraphs, link }: SystemMail, facts: ServiceFacts): string {
  const [first = '', ...others] = paragraphs;
  const signature = [
    '-- ',
    publishersOf(facts),
    `${mailTexts.imprint}: ${facts.siteUrl}${addresses.imprint}`,
    `${mailTexts.privacy}: ${facts.siteUrl}${addresses.privacy}`,
  ];
  return [first, ...(link ? [link.url] : []), ...others, signature.join('\n'), ''].join('\n\n').trimEnd().concat('\n');
}
