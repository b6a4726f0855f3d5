/** The files of the Abo's data: database, key, locks and outbox. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { UserError } from '../model/user-error.ts';
import { makeFolder } from '../settings/make-folder.ts';
import { serviceErrors } from '../words/service-errors.ts';
import { toMoment } from './moments.ts';
import type { Moment } from './schema.ts';

/** The files of a data folder, by their names. */
export function dataFiles(folder: string) {
  return {
    database: join(folder, 'abo.sqlite'),
    key: join(folder, 'abo.key'),
    outbox: join(folder, 'outbox'),
    serviceLock: join(folder, 'service.lock'),
    senderLock: join(folder, 'send.lock'),
    /** Where a backup waits until it is whole; left there by a restore that is killed. */
    restoring: join(folder, 'restore'),
  };
}

/** Makes the data folder, closed to others, where it is missing. */
export function makeDataFolder(folder: string): void {
  makeFolder(folder, 0o700);
}

/** Makes the database's file where it is missing. SQLite itself would let everybody on the machine read a new one. */
export function makeDatabaseFile(folder: string): void {
  closeSync(openSync(dataFiles(folder).database, 'a', 0o600));
}

/**
 * The service's key: 32 bytes, made by `newKey` for a new database. Throws a UserError when a database is there
 * without its key: a new one would forget who left.
 */
export function readKey(folder: string, hasDatabase: boolean, newKey: () => Uint8Array): Uint8Array {
  const { key: file } = dataFiles(folder);
  if (!existsSync(file)) {
    if (hasDatabase) throw new UserError(serviceErrors.keyMissing(file));
    writeFileSync(file, `${Buffer.from(newKey()).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new UserError(serviceErrors.keyBroken(file));
  return key;
}

/** Writes a key where there is none yet, whole or not at all. */
export function writeKey(file: string, content: Uint8Array): void {
  writeFileAtomic(file, Buffer.from(content), { mode: 0o600 });
}

/** How much room the disk of a folder has for this account. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Writes mails into the outbox of a data folder, each whole or not at all; gives the path of the file. */
export function outboxWriter(folder: string): (name: string, mail: Buffer) => string {
  const { outbox } = dataFiles(folder);
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  return (name, mail) => {
    const file = join(outbox, name);
    writeFileAtomic(file, mail, { mode: 0o600 });
    return file;
  };
}

/** A mail that became a file. */
export interface OutboxMail {
  /** When it was written. */
  changedAt: Moment;
  /** The whole message. */
  read: () => string;
}

/** Deletes the mails of the outbox that were written until a moment. */
export function removeMailsUntil(folder: string, until: Moment): void {
  removeMails(folder, ({ changedAt }) => changedAt <= until);
}

/** Deletes those mails of the outbox that are `gone`; returns how many there were. */
export function removeMails(folder: string, isGone: (mail: OutboxMail) => boolean): number {
  const { outbox } = dataFiles(folder);
  if (!existsSync(outbox)) return 0;
  const gone = readdirSync(outbox)
    .map((name) => join(outbox, name))
    .filter((file) => {
      const { mtime } = statSync(file);
      const changedAt = toMoment(Temporal.Instant.fromEpochMilliseconds(mtime.getTime()));
      return isGone({ changedAt, read: () => readFileSync(file, 'utf8') });
    });
  for (const file of gone) rmSync(file);
  return gone.length;
}
