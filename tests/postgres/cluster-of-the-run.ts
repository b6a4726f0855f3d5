import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseAt, postgresPrograms, startCluster, withClient } from '../../bench/postgres.ts';
import { openDatabase } from '../../src/store/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL of this run alone, with an empty database `vorlage` for the others to be copied from. */
    postgres: string | undefined;
    /** Where its files are. */
    postgresFolder: string | undefined;
  }
}

/** Where a new cluster of these programs is kept, for others to be copied from. */
export function templateOf(programs: string): string {
  return join(import.meta.dirname, '..', '..', '.cache', `postgres${programs.replaceAll('/', '-')}`);
}

/** Starts PostgreSQL once for all tests of the project; where there is none, its tests skip and this says so. */
export default async function setup({ provide }: TestProject): Promise<(() => void) | undefined> {
  const programs = postgresPrograms();
  if (!programs) {
    console.warn('PostgreSQL is not installed here (apt-get install postgresql): its tests skip.');
    provide('postgres', undefined);
    provide('postgresFolder', undefined);
    return undefined;
  }
  const { url, folder, stop } = await startCluster(programs, templateOf(programs));
  await withClient(url, (client) => client.query('create database vorlage'));
  const db = await openDatabase(databaseAt(url, 'vorlage'));
  await db.destroy();
  provide('postgres', url);
  provide('postgresFolder', folder);
  return stop;
}
