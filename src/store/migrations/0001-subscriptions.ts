import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Requests, proofs of consent, subscribers and leavers. Released: change nothing here, add the next file. */
export const subscriptions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('formVersion')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('list', 'text', (column) => column.notNull())
      .addColumn('consentText', 'text', (column) => column.notNull())
      .addColumn('consentSha256', 'text', (column) => column.notNull())
      .addColumn('formUrl', 'text', (column) => column.notNull())
      .addColumn('privacyVersion', 'text', (column) => column.notNull())
      .addColumn('siteCommit', 'text')
      .addColumn('firstSeenAt', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('request')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('addressKey', 'text', (column) => column.notNull())
      .addColumn('formVersion', 'text', (column) => column.notNull().references('formVersion.id'))
      .addColumn('requestedAt', 'text', (column) => column.notNull())
      .addColumn('expiresAt', 'text', (column) => column.notNull())
      .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
      .addColumn('mailState', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
      .addColumn('mailedAt', 'text')
      .addColumn('messageId', 'text', (column) => column.notNull())
      .addColumn('mailVersion', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('requestByAddress').on('request').column('addressKey').execute();
    await db.schema.createIndex('requestByMail').on('request').columns(['mailState', 'nextAttemptAt']).execute();

    await db.schema
      .createTable('consent')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('addressKey', 'text', (column) => column.notNull())
      .addColumn('formVersion', 'text', (column) => column.notNull().references('formVersion.id'))
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('requestedAt', 'text')
      .addColumn('mailedAt', 'text')
      .addColumn('messageId', 'text')
      .addColumn('mailVersion', 'text')
      .addColumn('confirmedAt', 'text', (column) => column.notNull())
      .addColumn('unsubscribeToken', 'text', (column) => column.notNull().unique())
      .execute();
    await db.schema.createIndex('consentByAddress').on('consent').column('addressKey').execute();

    await db.schema
      .createTable('withdrawal')
      .addColumn('consent', 'text', (column) => column.primaryKey().references('consent.id').onDelete('cascade'))
      .addColumn('withdrawnAt', 'text', (column) => column.notNull())
      .addColumn('way', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('subscriber')
      .addColumn('id', 'text', (column) => column.primaryKey().references('consent.id'))
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('addressKey', 'text', (column) => column.notNull().unique())
      .addColumn('unsubscribeToken', 'text', (column) => column.notNull().unique())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('statusSince', 'text', (column) => column.notNull())
      .addColumn('pauseReason', 'text')
      .execute();

    await db.schema
      .createTable('leaver')
      .addColumn('addressHash', 'text', (column) => column.primaryKey())
      .addColumn('leftAt', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('keyCheck')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .execute();
  },
};
