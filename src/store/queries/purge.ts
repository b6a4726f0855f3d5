import type { Database, Moment } from '../schema.ts';
import { atOnce } from './transaction.ts';

/** What is older than this goes. */
export interface PurgeBefore {
  requestedAt: Moment;
  withdrawnAt: Moment;
  limitHitAt: Moment;
  mailingStartedAt: Moment;
}

export interface Purged {
  requests: number;
  proofs: number;
  /** What became of an issue at a subscriber; those that go with a proof don't count. */
  deliveries: number;
}

/**
 * Deletes requests that nobody confirmed, proofs whose time is over, what became of old mailings at whom, and what no
 * limit counts any more. That an issue was sent stays known, so that it isn't sent again.
 */
export function purge(db: Database, before: PurgeBefore): Promise<Purged> {
  return atOnce(db, async (transaction) => {
    const requests = await transaction
      .deleteFrom('request')
      .where('requestedAt', '<=', before.requestedAt)
      .executeTakeFirstOrThrow();
    const proofs = await transaction
      .deleteFrom('consent')
      .where('id', 'in', (eb) =>
        eb.selectFrom('withdrawal').select('consent').where('withdrawnAt', '<=', before.withdrawnAt),
      )
      .executeTakeFirstOrThrow();
    await transaction.deleteFrom('limitHit').where('at', '<=', before.limitHitAt).execute();
    const deliveries = await transaction
      .deleteFrom('delivery')
      .where('mailing', 'in', (eb) =>
        eb.selectFrom('mailing').select('id').where('startedAt', '<=', before.mailingStartedAt),
      )
      .executeTakeFirstOrThrow();
    return {
      requests: Number(requests.numDeletedRows),
      proofs: Number(proofs.numDeletedRows),
      deliveries: Number(deliveries.numDeletedRows),
    };
  });
}
