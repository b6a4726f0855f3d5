import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a mailing began with, to tell when it has changed. Released: add the next file instead. */
export const edition: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('mailing').addColumn('edition', 'text').execute();
  },
};
