import type { SelectQueryBuilder } from 'kysely';
import { engineOf } from '../engine/engine.ts';
import type { Database, Tables } from '../schema.ts';

/**
 * Lets a query that takes rows on leave out those that somebody else is just taking on: on PostgreSQL by locks of rows, on
 * SQLite nobody writes at the same time.
 */
export function skipTaken(db: Database) {
  const isShared = engineOf(db).kind === 'postgres';
  return <Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    isShared ? query.forUpdate().skipLocked() : query;
}
