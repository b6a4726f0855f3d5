import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { isRecipient, newKeyPair } from '../../store/backup-encryption.ts';
import { backupsIn, removeOldBackups, writeBackup } from '../../store/backup-folder.ts';
import { requireAccess } from '../../store/folder-access.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { hoursBetween, hoursFrom, readableMoment, toMoment } from '../../store/moments.ts';
import { dataFolder, listFolder, withData } from '../../store/open-data.ts';
import { lastTime, noteTime } from '../../store/queries/last-times.ts';
import { clockJump } from '../../subscription/clock.ts';
import { aboErrors, aboHelp } from '../../words/abo-commands.ts';
import { backupErrors, backupWords } from '../../words/backup.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

type Used = 'DATA_DIR' | 'BACKUP_DIR' | 'BACKUP_DAYS' | 'BACKUP_RECIPIENT';

/**
 * `abo backup [FOLDER]`: database and key into a folder, also while the service runs, checked. Without a folder into a
 * new one in `BACKUP_DIR`, where the old ones go then. Never overwrites.
 */
export const command = defineCommand({
  help: aboHelp.backup,
  options: { 'new-key': { type: 'string' } },
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR', 'BACKUP_DAYS', 'BACKUP_RECIPIENT'],
  async run({ words: [folder], flags }, surroundings) {
    const { root, print } = surroundings;
    const keyFile = flags['new-key'];
    if (typeof keyFile === 'string') {
      const { identity, recipient } = await newKeyPair();
      writeNewFile(resolve(root, keyFile), `# public key: ${recipient}\n${identity}\n`);
      print(backupWords.newKey(keyFile, recipient));
      return 0;
    }
    await backUp(folder, surroundings).catch((error) => {
      throw writeTrouble(error, folder ?? surroundings.settings.BACKUP_DIR ?? '');
    });
    return 0;
  },
});

async function backUp(named: string | undefined, surroundings: Surroundings<Used>): Promise<void> {
  const { root, now, settings, print } = surroundings;
  const { BACKUP_DIR: place, BACKUP_DAYS: days, BACKUP_RECIPIENT: recipient } = settings;
  const shown = named ?? (place && `${place.replace(/\/$/, '')}/${folderName(now)}`);
  if (shown === undefined) throw new UserError(backupErrors.noFolder);
  if (recipient !== undefined && !isRecipient(recipient)) throw new UserError(backupErrors.recipient(recipient));
  const folder = resolve(root, shown);
  for (const path of [resolve(folder, '..'), folder]) requireAccess(path, { toWrite: true });
  const [before] = backupsIn(resolve(folder, '..'));
  const { manifest, jump } = await withData(surroundings, async ({ db }) => {
    await listLeavers(db, listFolder(surroundings), toMoment(now));
    const made = await writeBackup(db, dataFolder(surroundings), folder, { now: toMoment(now), recipient });
    await noteTime(db, 'backup', toMoment(now));
    // Without a service that ever found it right, nothing is known of the clock.
    const jump = (await lastTime(db, 'clock')) && (await clockJump(db, now));
    return { manifest: made, jump: jump || undefined };
  });
  print(backupWords.made(shown, manifest, { isEncrypted: recipient !== undefined, data: settings.DATA_DIR }));
  print(before ? backupWords.before(hoursBetween(before.madeAt, now)) : backupWords.first);
  if (jump) print(backupWords.clock(shown, readableMoment(jump.known)));
  // By a clock that jumped all of them would be old at once.
  if (named !== undefined || place === undefined || jump) return;
  const removed = removeOldBackups(resolve(root, place), hoursFrom(now, -24 * days));
  if (removed > 0) print(backupWords.removed(removed, days));
}

/** A name that sorts by time and that every file system takes. */
const folderName = (now: Temporal.Instant) => toMoment(now).replaceAll(':', '-');

/** Why nothing could be written, if the disk says so. */
function writeTrouble(error: unknown, place: string): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code === 'ENOSPC' || errcode === 13) return new UserError(backupErrors.full(place));
  const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '');
  return isRefused ? new UserError(aboErrors.notWritable(place)) : error;
}
