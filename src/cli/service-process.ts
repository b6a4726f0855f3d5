import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { jsonLog } from '../subscription/log.ts';
import { type Data, openData, type Service, startService } from '../subscription/service.ts';
import { readSettings, SettingError, type Settings } from '../subscription/settings.ts';
import { CommandError, type Surroundings } from './command.ts';

const now = () => Temporal.Now.instant();

/** Where the Abo keeps its data: `DATA_DIR`, else `data/` in the organisation's folder. */
export function dataFolder({ root, env }: Surroundings): string {
  return env.DATA_DIR ? resolve(root, env.DATA_DIR) : join(root, 'data');
}

/** Starts the Abo service with what the site's build left in `siteFolder`; a wrong setting is a CommandError. */
export function runService(
  siteFolder: string,
  surroundings: Surroundings,
): Promise<{ service: Service; settings: Settings }> {
  return withSettings(surroundings, async (settings) => {
    const service = await startService({
      dataFolder: dataFolder(surroundings),
      siteFolder,
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
  work: (data: Data & { settings: Settings }) => Promise<Result>,
): Promise<Result> {
  return withSettings(surroundings, async (settings) => {
    const data = await openData(dataFolder(surroundings), randomBytes);
    try {
      return await work({ ...data, settings });
    } finally {
      await data.db.destroy();
    }
  });
}

async function withSettings<Result>(
  { env }: Surroundings,
  work: (settings: Settings) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(readSettings(env));
  } catch (error) {
    throw error instanceof SettingError ? new CommandError(error.message) : error;
  }
}
