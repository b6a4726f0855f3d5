/** All that a database keeps, into another one of the same version, whichever engine each has. */
import { createHash } from 'node:crypto';
import { engineOf } from './engine/engine.ts';
import type { Database, Tables } from './schema.ts';

/** What is copied, in an order in which no table points at one that comes later. */
const copiedTables = [
  'formVersion',
  'mailWording',
  'request',
  'consent',
  'formerLink',
  'withdrawal',
  'subscriber',
  'leaver',
  'keyCheck',
  'limitHit',
  'lastTime',
  'notice',
  'mailing',
  'delivery',
  'bounce',
  'leftMail',
  'arrival',
  'domainRename',
  'formerAddress',
] as const satisfies (keyof Tables)[];

/** What belongs to this database alone: what is so at the moment, and that it has moved. */
const ownTables: readonly string[] = ['pace', 'mailboxTrouble', 'moved'];

/** All tables of ours, as they stand in the database; Kysely's own two beside them. */
export const ourTables: readonly string[] = [...copiedTables, ...ownTables]
  .map(snakeCase)
  .concat('kysely_migration', 'kysely_migration_lock');

type CopiedTable = (typeof copiedTables)[number];

/** How many rows a table has, and a sum over all that is in them, whatever their order. */
interface Digest {
  rows: number;
  sum: bigint;
}

/** What is in a database, by table. */
export type Content = Record<CopiedTable, Digest>;

const rowsAtOnce = 500;
const sumSpace = 1n << 256n;

/** Tells what is in a database, within a transaction. Throws if it has a table that nobody has said whether it is copied. */
export async function contentOf(db: Database): Promise<Content> {
  return throughAll(db, async () => {});
}

/**
 * Copies all rows of one database into another, which must be empty, each within a transaction. Returns what was read; compare
 * it with `contentOf` the other.
 */
export async function copyInto(target: Database, source: Database): Promise<Content> {
  return throughAll(source, async (table, rows) => {
    await target
      .insertInto(table)
      .values(rows as never)
      .execute();
  });
}

/** Whether two databases hold the same: as many rows, and the same in them. */
export function isSameContent(one: Content, other: Content): boolean {
  return copiedTables.every((table) => one[table].rows === other[table].rows && one[table].sum === other[table].sum);
}

/** Deletes all rows that are copied. */
export async function emptyTables(db: Database): Promise<void> {
  for (const table of copiedTables.toReversed()) await db.deleteFrom(table).execute();
}

/** Whether there is no row yet. */
export async function holdsNothing(db: Database): Promise<boolean> {
  for (const table of copiedTables) {
    if (
      await db
        .selectFrom(table)
        .select(({ lit }) => lit(1).as('one'))
        .limit(1)
        .executeTakeFirst()
    )
      return false;
  }
  return true;
}

async function throughAll(
  db: Database,
  take: (table: CopiedTable, rows: readonly Record<string, unknown>[]) => Promise<void>,
): Promise<Content> {
  const engine = engineOf(db);
  const stranger = (await engine.tableNames(db)).find((name) => !ourTables.includes(name));
  if (stranger) throw new Error(`nobody has said whether the table ${stranger} is copied`);
  const content: Partial<Content> = {};
  for (const table of copiedTables) {
    const digest: Digest = { rows: 0, sum: 0n };
    for await (const rows of engine.batches(db, snakeCase(table), rowsAtOnce)) {
      for (const row of rows) {
        digest.rows += 1;
        digest.sum = (digest.sum + rowNumber(row)) % sumSpace;
      }
      await take(table, rows);
    }
    content[table] = digest;
  }
  return content as Content;
}

function rowNumber(row: Record<string, unknown>): bigint {
  const text = JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
