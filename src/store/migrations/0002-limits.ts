import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What counts towards the limits on sign-ups, so that a restart doesn't open them. */
export const limits: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('limitHit')
      .addColumn('bucket', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('limitHitByBucket').on('limitHit').columns(['bucket', 'at']).execute();
  },
};
