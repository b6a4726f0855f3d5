/** Reports that say for people only who did not get a mail: qmail, Exim, GMX and WEB.DE, gateways, old Exchange. */
import type { Email } from 'postal-mime';
import { header } from './header.ts';
import { saysDelayed, saysFailed } from './phrases.ts';
import type { RecipientStatus } from './recipient-status.ts';
import { saidLine } from './said-line.ts';

/**
 * What a report without a part for machines says; `answer` for a mail that is no report. It has to come from a mail
 * system and to say, in a sentence that such systems write, that something did not arrive: an automatic answer quotes our mail too.
 */
export function textReport(mail: Email, text: string): RecipientStatus[] | 'answer' {
  const failedRecipients = header(mail, 'x-failed-recipients');
  const subject = mail.subject ?? '';
  const own = ownPart(text);
  const isFailed = failedRecipients !== '' || saysFailed(`${subject}\n${own}`);
  const isDelayed = saysDelayed(`${subject}\n${own}`);
  if (!isMailSystem(mail) || !(isFailed || isDelayed)) return 'answer';
  const named = [...addressesIn(failedRecipients), ...addressesIn(own)];
  const said = saidLine(own);
  const status = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(said)?.[0] ?? '';
  const action = isDelayed && !/^5/.test(status) ? 'delayed' : 'failed';
  return [...new Set(named.map((address) => address.toLowerCase()))].map((final) => ({
    final,
    original: '',
    action,
    status,
    said,
  }));
}

/** Mail systems name themselves, or send with the empty return path (RFC 5321 4.5.5). */
function isMailSystem(mail: Email): boolean {
  const { address = '', name = '' } = mail.from ?? {};
  return (
    /^(?:mailer-?daemon|postmaster|mail-daemon|mdaemon|microsoftexchange[\w]*)(?:@|$)/i.test(address) ||
    /mail ?(?:er|delivery)|postmaster|daemon|system ?administrator|systemadministrator|zustell/i.test(name) ||
    // People's programs answer with it too, and say so (RFC 3834 5).
    (header(mail, 'return-path').replaceAll(/\s/g, '') === '<>' &&
      !/^auto-replied/i.test(header(mail, 'auto-submitted').trim()))
  );
}

/** What the mail system wrote itself, before the copy of our mail or of its header. */
function ownPart(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && isCopy(line));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

/** A dividing line with words, or the first line of a header. */
const isCopy = (line: string) =>
  /^[>\s]*(?:return-path|received|message-id|dkim-signature|mime-version|list-id|x-mailer): ?\S/i.test(line) ||
  /^\s*-{2,}.*\p{L}{3}/u.test(line);

const addressesIn = (text: string) =>
  // No longer than RFC 5321 4.5.3.1 lets them be: on an endless line every sign would be tried as a beginning.
  (
    text.match(
      /(?<![\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-])[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/gu,
    ) ?? []
  ).map((address) => address.replace(/^'|[.']$/g, ''));
