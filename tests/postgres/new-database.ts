import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { databaseAt, withClient } from '../../bench/postgres.ts';
import type { DataPlace } from '../../src/store/open-data.ts';
import { bytesOf } from '../store/bytes-of.ts';

/** A new database on PostgreSQL with all tables, gone when the test has finished. */
export async function newDatabase(url: string, name = `test_${process.pid}_${count()}`): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name} template vorlage`));
  onTestFinished(() =>
    withClient(url, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
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

/** Loses all data of the organisation in a folder, its key and its outbox too: what is left is what a new machine has. */
export async function loseData(folder: string): Promise<void> {
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  const url = inject('postgres');
  if (url === undefined) return;
  const name = new URL((await databaseOf(folder)).DATABASE_URL ?? '').pathname.slice(1);
  await withClient(url, async (client) => {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`create database ${name} template vorlage`);
  });
}

/**
 * Every byte that is kept for the organisation in a folder: of all files there or in a folder within, and on PostgreSQL of
 * those of its tables.
 */
export async function bytesKept(folder: string, within = '.'): Promise<string> {
  const { DATABASE_URL: url } = await databaseOf(folder);
  const files = bytesOf(join(folder, within));
  return url === undefined ? files : `${files}\n${await bytesOfTables(url)}`;
}

/** Every byte of the files that PostgreSQL keeps for the tables of a database, their indexes and its own catalogues. */
export function bytesOfTables(url: string, folder = inject('postgresFolder') ?? ''): Promise<string> {
  return withClient(url, async (client) => {
    await client.query('checkpoint');
    const { rows } = await client.query<{ path: string }>(
      "select pg_relation_filepath(oid) as path from pg_class where relkind in ('r', 'i', 't') and pg_relation_filepath(oid) is not null",
    );
    return rows.map(({ path }) => readFileSync(join(folder, 'data', path), 'latin1')).join('\n');
  });
}
