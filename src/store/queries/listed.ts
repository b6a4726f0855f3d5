/** Lists of any length in a query: one parameter, so that the statement is the same each time and stays prepared. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { engineOf } from '../engine/engine.ts';
import type { Database } from '../schema.ts';

/** That a column holds one of these texts. */
export function among(db: Database, column: string, values: readonly string[]): RawBuilder<SqlBool> {
  const found = sql.ref(column);
  return isPostgres(db)
    ? sql`${found} = any(${values}::text[])`
    : sql`${found} in (select value from json_each(${JSON.stringify(values)}))`;
}

type Types = Readonly<Record<string, 'text' | 'integer'>>;

/** Rows as a table with these columns, to be named with `as`. */
export function rowsListed<Row extends object>(
  db: Database,
  types: Types & Record<keyof Row, 'text' | 'integer'>,
  rows: readonly Row[],
): RawBuilder<Row> {
  const columns = Object.entries(types).map(
    ([name, type]) => sql`cast(value ->> ${sql.lit(name)} as ${sql.raw(type)}) as ${sql.id(name)}`,
  );
  const elements = sql.raw(isPostgres(db) ? 'json_array_elements' : 'json_each');
  return sql`(select ${sql.join(columns)} from ${elements}(${JSON.stringify(rows)}))`;
}

const isPostgres = (db: Database) => engineOf(db).kind === 'postgres';
