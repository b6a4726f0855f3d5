import { engineOf } from '../engine/engine.ts';
import type { Database } from '../schema.ts';

/**
 * Does `work` as a whole or not at all, and one after the other with everybody else's: what it reads holds until it writes.
 * Within a transaction that is running already, it is a part of that.
 */
export function atOnce<Result>(db: Database, work: (transaction: Database) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db);
  return db.transaction().execute(async (transaction) => {
    await engineOf(transaction).takeTurn(transaction);
    return work(transaction);
  });
}
