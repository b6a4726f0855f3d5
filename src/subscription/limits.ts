import type { Address } from '../model/mail-address.ts';
import type { Settings } from '../settings/service-settings.ts';
import { hoursFrom, momentOf } from '../store/moments.ts';
import { type LimitCheck, takeRoom } from '../store/queries/limits.ts';
import type { Database } from '../store/schema.ts';
import type { Secret } from '../store/secret.ts';

export type LimitKind = 'address' | 'prefix' | 'domain' | 'total';

/** The limits that a sign-up counts towards, narrowest first: the first full one turns it away. */
export function limitsFor(
  { mailbox, domain }: Address,
  network: string,
  limits: Settings['limits'],
  hash: Secret['hash'],
  now: Temporal.Instant,
): (LimitCheck & { kind: LimitKind })[] {
  const limit = (kind: LimitKind, of: string, most: number, hours = 1) => ({
    kind,
    bucket: `${kind}:${hash('limit', `${kind} ${of}`)}`,
    most,
    since: hoursFrom(now, -hours),
  });
  return [
    limit('address', mailbox, limits.addressPerHour),
    limit('address', mailbox, limits.addressPerDay, 24),
    limit('prefix', network, limits.prefix),
    limit('domain', domain, limits.domain),
    limit('total', '', limits.total),
  ];
}

/** Hours that a hit counts at most; older ones are purged. */
export const longestWindowHours = 24;

/** True at most once in six hours for each kind of alarm, restarts included. */
export async function mayAlarm(db: Database, kind: string, now: Temporal.Instant): Promise<boolean> {
  const check = { bucket: `alarm:${kind}`, since: hoursFrom(now, -6), most: 1 };
  return (await takeRoom(db, [check], momentOf(now))).length === 0;
}
