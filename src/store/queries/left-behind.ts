import { engineOf } from '../engine/engine.ts';
import type { Database, Moment } from '../schema.ts';
import { atOnce } from './transaction.ts';

/** What was left behind by senders that died. */
export interface LeftBehind {
  /** Was on the wire, and is unknown from now on. */
  unknown: number;
  /** Was put aside only, and is free again. */
  free: number;
}

/** Sees to what senders left behind that died. Only for somebody who takes part as the sender `asker`. */
export function clearUpAfterTheDead(db: Database, mailing: string, asker: string, now: Moment): Promise<LeftBehind> {
  return atOnce(db, async (transaction) => {
    const held = () =>
      transaction
        .selectFrom('delivery')
        .select('owner')
        .distinct()
        .where('mailing', '=', mailing)
        .where('state', 'in', ['claimed', 'queued'])
        .where('owner', 'is not', null)
        .where('owner', '!=', asker);
    const owners = (await held().execute()).flatMap(({ owner }) => owner ?? []);
    const dead = await engineOf(transaction).gone(transaction, owners);
    if (dead.length === 0) return { unknown: 0, free: 0 };
    const ofTheDead = transaction.updateTable('delivery').where('mailing', '=', mailing).where('owner', 'in', dead);
    const unknown = await ofTheDead
      .set({ state: 'unknown', settledAt: now })
      .where('state', '=', 'claimed')
      .executeTakeFirstOrThrow();
    const free = await ofTheDead.set({ owner: null }).where('state', '=', 'queued').executeTakeFirstOrThrow();
    return { unknown: Number(unknown.numUpdatedRows), free: Number(free.numUpdatedRows) };
  });
}
