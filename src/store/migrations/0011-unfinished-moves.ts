import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where data come from that are on their way here. */
export const unfinishedMoves: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('moved').addColumn('source', 'text').execute();
    await db.schema.alterTable('moved').addColumn('sourceKey', 'text').execute();
  },
};
