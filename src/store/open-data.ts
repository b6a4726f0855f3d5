import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PassingTrouble, UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { serviceErrors } from '../words/subscription.ts';
import { dataFiles, makeDatabaseFile, makeDataFolder, readKey } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { type DatabaseProblem, databaseProblem, openDatabaseProblem } from './engine/problem.ts';
import { keyFits } from './queries/leavers.ts';
import type { Database } from './schema.ts';
import { createSecret, type Secret } from './secret.ts';

export interface Data {
  db: Database;
  secret: Secret;
}

/**
 * Opens the database of a data folder with its key; both are made where both are missing. Throws a UserError if they
 * don't belong together or can't be used, and for a key without its database, unless whoever calls has a new one to fill:
 * an empty list in the place of one that is not mounted would be noticed late.
 */
export async function openData(
  folder: string,
  randomBytes: (count: number) => Uint8Array,
  { mayBeNew = false } = {},
): Promise<Data> {
  const { database, key } = dataFiles(folder);
  if (!mayBeNew && existsSync(key) && !existsSync(database)) {
    throw new UserError(serviceErrors.databaseMissing(database, key));
  }
  try {
    makeDataFolder(folder);
    const secret = createSecret(readKey(folder, () => randomBytes(32)));
    makeDatabaseFile(folder);
    const db = await openDatabase(database);
    if (await keyFits(db, secret.fingerprint)) return { db, secret };
    await db.destroy();
  } catch (error) {
    throw toldOf(databaseProblem(error), database) ?? error;
  }
  throw new UserError(serviceErrors.keyWrong(key));
}

function toldOf(problem: DatabaseProblem | undefined, file: string): UserError | undefined {
  if (!problem) return undefined;
  const sentence = serviceErrors.database[problem](file);
  const mayPass = problem !== 'damaged' && problem !== 'newer';
  return mayPass ? new PassingTrouble(sentence) : new UserError(sentence);
}

/** Where the Abo keeps its data. */
export function dataFolder({ root, settings }: Surroundings<'DATA_DIR'>): string {
  return resolve(root, settings.DATA_DIR);
}

/** Where the list of those who left lies: beside the backups, or with the data where no place for backups is set. */
export function listFolder({ root, settings }: Surroundings<'DATA_DIR' | 'BACKUP_DIR'>): string {
  return resolve(root, settings.BACKUP_DIR ?? settings.DATA_DIR);
}

/**
 * Opens the Abo's data for a command, and closes them when it is done. What keeps them from being used is a UserError,
 * also in the middle of the work. Data that aren't there are made only where the command says so: whoever looks in the
 * wrong folder must not be told that nothing is kept.
 */
export async function withData<Result>(
  surroundings: Surroundings<'DATA_DIR'>,
  work: (data: Data) => Promise<Result>,
  { mayBeNew = false } = {},
): Promise<Result> {
  const folder = dataFolder(surroundings);
  if (!mayBeNew && !existsSync(dataFiles(folder).database)) throw new UserError(serviceErrors.noData(folder));
  const data = await openData(folder, randomBytes, { mayBeNew });
  try {
    return await work(data);
  } catch (error) {
    throw toldOf(openDatabaseProblem(error), dataFiles(folder).database) ?? error;
  } finally {
    await data.db.destroy();
  }
}
