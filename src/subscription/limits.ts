import type { Address } from '../model/mail-address.ts';
import type { Settings } from '../settings/schema.ts';
import { hoursFrom, toMoment } from '../store/moments.ts';
import { type LimitCheck, takeRoom } from '../store/queries/limits.ts';
import type { Database } from '../store/schema.ts';
import type { Secret } from '../store/secret.ts';

/** The settings that say how much is too much. */
export const limitSettings = [
  'ABO_LIMIT_ADDRESS_HOUR',
  'ABO_LIMIT_ADDRESS_DAY',
  'ABO_LIMIT_PREFIX',
  'ABO_LIMIT_DOMAIN',
  'ABO_LIMIT_TOTAL',
] as const;

export type LimitSettings = Pick<Settings, (typeof limitSettings)[number]>;

export type LimitKind = 'address' | 'prefix' | 'domain' | 'total';

/** The limits that a sign-up counts towards, narrowest first: the first full one turns it away. */
export function limitsFor(
  { mailbox, domain }: Address,
  network: string,
  settings: LimitSettings,
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
    limit('address', mailbox, settings.ABO_LIMIT_ADDRESS_HOUR),
    limit('address', mailbox, settings.ABO_LIMIT_ADDRESS_DAY, 24),
    limit('prefix', network, settings.ABO_LIMIT_PREFIX),
    limit('domain', domain, settings.ABO_LIMIT_DOMAIN),
    limit('total', '', settings.ABO_LIMIT_TOTAL),
  ];
}

/** Hours that a hit counts at most; older ones are purged. */
export const longestWindowHours = 24;

/** True at most once in six hours for each kind of alarm, restarts included. */
export async function mayAlarm(db: Database, kind: string, now: Temporal.Instant): Promise<boolean> {
  const check = { bucket: `alarm:${kind}`, since: hoursFrom(now, -6), most: 1 };
  return (await takeRoom(db, [check], toMoment(now))).length === 0;
}
