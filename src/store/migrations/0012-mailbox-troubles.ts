import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mailboxes that could not be read. */
export const mailboxTroubleTable: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mailboxTrouble')
      .addColumn('mailbox', 'text', (column) => column.primaryKey())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('cause', 'text', (column) => column.notNull())
      .execute();
  },
};
