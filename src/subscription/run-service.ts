import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { isAbsolute, relative } from 'node:path';
import type { Surroundings } from '../settings/surroundings.ts';
import { dataFiles } from '../store/data-folder.ts';
import { engineOf } from '../store/engine/engine.ts';
import { dataFolder, listFolder } from '../store/open-data.ts';
import { commandWords } from '../words/commands.ts';
import { jsonLog } from './log.ts';
import { type Service, type ServiceSetting, startService } from './service.ts';

const now = () => Temporal.Now.instant();

/** Where mails lie that are written as files, as the user may call it. */
export function outboxFolder(surroundings: Surroundings<'DATA_DIR'>): string {
  return calledFrom(surroundings, dataFiles(dataFolder(surroundings)).outbox);
}

/** A path as seen from the organisation's folder, if it lies in there. */
function calledFrom({ root }: Surroundings, path: string): string {
  const fromRoot = relative(root, path);
  return fromRoot.startsWith('..') || isAbsolute(fromRoot) ? path : fromRoot;
}

/** Starts the Abo service with what the site's build left in `folder`. */
export function runService(
  folder: string,
  surroundings: Surroundings<'DATA_DIR' | 'BACKUP_DIR' | ServiceSetting>,
): Promise<Service> {
  return startService({
    dataFolder: dataFolder(surroundings),
    databaseUrl: surroundings.settings.DATABASE_URL,
    machine: `${hostname()}/${process.pid}`,
    listFolder: listFolder(surroundings),
    siteFolder: folder,
    settings: surroundings.settings,
    now,
    sharedClock: (db) => engineOf(db).sharedClock(db),
    newId: surroundings.uuid,
    randomBytes,
    log: jsonLog(surroundings.print, now),
    tellOfMail: (file, link) => surroundings.print(commandWords.mailWritten(calledFrom(surroundings, file), link)),
  });
}
