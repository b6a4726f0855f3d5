import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When things happened last, and how people left. Released: add the next file instead. */
export const lastTimes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('lastTime')
      .addColumn('event', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('leaver').addColumn('way', 'text').execute();
    await db.schema.alterTable('leaver').addColumn('erasedAt', 'text').execute();
    await db.schema.alterTable('leaver').addColumn('listedAt', 'text').execute();
  },
};
