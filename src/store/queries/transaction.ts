import type { Database } from '../schema.ts';

/** Does `work` as a whole or not at all; within a transaction that is running already, as a part of that. */
export function atOnce<Result>(db: Database, work: (transaction: Database) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
