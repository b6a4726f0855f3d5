import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PassingTrouble, UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { serviceErrors } from '../words/service-errors.ts';
import { dataFiles, makeDatabaseFile, makeDataFolder, readKey } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { engineOf } from './engine/engine.ts';
import { hasData, requireUtf8, shownAddress } from './engine/postgres.ts';
import {
  type DatabaseProblem,
  databaseProblem,
  engineOfError,
  mayPass,
  openDatabaseProblem,
} from './engine/problem.ts';
import { requireAccess } from './folder-access.ts';
import { readableMoment } from './moments.ts';
import { keyFits } from './queries/leavers.ts';
import { movedMarkOf, unfinished } from './queries/moved.ts';
import type { Database } from './schema.ts';
import { createSecret, type Secret } from './secret.ts';

export interface Data {
  db: Database;
  secret: Secret;
}

/** Where the Abo keeps its data: a folder, and a PostgreSQL database in the place of the one in there. */
export interface DataPlace {
  folder: string;
  url?: string | undefined;
}

/** What data may be like that are opened: not there yet, moved away, or on their way back from a backup. */
interface Allowed {
  mayBeNew?: boolean;
  mayHaveMoved?: boolean;
  mayBeUnfinished?: boolean;
}

/**
 * Opens the database with its key; both are made where both are missing. Throws a UserError if they don't belong together or
 * can't be used, and for a key without its database, unless whoever calls has a new one to fill: an empty list in the place
 * of one that is not mounted would be noticed late.
 */
export async function openData(
  { folder, url }: DataPlace,
  randomBytes: (count: number) => Uint8Array,
  { mayBeNew = false, mayHaveMoved = false, mayBeUnfinished = false }: Allowed = {},
): Promise<Data> {
  const { database, key } = dataFiles(folder);
  const shown = url === undefined ? database : shownAddress(url);
  refuseBarred({ folder, url });
  try {
    const isThere = await hasDatabase({ folder, url });
    if (!mayBeNew && existsSync(key) && !isThere) throw new UserError(serviceErrors.databaseMissing(shown, key));
    // Tables are made in no database that the service refuses.
    if (url !== undefined && !isThere) await requireUtf8(url);
    makeDataFolder(folder);
    const secret = createSecret(readKey(folder, isThere, () => randomBytes(32)));
    if (url === undefined) makeDatabaseFile(folder);
    const db = await openDatabase(url ?? database);
    const isOurs = await refuseMoved(db, { mayHaveMoved, mayBeUnfinished })
      .then(() => keyFits(db, secret.fingerprint))
      .catch(async (error) => {
        await db.destroy();
        throw error;
      });
    if (isOurs) return { db, secret };
    await db.destroy();
  } catch (error) {
    throw toldOf(databaseProblem(error), shown, url !== undefined) ?? error;
  }
  throw new UserError(serviceErrors.keyWrong(key));
}

async function refuseMoved(db: Database, { mayHaveMoved, mayBeUnfinished }: Allowed): Promise<void> {
  const moved = await movedMarkOf(db);
  const { place } = engineOf(db);
  if (moved?.target === unfinished.move) {
    throw new UserError(serviceErrors.unfinishedMove(place, moved.origin?.place));
  }
  if (moved?.target === unfinished.restore) {
    if (mayBeUnfinished) return;
    throw new UserError(serviceErrors.unfinishedRestore(place));
  }
  if (moved && !mayHaveMoved) {
    throw new UserError(serviceErrors.movedTo(place, moved.target, readableMoment(moved.at)));
  }
}

/** Throws a UserError where this account may not use what lies in a data folder. */
function refuseBarred({ folder, url }: DataPlace): void {
  const { database, key } = dataFiles(folder);
  const isFile = url === undefined;
  requireAccess(folder, { toWrite: isFile });
  if (isFile) requireAccess(database, { toWrite: true });
  requireAccess(key, { toWrite: false });
}

/** Whether a place has a database: a file, or tables of ours that belong to a key or say that they are unfinished. */
export async function hasDatabase({ folder, url }: DataPlace): Promise<boolean> {
  return url === undefined ? existsSync(dataFiles(folder).database) : hasData(url);
}

/** What a server was asked; what keeps it from answering is a UserError. */
export async function toldByServer<Result>(place: string, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw toldOf(databaseProblem(error), place, true) ?? error;
  }
}

function toldOf(problem: DatabaseProblem | undefined, place: string, isServer: boolean): UserError | undefined {
  if (!problem) return undefined;
  const sentence = (isServer ? serviceErrors.databaseServer : serviceErrors.database)[problem](place);
  return mayPass(problem, isServer) ? new PassingTrouble(sentence) : new UserError(sentence);
}

/** Where the Abo keeps its data. */
export function dataFolder({ root, settings }: Surroundings<'DATA_DIR'>): string {
  return resolve(root, settings.DATA_DIR);
}

/** Where the Abo keeps its data, the database included. */
export function dataPlace(surroundings: Surroundings<'DATA_DIR'>): DataPlace {
  return { folder: dataFolder(surroundings), url: surroundings.settings.DATABASE_URL };
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
export function withData<Result>(
  surroundings: Surroundings<'DATA_DIR'>,
  work: (data: Data) => Promise<Result>,
  allowed: Allowed = {},
): Promise<Result> {
  return withDataAt(dataPlace(surroundings), work, allowed);
}

/** The same for data at a place. */
export async function withDataAt<Result>(
  place: DataPlace,
  work: (data: Data) => Promise<Result>,
  allowed: Allowed = {},
): Promise<Result> {
  const { folder, url } = place;
  const shown = url === undefined ? folder : shownAddress(url);
  refuseBarred(place);
  const isThere =
    allowed.mayBeNew ||
    (await hasDatabase(place).catch((error) => {
      throw toldOf(databaseProblem(error), shown, url !== undefined) ?? error;
    }));
  if (!isThere) throw new UserError(serviceErrors.noData(shown, url === undefined ? 'DATA_DIR' : 'DATABASE_URL'));
  const data = await openData(place, randomBytes, allowed);
  try {
    return await work(data);
  } catch (error) {
    const { kind, place: where } = engineOf(data.db);
    throw toldOf(openDatabaseProblem(error), where, kind === 'postgres') ?? error;
  } finally {
    await data.db.destroy();
  }
}

/** Opens a database that is filled or read as a whole, without a key and whatever mark it has, and closes it. */
export async function withTarget<Result>(
  { folder, url, file = dataFiles(folder).database }: DataPlace & { file?: string },
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const shown = url === undefined ? file : shownAddress(url);
  let db: Database | undefined;
  try {
    db = await openDatabase(url ?? shown);
    return await work(db);
  } catch (error) {
    const other = url === undefined ? 'postgres' : 'sqlite';
    // What the one says from which it is filled is told by whoever opened that.
    if (engineOfError(error) === other) throw error;
    throw toldOf(databaseProblem(error), shown, url !== undefined) ?? error;
  } finally {
    await db?.destroy();
  }
}
