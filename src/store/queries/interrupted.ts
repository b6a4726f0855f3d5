/** Mailings that nobody goes on with. */
import { engineOf } from '../engine/engine.ts';
import { hoursFrom } from '../moments.ts';
import type { Database, Moment } from '../schema.ts';
import { countDeliveries, type Mailing } from './mailings.ts';

/**
 * A mailing that isn't at its end while nobody sends. `broke-off`: its sender died with something in hand. `overdue`: something
 * is due for more than an hour. `stopped`: it is due for less, as after somebody stopped it to go on. `put-off`: the
 * receivers asked for a later time.
 */
export interface Interrupted {
  issueKey: string;
  number: number;
  kind: 'broke-off' | 'overdue' | 'stopped' | 'put-off';
  waiting: number;
  /** What may have arrived or not, from before too. */
  unknown: number;
}

/** All of them; none while a sender is at work. */
export async function interruptedMailings(db: Database, now: Temporal.Instant): Promise<Interrupted[]> {
  const open = await db
    .selectFrom('mailing')
    .selectAll()
    .where('finishedAt', 'is', null)
    .orderBy('startedAt')
    .execute();
  if (open.length === 0 || (await engineOf(db).hasSender(db))) return [];
  const found: Interrupted[] = [];
  for (const mailing of open) {
    const { queued, claimed, unknown } = await countDeliveries(db, mailing.id);
    if (queued + claimed === 0) continue;
    const { issueKey, number } = mailing;
    const kind = await kindOf(db, mailing, now);
    if (kind) found.push({ issueKey, number, kind, waiting: queued, unknown: unknown + claimed });
  }
  return found;
}

/** Undefined where all that waits are people who have left since. */
async function kindOf(db: Database, mailing: Mailing, now: Temporal.Instant): Promise<Interrupted['kind'] | undefined> {
  const held = await db
    .selectFrom('delivery')
    .select('recipient')
    .where('mailing', '=', mailing.id)
    .where('state', 'in', ['queued', 'claimed'])
    .where('owner', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (held) return 'broke-off';
  const { due } = await db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(({ fn }) => fn.min('nextAttemptAt').as('due'))
    .where('mailing', '=', mailing.id)
    .where('state', '=', 'queued')
    .where('subscriber.status', '=', 'active')
    .executeTakeFirstOrThrow();
  if (due === null || due === undefined) return undefined;
  if (due > hoursFrom(now, 0)) return 'put-off';
  const { settled } = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.max('settledAt').as('settled'))
    .where('mailing', '=', mailing.id)
    .executeTakeFirstOrThrow();
  const lastWork: Moment = [due, settled ?? due].sort().at(-1) ?? due;
  return lastWork < hoursFrom(now, -1) ? 'overdue' : 'stopped';
}
