import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { engineOf } from '../engine/engine.ts';
import { tokenHash } from '../secret.ts';

interface Before {
  consent: { id: string; unsubscribeToken: string };
  formerLink: { tokenHash: string; consent: string };
}

const rowsAtOnce = 500;

/**
 * Tokens to unsubscribe are made from the key; of those that mails hold already only the hashes stay. Released: add the next
 * file instead.
 */
export const linksByKey: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('formerLink')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey())
      .addColumn('consent', 'text', (column) => column.notNull().references('consent.id').onDelete('cascade'))
      .execute();
    await db.schema.createIndex('formerLinkByConsent').on('formerLink').column('consent').execute();
    const before = db as Kysely<Before>;
    const links = await before.selectFrom('consent').select(['id', 'unsubscribeToken']).execute();
    for (let start = 0; start < links.length; start += rowsAtOnce) {
      const hashes = links
        .slice(start, start + rowsAtOnce)
        .map(({ id, unsubscribeToken }) => ({ tokenHash: tokenHash(unsubscribeToken), consent: id }));
      await before.insertInto('formerLink').values(hashes).execute();
    }
    if (engineOf(db).kind === 'sqlite') return makeAnew(db);
    for (const table of ['consent', 'subscriber']) {
      await db.schema.alterTable(table).dropColumn('unsubscribeToken').execute();
    }
  },
};

/** SQLite drops no column that is unique, so both tables are made anew. */
async function makeAnew(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('newConsent')
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
    .execute();
  await sql`insert into new_consent select id, email, address_key, form_version, source, requested_at, mailed_at,
      message_id, mail_version, confirmed_at from consent`.execute(db);
  await db.schema.dropTable('consent').execute();
  await db.schema.alterTable('newConsent').renameTo('consent').execute();
  await db.schema.createIndex('consentByAddress').on('consent').column('addressKey').execute();

  await db.schema
    .createTable('newSubscriber')
    .addColumn('id', 'text', (column) => column.primaryKey().references('consent.id'))
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('addressKey', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('statusSince', 'text', (column) => column.notNull())
    .addColumn('pauseReason', 'text')
    .execute();
  await sql`insert into new_subscriber select id, email, address_key, status, status_since, pause_reason
      from subscriber`.execute(db);
  await db.schema.dropTable('subscriber').execute();
  await db.schema.alterTable('newSubscriber').renameTo('subscriber').execute();
}
