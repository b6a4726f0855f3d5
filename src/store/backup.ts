import { backup, DatabaseSync } from 'node:sqlite';
import { openDatabase } from './database.ts';
import { engineOf } from './engine/engine.ts';
import { copyWhole } from './move.ts';
import type { Database } from './schema.ts';

/**
 * Copies a database into an empty file of SQLite while it is in use; the copy is whole and needs no other file beside it.
 * Throws a UserError if what arrived isn't the same.
 */
export async function backUpDatabase(db: Database, to: string): Promise<void> {
  const { kind, place } = engineOf(db);
  if (kind === 'sqlite') await backUpFile(place, to);
  else {
    const target = await openDatabase(to);
    try {
      await copyWhole(db, target);
    } finally {
      await target.destroy();
    }
  }
  // A copy in WAL mode would grow two more files wherever it is opened.
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}

async function backUpFile(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

/** How much is in a database, without a person. */
export interface DatabaseCounts {
  subscribers: number;
  proofs: number;
  leavers: number;
}

/** Opens a copy, has SQLite look at every page of it, and counts; undefined if anything in it is broken. */
export function checkCopy(file: string): DatabaseCounts | undefined {
  const sqlite = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = (sql: string) => sqlite.prepare(sql).all();
    const isWhole = rows('pragma integrity_check').every((row) => Object.values(row)[0] === 'ok');
    if (!isWhole || rows('pragma foreign_key_check').length > 0) return undefined;
    const count = (table: string) => Number(rows(`select count(*) as n from ${table}`)[0]?.n);
    return { subscribers: count('subscriber'), proofs: count('consent'), leavers: count('leaver') };
  } finally {
    sqlite.close();
  }
}
