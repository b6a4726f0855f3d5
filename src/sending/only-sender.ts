import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { dataFiles } from '../store/data-folder.ts';
import { dataFolder, withData } from '../store/open-data.ts';
import { takeLock } from '../store/process-lock.ts';
import type { Database } from '../store/schema.ts';
import type { Secret } from '../store/secret.ts';
import { sendingErrors } from '../words/sending.ts';

/** Opens the Abo's data as their only sender; a UserError if another process is it. */
export function asOnlySender<Result>(
  surroundings: Surroundings<'DATA_DIR'>,
  work: (db: Database, secret: Secret) => Promise<Result>,
): Promise<Result> {
  return withData(surroundings, async ({ db, secret }) => {
    const release = takeLock(dataFiles(dataFolder(surroundings)).senderLock);
    if (!release) throw new UserError(sendingErrors.running);
    try {
      return await work(db, secret);
    } finally {
      release();
    }
  });
}
