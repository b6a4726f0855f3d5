import { randomBytes } from 'node:crypto';
import { isAbsolute, relative } from 'node:path';
import { readSettings, type Settings } from '../settings/service-settings.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { dataFiles } from '../store/data-folder.ts';
import { dataFolder } from '../store/open-data.ts';
import { commandWords } from '../words/commands.ts';
import { jsonLog } from './log.ts';
import { type Service, startService } from './service.ts';

const now = () => Temporal.Now.instant();

/** Where mails lie that are written as files, as the user may call it. */
export function outboxFolder(surroundings: Surroundings): string {
  return calledFrom(surroundings, dataFiles(dataFolder(surroundings)).outbox);
}

/** A path as seen from the organisation's folder, if it lies in there. */
function calledFrom({ root }: Surroundings, path: string): string {
  const fromRoot = relative(root, path);
  return fromRoot.startsWith('..') || isAbsolute(fromRoot) ? path : fromRoot;
}

/** Starts the Abo service with what the site's build left in `folder`; a wrong setting is a UserError. */
export async function runService(
  folder: string,
  surroundings: Surroundings,
): Promise<{ service: Service; settings: Settings }> {
  const settings = readSettings(surroundings.env);
  const service = await startService({
    dataFolder: dataFolder(surroundings),
    siteFolder: folder,
    settings,
    now,
    newId: surroundings.uuid,
    randomBytes,
    log: jsonLog(surroundings.print, now),
    tellOfMail: (file, link) => surroundings.print(commandWords.mailWritten(calledFrom(surroundings, file), link)),
  });
  return { service, settings };
}
