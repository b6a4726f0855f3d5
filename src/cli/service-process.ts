import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ServiceFacts } from '../model/service-facts.ts';
import { dataFiles, frameReader } from '../subscription/data-folder.ts';
import { sqliteProblem } from '../subscription/database.ts';
import { jsonLog } from '../subscription/log.ts';
import { type Data, openData, type Service, startService } from '../subscription/service.ts';
import { readSettings, SettingError, type Settings } from '../subscription/settings.ts';
import { commandWords } from '../words/commands.ts';
import { serviceErrors } from '../words/subscription.ts';
import { CommandError, type Surroundings } from './command.ts';

const now = () => Temporal.Now.instant();

/** Where the Abo keeps its data: `DATA_DIR`, else `data/` in the organisation's folder. */
export function dataFolder({ root, env }: Surroundings): string {
  return env.DATA_DIR ? resolve(root, env.DATA_DIR) : join(root, 'data');
}

/** Where mails lie that are written as files, as the user may call it. */
export function outboxFolder(surroundings: Surroundings): string {
  return calledFrom(surroundings, dataFiles(dataFolder(surroundings)).outbox);
}

/** A path as seen from the organisation's folder, if it lies in there. */
function calledFrom({ root }: Surroundings, path: string): string {
  const fromRoot = relative(root, path);
  return fromRoot.startsWith('..') || isAbsolute(fromRoot) ? path : fromRoot;
}

/** Where a build leaves what the Abo has to know of the site: `ABO_SITE`, else `server/abo/`. */
export function siteFolder({ root, env }: Surroundings): string {
  return env.ABO_SITE ? resolve(root, env.ABO_SITE) : join(root, 'server', 'abo');
}

/** Starts the Abo service with what the site's build left in `folder`; a wrong setting is a CommandError. */
export function runService(
  folder: string,
  surroundings: Surroundings,
): Promise<{ service: Service; settings: Settings }> {
  return tellingMistakes(async () => {
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
  });
}

/**
 * Opens the Abo's data for a command, and closes them when it is done. What keeps them from being used is a CommandError,
 * also in the middle of the work. Data that aren't there are made only where the command says so: whoever looks in the
 * wrong folder must not be told that nothing is kept.
 */
export function withData<Result>(
  surroundings: Surroundings,
  work: (data: Data & { periods: () => ServiceFacts['periods'] }) => Promise<Result>,
  { mayBeNew = false } = {},
): Promise<Result> {
  return tellingMistakes(async () => {
    const folder = dataFolder(surroundings);
    if (!mayBeNew && !existsSync(dataFiles(folder).database)) throw new SettingError(serviceErrors.noData(folder));
    const data = await openData(folder, randomBytes);
    const periods = () => frameReader(siteFolder(surroundings))().facts.periods;
    try {
      return await work({ ...data, periods });
    } catch (error) {
      const problem = sqliteProblem(error);
      throw problem ? new SettingError(serviceErrors.database[problem](dataFiles(folder).database)) : error;
    } finally {
      await data.db.destroy();
    }
  });
}

async function tellingMistakes<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SettingError ? new CommandError(error.message) : error;
  }
}
