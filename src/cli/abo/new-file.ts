import { existsSync, writeFileSync } from 'node:fs';
import { aboErrors } from '../../words/abo-commands.ts';
import { CommandError } from '../command.ts';

/** Writes a file that nobody else on the machine may read. One that is there stays as it is. */
export function writeNewFile(file: string, content: string | Uint8Array): void {
  if (existsSync(file)) throw new CommandError(aboErrors.fileExists(file));
  writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
}
