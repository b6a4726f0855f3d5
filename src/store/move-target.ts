/** Where data move to: a folder or a database that holds nothing else, made only when the move may begin. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { moveErrors } from '../words/move.ts';
import { holdsNothing, ourTables } from './copy.ts';
import { dataFiles, makeDatabaseFile, makeDataFolder, writeKey } from './data-folder.ts';
import { engineOf } from './engine/engine.ts';
import { otherTables, requireUtf8, shownAddress } from './engine/postgres.ts';
import { leaverList } from './leaver-list.ts';
import { type DataPlace, hasDatabase, toldByServer, withTarget } from './open-data.ts';
import { movedMarkOf } from './queries/moved.ts';
import type { Database } from './schema.ts';

/** A place as a move sees it. */
export interface MoveTarget {
  /** As messages name it, without a password. */
  place: string;
  /** Whether there is a database already, whole or not. */
  isThere: () => Promise<boolean>;
  /** Throws a UserError where anything lies that isn't the rest of a move. Changes nothing. */
  refuseOther: () => Promise<void>;
  /** Opens the database, which is made where it is missing. What was made goes again if `work` ends before it calls `begin`. */
  open: <Result>(work: (db: Database, begin: () => void) => Promise<Result>) => Promise<Result>;
  /** Brings key and list of leavers there, as far as they belong to the place. */
  takeAlong: () => void;
}

/** The database of PostgreSQL at an address; the key stays where it is. */
export function serverTarget(place: DataPlace & { url: string }): MoveTarget {
  const shown = shownAddress(place.url);
  return {
    place: shown,
    isThere: () => toldByServer(shown, () => hasDatabase(place)),
    async refuseOther() {
      await toldByServer(shown, () => requireUtf8(place.url));
      const [other] = await toldByServer(shown, () => otherTables(place.url, ourTables));
      if (other !== undefined) throw new UserError(moveErrors.otherTable(shown, other));
    },
    open: (work) => withTarget(place, (db) => work(db, () => {})),
    takeAlong: () => {},
  };
}

/** A folder, from the data folder whose key goes along. */
export function folderTarget(folder: string, from: string): MoveTarget {
  const files = dataFiles(folder);
  const key = readFileSync(dataFiles(from).key);
  return {
    place: files.database,
    isThere: () => hasDatabase({ folder }),
    async refuseOther() {
      if (existsSync(files.key) && !readFileSync(files.key).equals(key)) {
        throw new UserError(moveErrors.otherKey(files.key));
      }
      // The Abo's own folder may be its folder again.
      const other = folder === from ? undefined : namesIn(folder).find((name) => !isRestOfMove(name, folder));
      if (other !== undefined) throw new UserError(moveErrors.folderNotEmpty(folder, other));
    },
    async open(work) {
      const hadFolder = existsSync(folder);
      const before = namesIn(folder);
      let hasBegun = false;
      const begin = () => {
        hasBegun = true;
      };
      makeDataFolder(folder);
      makeDatabaseFile(folder);
      return withTarget({ folder }, (db) =>
        work(db, begin).catch(async (error) => {
          if (!hasBegun) await takeAwayIfEmpty(db, () => takeAway(folder, hadFolder, before));
          throw error;
        }),
      );
    },
    takeAlong() {
      if (!existsSync(files.key)) writeKey(files.key, key);
      const list = leaverList(from);
      if (existsSync(list)) copyFileSync(list, leaverList(folder));
    },
  };
}

/** What lies in a folder; nothing where there is none. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Whether a move may have left a file of this name; whether it did says the database. */
function isRestOfMove(name: string, folder: string): boolean {
  const { database, key, serviceLock, senderLock } = dataFiles(folder);
  const databases = [database, serviceLock, senderLock].flatMap((file) =>
    ['', '-wal', '-shm', '-journal'].map((end) => `${file}${end}`),
  );
  return [...databases, key, leaverList(folder)].includes(join(folder, name));
}

/** Another move into the same folder may have come first: what is its own stays. */
async function takeAwayIfEmpty(db: Database, takeAwayMade: () => void): Promise<void> {
  // Where nobody can have a lock, the other has none.
  const alone = await engineOf(db)
    .beAlone(db)
    .catch(() => 'no lock' as const);
  if (!alone) return;
  try {
    if ((await holdsNothing(db)) && !(await movedMarkOf(db))) takeAwayMade();
  } finally {
    if (alone !== 'no lock') await alone.leave();
  }
}

function takeAway(folder: string, hadFolder: boolean, before: readonly string[]): void {
  const made = namesIn(folder).filter((name) => !before.includes(name) && isRestOfMove(name, folder));
  for (const name of made) rmSync(join(folder, name), { force: true });
  if (!hadFolder && existsSync(folder) && namesIn(folder).length === 0) rmdirSync(folder);
}
