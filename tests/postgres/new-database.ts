import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { databaseAt, withClient } from '../../bench/postgres.ts';
import type { DataPlace } from '../../src/store/open-data.ts';

/** A new database on PostgreSQL with all tables, gone when the test has finished. */
export async function newDatabase(url: string, name = `test_${process.pid}_${count()}`): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name} template vorlage`));
  onTestFinished(() =>
    withClient(url, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  );
  return databaseAt(url, name);
}

let made = 0;
const count = () => (made += 1);

const known = new Map<string, Promise<string>>();

/**
 * The database that belongs to an organisation's folder, as `DATABASE_URL` names it: on PostgreSQL one of its own, made when it
 * is first asked for; none where the tests run on SQLite.
 */
export async function databaseOf(folder: string): Promise<{ DATABASE_URL?: string }> {
  const url = inject('postgres');
  if (url === undefined) return {};
  const name = `folder_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const database = known.get(folder) ?? newDatabase(url, name);
  known.set(folder, database);
  return { DATABASE_URL: await database };
}

/** Where the organisation in a folder keeps its data, as `openData` takes it. */
export async function placeOf(folder: string): Promise<DataPlace> {
  return { folder: join(folder, 'data'), url: (await databaseOf(folder)).DATABASE_URL };
}

/** The same, as `openDatabase` takes it. */
export async function databaseIn(folder: string): Promise<string> {
  return (await databaseOf(folder)).DATABASE_URL ?? join(folder, 'data', 'abo.sqlite');
}
