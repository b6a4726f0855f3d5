import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What several services and senders share, and that the data have moved. Released: add the next file instead. */
export const severalMachines: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('request').addColumn('takenBy', 'text').execute();
    await db.schema.alterTable('notice').addColumn('takenBy', 'text').execute();
    await db.schema
      .createTable('pace')
      .addColumn('server', 'text', (column) => column.primaryKey())
      .addColumn('freeAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('moved')
      .addColumn('target', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
  },
};
