import type { Database, Moment } from '../schema.ts';
import { forgetDeliveries } from './deliveries.ts';

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
}

/**
 * Deletes requests that nobody confirmed, proofs whose time is over, what became of old mailings, and what no
 * limit counts any more.
 */
export function purge(db: Database, before: PurgeBefore): Promise<Purged> {
  return db.transaction().execute(async (transaction) => {
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
    await forgetDeliveries(transaction, before.mailingStartedAt);
    return { requests: Number(requests.numDeletedRows), proofs: Number(proofs.numDeletedRows) };
  });
}
