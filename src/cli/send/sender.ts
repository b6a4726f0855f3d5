import { dataFiles } from '../../subscription/data-folder.ts';
import { takeLock } from '../../subscription/process-lock.ts';
import type { Database } from '../../subscription/schema.ts';
import { sendingErrors } from '../../words/sending.ts';
import { CommandError, type Surroundings } from '../command.ts';
import { dataFolder, withData } from '../service-process.ts';

/** Opens the Abo's data as their only sender; a CommandError if another process is it. */
export function asOnlySender<Result>(
  surroundings: Surroundings,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return withData(surroundings, async ({ db }) => {
    const release = takeLock(dataFiles(dataFolder(surroundings)).senderLock);
    if (!release) throw new CommandError(sendingErrors.running);
    try {
      return await work(db);
    } finally {
      release();
    }
  });
}
