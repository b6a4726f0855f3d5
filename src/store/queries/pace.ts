/** When mails may go to a mail server, for all senders together, by the clock of the database. PostgreSQL only. */
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
const later = (ms: number) => sql<number>`greatest(pace.free_at, ${now}) + ${Math.round(ms)}::bigint`;

/** Takes turns that last so many milliseconds together; returns how long to wait until they begin. */
export async function takeTurns(db: Database, server: string, ms: number): Promise<number> {
  const { wait } = await db
    .insertInto('pace')
    .values({ server, freeAt: sql<number>`${now} + ${Math.round(ms)}::bigint` })
    .onConflict((conflict) => conflict.column('server').doUpdateSet({ freeAt: later(ms) }))
    .returning(sql<number>`free_at - ${Math.round(ms)}::bigint - ${now}`.as('wait'))
    .executeTakeFirstOrThrow();
  return wait;
}

/** Lets no turn begin for so many milliseconds. */
export async function holdTurns(db: Database, server: string, ms: number): Promise<void> {
  const until = sql<number>`${now} + ${Math.round(ms)}::bigint`;
  await db
    .insertInto('pace')
    .values({ server, freeAt: until })
    .onConflict((conflict) =>
      conflict.column('server').doUpdateSet({ freeAt: sql<number>`greatest(pace.free_at, ${until})` }),
    )
    .execute();
}
