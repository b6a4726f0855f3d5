import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Mails to those who have or had a subscription that wait to be handed over. Released: add the next file instead. */
export const notices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('notice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('consent', 'text', (column) => column.notNull().references('consent.id').onDelete('cascade'))
      .addColumn('way', 'text')
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('noticeByTime').on('notice').column('nextAttemptAt').execute();
    await db.schema.createIndex('noticeByConsent').on('notice').columns(['consent', 'kind']).execute();
  },
};
