/** Whether issues come to the mailbox that proves it. */
import { hoursFrom, toMoment } from '../../store/moments.ts';
import { arrivalOf, deliveriesTo, keepArrival, type ProvingDelivery } from '../../store/queries/arrivals.ts';
import type { ArrivalTable, Database } from '../../store/schema.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { authenticationResults } from './authentication-results.ts';

/** Hours within which an issue has to be there. */
const arrivalHours = 1;
/** Days that an issue is looked for. */
const watchedDays = 3;

/** How it stands with one mailing. `overdue`: it should be there. */
export interface WatchedMailing {
  delivery: ProvingDelivery;
  arrival: ArrivalTable;
  state: 'arrived' | 'waiting' | 'overdue';
  /** Servers that wrote results into the mail; undefined where it doesn't lie in the mailbox. */
  servers: readonly string[] | undefined;
}

interface WatchParts {
  db: Database;
  /** The address that is subscribed to prove it, in small letters. */
  addressKey: string;
  /** The server whose word is taken (authserv-id). */
  trusted: string | undefined;
  now: Temporal.Instant;
}

/** Looks for the mailings of the last days, the newest first, by the Message-ID of the mail to that address. Touches no mail. */
export async function watchArrivals(mailbox: Mailbox, parts: WatchParts): Promise<WatchedMailing[]> {
  const { db, addressKey, now } = parts;
  const watched: WatchedMailing[] = [];
  for (const delivery of await deliveriesTo(db, addressKey, hoursFrom(now, -24 * watchedDays))) {
    watched.push(await watch(mailbox, delivery, parts));
  }
  return watched;
}

async function watch(mailbox: Mailbox, delivery: ProvingDelivery, parts: WatchParts): Promise<WatchedMailing> {
  const { db, trusted, now } = parts;
  const { mailing, messageId, settledAt } = delivery;
  const known = await arrivalOf(db, mailing);
  const sentAt = settledAt ?? toMoment(now);
  const missing: ArrivalTable = known ?? {
    mailing,
    sentAt,
    arrivedAt: null,
    spf: null,
    dkim: null,
    dmarc: null,
    alarmedAt: null,
  };
  // Clocks of two servers differ a little.
  const since = Temporal.Instant.from(sentAt).subtract({ hours: 1 });
  const mail = messageId === null ? undefined : await mailbox.find(messageId, since);
  const raw = await mail?.read();
  if ((!mail || !raw) && known?.arrivedAt) return { delivery, arrival: known, state: 'arrived', servers: undefined };
  if (!mail || !raw) {
    await keepArrival(db, missing);
    const isOverdue = sentAt < hoursFrom(now, -arrivalHours) || delivery.state === 'failed';
    return { delivery, arrival: missing, state: isOverdue ? 'overdue' : 'waiting', servers: undefined };
  }
  const { servers, ...verdict } = await authenticationResults(raw, trusted);
  // Read each time: whose word is taken may be set later, or changed. What was found is kept where nobody's is.
  const arrival = {
    ...missing,
    arrivedAt: missing.arrivedAt ?? toMoment(mail.receivedAt),
    ...(trusted !== undefined && verdict),
  };
  await keepArrival(db, arrival);
  return { delivery, arrival, state: 'arrived', servers };
}
