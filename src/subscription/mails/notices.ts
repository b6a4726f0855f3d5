/** Hands over the mails to those who have or had a subscription. */
import type { ServerTrouble } from '../../mail/server-trouble.ts';
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { formerAddressOf } from '../../store/queries/domain-renames.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { endNotice, type Notice, postponeNotice } from '../../store/queries/notices.ts';
import { causeOf } from '../trouble.ts';
import type { MailerParts } from './mailer-parts.ts';
import { pauseAfter, pauseForServer } from './retry.ts';
import { noticeMail } from './service-mails.ts';
import { MailRefused, ServerAway } from './transport.ts';

/** Hours after which a notice isn't worth sending any more. */
const worthHours = 72;

/** Hands over one notice. Returns what keeps the server from taking any mail; `tries` counts how often that was so in a row. */
export async function deliverNotice(
  notice: Notice,
  tries: number,
  { db, secret, facts, transport, now, log }: MailerParts,
): Promise<ServerTrouble | undefined> {
  // Whoever left or came back meanwhile needs no word about what was before.
  const isOver = (notice.kind === 'goodbye') === (notice.status !== null);
  // Whoever gets mail at a new address has to be told, however late.
  const isWorth = notice.kind === 'renamed' || notice.since >= hoursFrom(now(), -worthHours);
  if (isOver || !isWorth) {
    await endNotice(db, notice.id);
    return undefined;
  }
  const former = notice.kind === 'renamed' ? (await formerAddressOf(db, notice.consent))?.email : undefined;
  try {
    await transport.send(
      noticeMail({ ...notice, ...(former && { former }) }, secret.unsubscribeToken(notice.consent), facts(), now()),
    );
  } catch (error) {
    const attempt = notice.attempts + 1;
    if (error instanceof ServerAway) {
      log('mail-server-away', { cause: error.trouble, attempt: tries });
      await postponeNotice(db, notice.id, toMoment(now().add(pauseForServer(tries))), notice.attempts);
      return error.trouble;
    }
    if (error instanceof MailRefused) {
      log('mail-refused', { code: error.code });
      await endNotice(db, notice.id);
      return undefined;
    }
    log('mail-failed', { cause: causeOf(error), attempt });
    await postponeNotice(db, notice.id, toMoment(now().add(pauseAfter(attempt))), attempt);
    return undefined;
  }
  await endNotice(db, notice.id);
  await noteTime(db, 'mail-taken', toMoment(now()));
  log('mail-sent', { kind: notice.kind });
  return undefined;
}
