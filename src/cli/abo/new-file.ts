import { existsSync } from 'node:fs';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { UserError } from '../../model/user-error.ts';
import { aboErrors } from '../../words/abo-commands.ts';

/** Writes a file that nobody else on the machine may read, whole or not at all. One that is there stays as it is. */
export function writeNewFile(file: string, content: string | Uint8Array): void {
  if (existsSync(file)) throw new UserError(aboErrors.fileExists(file));
  try {
    writeFileAtomic(file, typeof content === 'string' ? content : Buffer.from(content), { mode: 0o600 });
  } catch {
    throw new UserError(aboErrors.notWritable(file));
  }
}
