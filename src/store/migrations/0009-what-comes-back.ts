import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What comes back after a mailing, and domains that got another name. Released: add the next file instead. */
export const whatComesBack: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('deliveryByMessageId').on('delivery').column('messageId').execute();

    await db.schema
      .createTable('bounce')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('mailing', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('status', 'text')
      .addColumn('said', 'text')
      .addColumn('readAt', 'text', (column) => column.notNull())
      .addForeignKeyConstraint(
        'bounceOfDelivery',
        ['mailing', 'recipient'],
        'delivery',
        ['mailing', 'recipient'],
        (key) => key.onDelete('cascade'),
      )
      .execute();
    await db.schema.createIndex('bounceByDelivery').on('bounce').columns(['recipient', 'mailing']).execute();

    await db.schema
      .createTable('leftMail')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('seenAt', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('arrival')
      .addColumn('mailing', 'text', (column) => column.primaryKey().references('mailing.id').onDelete('cascade'))
      .addColumn('sentAt', 'text', (column) => column.notNull())
      .addColumn('arrivedAt', 'text')
      .addColumn('spf', 'text')
      .addColumn('dkim', 'text')
      .addColumn('dmarc', 'text')
      .addColumn('alarmedAt', 'text')
      .execute();

    await db.schema
      .createTable('domainRename')
      .addColumn('formerDomain', 'text', (column) => column.primaryKey())
      .addColumn('domain', 'text', (column) => column.notNull())
      .addColumn('renamedAt', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('formerAddress')
      .addColumn('consent', 'text', (column) => column.notNull().references('consent.id').onDelete('cascade'))
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('renamedAt', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('formerAddressOnce', ['consent', 'email'])
      .execute();
  },
};
