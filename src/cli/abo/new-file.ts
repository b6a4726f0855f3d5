import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
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

/** The same for one that is made bit by bit: it gets its name when it is whole. */
export async function writeLongFile(file: string, content: AsyncIterable<string>): Promise<void> {
  if (existsSync(file)) throw new UserError(aboErrors.fileExists(file));
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await pipeline(content, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
    renameSync(unfinished, file);
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    // What the database says of itself is told by whoever opened it.
    throw syscall === undefined ? error : new UserError(aboErrors.notWritable(file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}
