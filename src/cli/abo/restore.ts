import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { readBackup } from '../../store/backup-folder.ts';
import { shownAddress } from '../../store/engine/postgres.ts';
import { leaverList, listLeavers, readLeaverLists } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { dataFolder, dataPlace, listFolder } from '../../store/open-data.ts';
import { putBack } from '../../store/put-back.ts';
import { applyLeavers } from '../../store/queries/apply-leavers.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { aboErrors, aboHelp } from '../../words/abo-commands.ts';
import { backupErrors, backupWords } from '../../words/backup.ts';
import { defineCommand } from '../door/command.ts';

/**
 * `abo restore FOLDER`: puts a backup back where nothing is, if it opens, and lets those leave who left since, by the
 * lists of leavers beside the backup and in the data folder. Until they have left the data count as unfinished.
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
    const keyFile = typeof identity === 'string' ? readText(resolve(root, identity), identity) : undefined;
    const content = await readBackup(source, keyFile).catch((error) => {
      const isMissing = error instanceof UserError && !existsSync(source);
      throw isMissing ? new UserError(backupErrors.notABackup(folder)) : error;
    });
    const place = dataPlace(surroundings);
    const places = [source, dirname(source), listFolder(surroundings), dataFolder(surroundings)];
    const now = toMoment(surroundings.now);
    const back = await putBack(place, content, now, async ({ db, secret }) => {
      const hashOf = (addressKey: string) => secret.hash('leaver', addressKey);
      const applied = await applyLeavers(db, readLeaverLists(places), hashOf);
      if (content.madeAt) await noteTime(db, 'backup', content.madeAt);
      await noteTime(db, 'restored', now);
      await listLeavers(db, listFolder(surroundings), now);
      return applied;
    });
    if (!back) throw new UserError(backupErrors.broken(folder));
    print(backupWords.restored(place.folder, place.url && shownAddress(place.url), back.counts));
    const hasList = places.some((one) => existsSync(leaverList(one)));
    print(hasList ? backupWords.applied(back.result) : backupWords.noList);
    return 0;
  },
});

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError(aboErrors.noSuchFile(name));
  }
}
