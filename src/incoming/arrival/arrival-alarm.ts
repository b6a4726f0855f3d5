import { systemMail } from '../../mail/system-mail.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { readableMoment } from '../../store/moments.ts';
import { messageIdFor, type ServiceMail } from '../../subscription/mails/service-mails.ts';
import { arrivalWords } from '../../words/incoming.ts';
import type { WatchedMailing } from './arrival.ts';

/** The mail that tells an operator that an issue did not come. */
export function arrivalAlarm(
  { delivery, arrival }: WatchedMailing,
  site: ServiceFacts,
  { to, date, newId }: { to: string; date: Temporal.Instant; newId: () => string },
): ServiceMail {
  const mail = arrivalWords.alarm({
    issueKey: delivery.issueKey,
    sentAt: readableMoment(arrival.sentAt),
    messageId: delivery.messageId ?? '',
    isRefused: delivery.state === 'failed',
  });
  const sending = { from: site.sender, to, messageId: messageIdFor(newId(), site), date };
  return systemMail(site, site.siteUrl, mail, sending);
}
