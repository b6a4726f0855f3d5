/** What a mail in the mailbox for reports is, and what it says of which mail. */
import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { domainOf } from '../../model/mail-address.ts';
import { messageIdOf } from '../mailbox/message-id.ts';
import { deliveryStatus } from './delivery-status.ts';
import { header } from './header.ts';
import type { RecipientStatus } from './recipient-status.ts';
import { textReport } from './text-report.ts';

export interface BounceReport {
  /** SHA-256 of its own Message-ID, or of the whole where it has none. */
  id: string;
  /** Message-IDs, in angle brackets, that the report may be about, the surest first. */
  messageIds: string[];
  /** Addresses that it came to: one of them may name the mail (VERP). */
  cameTo: string[];
  recipients: RecipientStatus[];
}

/** `answer`: an automatic answer, a receipt or a letter. `other`: no report of a kind that is known. */
export type ReportReading = { kind: 'report'; report: BounceReport } | { kind: 'answer' | 'other' };

/** Reads a mail. Never throws: what can't be read is `other`. */
export async function readReport(raw: Buffer): Promise<ReportReading> {
  const mail = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
  }).catch(() => undefined);
  if (!mail) return { kind: 'other' };
  const type = header(mail, 'content-type');
  // Receipts (RFC 8098) and complaints (RFC 5965) are reports too, but not on a delivery.
  if (/report-type="?(?:disposition-notification|feedback-report)/i.test(type)) return { kind: 'answer' };
  const parts = mail.attachments.map(({ mimeType, content }) => ({ mimeType, text: String(content) }));
  const status = parts.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/i.test(mimeType));
  const text = mail.text ?? withoutTags(mail.html ?? '');
  const recipients = status ? await deliveryStatus(status.text, text) : textReport(mail, text);
  if (recipients === 'answer' || recipients.length === 0) return { kind: isAnswer(mail) ? 'answer' : 'other' };
  const returned = parts.filter(({ mimeType }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i.test(mimeType),
  );
  const own = messageIdOf(raw);
  return {
    kind: 'report',
    report: {
      id: createHash('sha256')
        .update(own ?? raw)
        .digest('hex'),
      messageIds: [
        ...new Set([
          ...returned.flatMap(({ text: message }) => idsInHeaders(message)),
          ...idsInHeaders(text),
          ...idsIn(header(mail, 'in-reply-to')),
          ...idsIn(header(mail, 'references')),
        ]),
      ].slice(0, mostIds),
      cameTo: ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) =>
        (header(mail, name).match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []).slice(0, mostIds),
      ),
      recipients,
    },
  };
}

/** More are nobody's report on one mail. */
const mostIds = 20;

/** The Message-IDs of a message's header, wherever it stands in a text; quoted ones too. */
function idsInHeaders(text: string): string[] {
  return [...text.matchAll(/^[> \t]*message-id:\s*(<[^>\s]+>)/gim)].flatMap(([, id]) => id ?? []);
}

const idsIn = (value: string) => value.match(/<[^>\s]+>/g) ?? [];

/** Somebody or something answers: RFC 3834, and what Exchange and others write instead. */
function isAnswer(mail: Email): boolean {
  const automatic = header(mail, 'auto-submitted');
  return (
    (automatic !== '' && !/^no\b/i.test(automatic)) ||
    header(mail, 'in-reply-to') !== '' ||
    header(mail, 'x-autoreply') !== '' ||
    header(mail, 'x-auto-response-suppress') !== '' ||
    /^(?:auto_reply|bulk|junk)$/i.test(header(mail, 'precedence'))
  );
}

/** What a page says, a line a block. */
function withoutTags(html: string): string {
  return html
    .replace(/<(?:style|script|title)\b.*?<\/(?:style|script|title)>/gis, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ');
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** Whether two addresses are one: small letters, the domain as servers know it. */
export function isSameAddress(one: string, other: string): boolean {
  const key = (address: string) => {
    const bare = address.trim().replace(/^<|>$/g, '');
    return `${bare.slice(0, bare.lastIndexOf('@'))}@${domainOf(bare)}`.toLowerCase();
  };
  return key(one) === key(other);
}
