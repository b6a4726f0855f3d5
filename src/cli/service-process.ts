import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { ServiceFacts } from '../model/service-facts.ts';
import { frameReader } from '../subscription/data-folder.ts';
import { jsonLog } from '../subscription/log.ts';
import { type Data, openData, type Service, startService } from '../subscription/service.ts';
import { readSettings, SettingError, type Settings } from '../subscription/settings.ts';
import { CommandError, type Surroundings } from './command.ts';

const now = () => Temporal.Now.instant();

/** Where the Abo keeps its data: `DATA_DIR`, else `data/` in the organisation's folder. */
export function dataFolder({ root, env }: Surroundings): string {
  return env.DATA_DIR ? resolve(root, env.DATA_DIR) : join(root, 'data');
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
    });
    return { service, settings };
  });
}

/** Opens the Abo's data for a command, and closes them when it is done. */
export function withData<Result>(
  surroundings: Surroundings,
  work: (data: Data & { periods: () => ServiceFacts['periods'] }) => Promise<Result>,
): Promise<Result> {
  return tellingMistakes(async () => {
    const data = await openData(dataFolder(surroundings), randomBytes);
    const periods = () => frameReader(siteFolder(surroundings))().facts.periods;
    try {
      return await work({ ...data, periods });
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
