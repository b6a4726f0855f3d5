/** Who hands over the service's mails, where there are several services. */
import { engineOf } from '../engine/engine.ts';
import type { Database } from '../schema.ts';
import { atOnce } from './transaction.ts';

const tables = ['request', 'notice'] as const;

/** Gives back all mails that a service took on. */
export async function giveBackMails(db: Database, taker: string): Promise<void> {
  for (const table of tables) {
    await db.updateTable(table).set({ takenBy: null }).where('takenBy', '=', taker).execute();
  }
}

/** Gives back what services took on that are gone. Returns whether there was any. */
export async function giveBackMailsOfTheGone(db: Database, asker: string): Promise<boolean> {
  const takers = new Set<string>();
  for (const table of tables) {
    const rows = await db.selectFrom(table).select('takenBy').distinct().where('takenBy', 'is not', null).execute();
    for (const { takenBy } of rows) if (takenBy !== null && takenBy !== asker) takers.add(takenBy);
  }
  if (takers.size === 0) return false;
  return atOnce(db, async (transaction) => {
    const gone = await engineOf(transaction).gone(transaction, [...takers]);
    for (const taker of gone) await giveBackMails(transaction, taker);
    return gone.length > 0;
  });
}
