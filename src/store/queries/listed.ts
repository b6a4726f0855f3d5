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

/** A query for rows with these columns; `list` is a JSON array of rows, each an array with a value or null for each of them. */
export function rowsListed<Row extends object>(
  db: Database,
  types: Readonly<Record<keyof Row & string, 'text' | 'integer'>>,
  list: unknown,
): RawBuilder<Row> {
  const columns = Object.entries<string>(types).map(
    ([name, type], at) => sql`cast(value ->> ${sql.lit(at)} as ${sql.raw(type)}) as ${sql.id(name)}`,
  );
  const elements = sql.raw(isPostgres(db) ? 'json_array_elements' : 'json_each');
  return sql`(select ${sql.join(columns)} from ${elements}(${list}))`;
}

const isPostgres = (db: Database) => engineOf(db).kind === 'postgres';
