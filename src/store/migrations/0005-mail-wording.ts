import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the mail said that asked to confirm, once for each version. Released: add the next file instead. */
export const mailWording: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mailWording')
      .addColumn('version', 'text', (column) => column.primaryKey())
      .addColumn('mailText', 'text', (column) => column.notNull())
      .addColumn('firstSentAt', 'text', (column) => column.notNull())
      .execute();
  },
};
