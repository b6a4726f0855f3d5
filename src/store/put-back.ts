/** A backup, back where nothing is: whatever ends that early, nothing is left that looks whole. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { UserError } from '../model/user-error.ts';
import { aboErrors } from '../words/abo-commands.ts';
import { moveErrors } from '../words/move.ts';
import { checkCopy, type DatabaseCounts } from './backup.ts';
import { dataFiles, makeDataFolder } from './data-folder.ts';
import { forgetDeleted } from './database.ts';
import { engineOf } from './engine/engine.ts';
import { requireUtf8, shownAddress } from './engine/postgres.ts';
import { openDatabaseProblem } from './engine/problem.ts';
import { copyFrom, makeReady } from './move.ts';
import { type Data, type DataPlace, toldByServer, withDataAt, withTarget } from './open-data.ts';
import { forgetTime } from './queries/last-times.ts';
import { markMoved, unfinished, unmarkMoved } from './queries/moved.ts';
import { countsOf } from './queries/statistics.ts';
import { atOnce } from './queries/transaction.ts';
import type { Database, Moment } from './schema.ts';

/** The files of a backup. */
interface Content {
  database: Uint8Array;
  key: Uint8Array;
}

/** What has to be done before the data count as whole, within one transaction. */
type Complete<Result> = (data: Data) => Promise<Result>;

/** What `complete` gave, and how much there is now; undefined if the backup doesn't pass its check. */
type PutBack<Result> = { result: Result; counts: DatabaseCounts } | undefined;

/**
 * Puts database and key of a backup to an empty place. A file gets its name when it is complete; a database of PostgreSQL is
 * marked as unfinished until then, and one that was left so is filled anew. Throws a UserError where something is in the way.
 */
export async function putBack<Result>(
  place: DataPlace,
  content: Content,
  now: Moment,
  complete: Complete<Result>,
): Promise<PutBack<Result>> {
  const { database, key } = dataFiles(place.folder);
  const hasKey = existsSync(key) && readFileSync(key).equals(content.key);
  // A write-ahead log of another database would be taken for the restored one's.
  const files = place.url === undefined ? [database, `${database}-wal`, `${database}-shm`] : [];
  const inTheWay = [...files, ...(hasKey ? [] : [key])].find((file) => existsSync(file));
  if (inTheWay) throw new UserError((inTheWay === key ? aboErrors.keyInTheWay : aboErrors.dataInTheWay)(inTheWay));
  const { restoring: stage } = dataFiles(place.folder);
  rmSync(stage, { recursive: true, force: true });
  makeDataFolder(stage);
  try {
    writeFileSync(dataFiles(stage).database, content.database, { mode: 0o600 });
    writeFileSync(dataFiles(stage).key, content.key, { mode: 0o600 });
    const { url } = place;
    if (url !== undefined) await toldByServer(shownAddress(url), () => requireUtf8(url));
    return await (url === undefined ? intoFile : intoServer)(place, stage, now, complete);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function intoFile<Result>(
  { folder }: DataPlace,
  stage: string,
  _now: Moment,
  complete: Complete<Result>,
): Promise<PutBack<Result>> {
  const [from, to] = [dataFiles(stage), dataFiles(folder)];
  const { result } = await withDataAt({ folder: stage }, (data) => completed(data, complete));
  const counts = checkCopy(from.database);
  if (!counts) return undefined;
  // A key without its database is one that waits for a backup.
  renameSync(from.key, to.key);
  renameSync(from.database, to.database);
  return { result, counts };
}

async function intoServer<Result>(
  place: DataPlace,
  stage: string,
  now: Moment,
  complete: Complete<Result>,
): Promise<PutBack<Result>> {
  const { key } = dataFiles(place.folder);
  return withTarget(place, async (target) => {
    const { beAlone, place: shown } = engineOf(target);
    const alone = await beAlone(target);
    if (!alone) throw new UserError(moveErrors.atWork(shown));
    const hadKey = existsSync(key);
    try {
      await makeReady(target);
      await markMoved(target, unfinished.restore, now);
      if (!hadKey) renameSync(dataFiles(stage).key, key);
      await withTarget({ folder: stage }, (source) => copyFrom(source, target));
      return await withDataAt(place, (data) => completed(data, complete), { mayBeUnfinished: true });
    } catch (error) {
      // Where even that can't be done the mark stays, or the data are whole after all: both need their key.
      const isEmptied = await makeReady(target).then(
        () => true,
        () => false,
      );
      if (isEmptied && !hadKey) rmSync(key, { force: true });
      throw error;
    } finally {
      await alone.leave();
    }
  });
}

async function completed<Result>(
  { db, secret }: Data,
  complete: Complete<Result>,
): Promise<{ result: Result; counts: DatabaseCounts }> {
  const done = await atOnce(db, async (transaction) => {
    const data = { db: transaction, secret };
    const result = await complete(data);
    await unmarkMoved(transaction);
    return { result, counts: await countsOf(data) };
  });
  await tryToForget(db);
  return done;
}

/** The data are whole: what keeps their tables from being made anew is left to the next tidying up. */
async function tryToForget(db: Database): Promise<void> {
  try {
    await forgetDeleted(db);
  } catch (error) {
    if (!openDatabaseProblem(error)) throw error;
    await forgetTime(db, 'rewrite').catch(() => {});
  }
}
