import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which issue was sent when, and what became of it at each subscriber. Released: add the next file instead. */
export const mailings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mailing')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('issue', 'text', (column) => column.notNull())
      .addColumn('issueKey', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('startedAt', 'text', (column) => column.notNull())
      .addColumn('startedBy', 'text', (column) => column.notNull())
      .addColumn('finishedAt', 'text')
      .addUniqueConstraint('mailingOnce', ['issue', 'number'])
      .execute();

    await db.schema
      .createTable('delivery')
      .addColumn('mailing', 'text', (column) => column.notNull().references('mailing.id'))
      .addColumn('recipient', 'text', (column) => column.notNull().references('consent.id').onDelete('cascade'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('claimedAt', 'text')
      .addColumn('settledAt', 'text')
      .addColumn('messageId', 'text')
      .addColumn('replyCode', 'integer')
      .addColumn('replyText', 'text')
      .addColumn('failure', 'text')
      .addPrimaryKeyConstraint('deliveryOnce', ['mailing', 'recipient'])
      .execute();
    await db.schema.createIndex('deliveryByState').on('delivery').columns(['mailing', 'state', 'recipient']).execute();
    await db.schema.createIndex('deliveryByRecipient').on('delivery').column('recipient').execute();
  },
};
