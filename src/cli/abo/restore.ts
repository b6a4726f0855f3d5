import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { checkCopy } from '../../store/backup.ts';
import { readBackup } from '../../store/backup-folder.ts';
import { dataFiles, makeDataFolder } from '../../store/data-folder.ts';
import { forgetDeleted } from '../../store/database.ts';
import { shownAddress } from '../../store/engine/postgres.ts';
import { leaverList, listLeavers, readLeaverLists } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { copyWhole } from '../../store/move.ts';
import { type DataPlace, dataFolder, dataPlace, listFolder, withData, withTarget } from '../../store/open-data.ts';
import { applyLeavers } from '../../store/queries/apply-leavers.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { countsOf } from '../../store/queries/statistics.ts';
import { aboErrors, aboHelp } from '../../words/abo-commands.ts';
import { backupErrors, backupWords } from '../../words/backup.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

/**
 * `abo restore FOLDER`: puts a backup back where nothing is, if it opens, and lets those leave who left since, by the
 * lists of leavers beside the backup and in the data folder.
 */
export const command = defineCommand({
  help: aboHelp.restore,
  options: { identity: { type: 'string' } },
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [folder], flags }, surroundings) {
    if (folder === undefined) throw new UserError(aboErrors.folderMissing('restore'));
    const { root, print } = surroundings;
    const { identity } = flags;
    const source = resolve(root, folder);
    const to = dataFiles(dataFolder(surroundings));
    const keyFile = typeof identity === 'string' ? readText(resolve(root, identity), identity) : undefined;
    const content = await readBackup(source, keyFile).catch((error) => {
      const isMissing = error instanceof UserError && !existsSync(source);
      throw isMissing ? new UserError(backupErrors.notABackup(folder)) : error;
    });
    const place = dataPlace(surroundings);
    const where = place.url === undefined ? dataFolder(surroundings) : shownAddress(place.url);
    // A write-ahead log of another database would be taken for the restored one's. On PostgreSQL a key may be there already:
    // that of the same data, from another machine.
    const hasKey = place.url !== undefined && existsSync(to.key) && readFileSync(to.key).equals(content.key);
    const files = [to.database, `${to.database}-wal`, `${to.database}-shm`];
    const restored = [...(place.url === undefined ? files : []), ...(hasKey ? [] : [to.key])];
    for (const file of restored) {
      if (existsSync(file)) throw new UserError(aboErrors.dataInTheWay(file));
    }
    makeDataFolder(dataFolder(surroundings));
    const places = [source, dirname(source), listFolder(surroundings), dataFolder(surroundings)];
    try {
      if (!hasKey) writeNewFile(to.key, content.key);
      if (place.url === undefined) writeNewFile(to.database, content.database);
      else await fill(place, content.database);
      const list = readLeaverLists(places);
      const applied = await withData(surroundings, async ({ db, secret }) => {
        const done = await applyLeavers(db, list, (addressKey) => secret.hash('leaver', addressKey));
        if (content.madeAt) await noteTime(db, 'backup', content.madeAt);
        await listLeavers(db, listFolder(surroundings), toMoment(surroundings.now));
        await forgetDeleted(db);
        return done;
      });
      const counts = place.url === undefined ? checkCopy(to.database) : await withData(surroundings, countsOf);
      if (!counts) throw new UserError(backupErrors.broken(folder));
      print(backupWords.restored(where, counts));
      print(places.some((place) => existsSync(leaverList(place))) ? backupWords.applied(applied) : backupWords.noList);
    } catch (error) {
      for (const file of restored) rmSync(file, { force: true });
      throw error;
    }
    return 0;
  },
});

/** Fills an empty database of PostgreSQL with what a backup holds, by a file beside the key that goes again. */
async function fill(place: DataPlace, database: Uint8Array): Promise<void> {
  const file = join(place.folder, `restore-${process.pid}.sqlite`);
  try {
    writeNewFile(file, database);
    await withTarget({ folder: place.folder, url: undefined, file }, (source) =>
      withTarget(place, (target) => copyWhole(source, target)),
    );
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError(aboErrors.noSuchFile(name));
  }
}
