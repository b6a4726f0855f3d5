import { onTestFinished } from 'vitest';
import { databaseAt, withClient } from './cluster.ts';

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
