import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { engineOf } from '../engine/engine.ts';
import type { Database } from '../schema.ts';

/**
 * That a column holds one of these texts, however many there are. They are one parameter, so that the statement is the same
 * each time and stays prepared.
 */
export function among(db: Database, column: string, values: readonly string[]): RawBuilder<SqlBool> {
  const found = sql.ref(column);
  return engineOf(db).kind === 'postgres'
    ? sql`${found} = any(${values}::text[])`
    : sql`${found} in (select value from json_each(${JSON.stringify(values)}))`;
}
