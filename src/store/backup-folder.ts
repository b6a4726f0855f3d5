/** Backups as folders: database and key, encrypted or not, and what is known of them without opening them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { makeFolder } from '../settings/make-folder.ts';
import { backupErrors } from '../words/backup.ts';
import { backUpDatabase, checkCopy, type DatabaseCounts } from './backup.ts';
import { decrypt, encrypt } from './backup-encryption.ts';
import { dataFiles } from './data-folder.ts';
import { engineOf } from './engine/engine.ts';
import { toMoment } from './moments.ts';
import type { Database, Moment } from './schema.ts';

const manifestSchema = z.object({
  madeAt: z.iso.datetime(),
  subscribers: z.int(),
  proofs: z.int(),
  leavers: z.int(),
  /** SHA-256 of each file by its name. */
  files: z.record(z.string(), z.string()),
});

/** What a backup holds; written last, so that a backup with it is whole. */
export type BackupManifest = z.output<typeof manifestSchema>;

const manifestFile = (folder: string) => join(folder, 'backup.json');
const encrypted = (file: string) => `${file}.age`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const privately = { mode: 0o600 };

/**
 * Backs up a database, and its key in a data folder, into `folder`, which must not have a backup yet. The copy is opened, checked
 * and counted, and what was written is read back. With a `recipient` only encrypted files get there. Throws a UserError for
 * what is wrong; nothing half is left then.
 */
export async function writeBackup(
  db: Database,
  dataFolder: string,
  folder: string,
  { now, recipient }: { now: Moment; recipient: string | undefined },
): Promise<BackupManifest> {
  const from = dataFiles(dataFolder);
  const to = dataFiles(folder);
  const ends = [to.database, to.key, encrypted(to.database), encrypted(to.key), manifestFile(folder)];
  for (const file of ends) if (existsSync(file)) throw new UserError(backupErrors.fileExists(file));
  makeFolder(folder, 0o700);
  // Unencrypted it lies nowhere but beside the original.
  const copy = recipient === undefined ? to.database : join(dataFolder, `backup-${process.pid}.sqlite`);
  try {
    writeFileAtomic(copy, '', privately);
    await backUpDatabase(db, copy);
    const counts = checkCopy(copy);
    if (!counts) throw new UserError(backupErrors.broken(engineOf(db).place));
    const files = new Map([
      [to.database, readFileSync(copy)],
      [to.key, readFileSync(from.key)],
    ]);
    const sums: Record<string, string> = {};
    for (const [file, bytes] of files) {
      const [path, content] = recipient ? [encrypted(file), await encrypt(bytes, recipient)] : [file, bytes];
      if (path !== copy) writeFileAtomic(path, Buffer.from(content), privately);
      if (sha256(readFileSync(path)) !== sha256(content)) throw new UserError(backupErrors.broken(path));
      sums[nameOf(path)] = sha256(content);
    }
    const manifest: BackupManifest = { madeAt: now, ...counts, files: sums };
    writeFileAtomic(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, privately);
    return manifest;
  } catch (error) {
    for (const file of ends) rmSync(file, { force: true });
    throw error;
  } finally {
    if (copy !== to.database) rmSync(copy, { force: true });
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What a backup says of itself; undefined for one from before that was written down, and for any other folder. */
function readManifest(folder: string): BackupManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifestFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Database and key of a backup as they were. */
export interface BackupContent {
  database: Uint8Array;
  key: Uint8Array;
  /** When it was made; older backups don't say. */
  madeAt: Moment | undefined;
}

/**
 * Reads a backup; `keyFile` decrypts one that is encrypted. Throws a UserError if it isn't whole, was changed, or the key
 * doesn't fit.
 */
export async function readBackup(folder: string, keyFile: string | undefined): Promise<BackupContent> {
  const plain = dataFiles(folder);
  const isEncrypted = existsSync(encrypted(plain.database));
  const paths = [plain.database, plain.key].map((file) => (isEncrypted ? encrypted(file) : file));
  const manifest = readManifest(folder);
  const read = async (path = '') => {
    if (!existsSync(path)) throw new UserError(backupErrors.notABackup(folder));
    const bytes = readFileSync(path);
    const expected = manifest?.files[nameOf(path)];
    if (expected !== undefined && expected !== sha256(bytes)) throw new UserError(backupErrors.changed(path));
    if (!isEncrypted) return bytes;
    if (keyFile === undefined) throw new UserError(backupErrors.encrypted(folder));
    const opened = await decrypt(bytes, keyFile);
    if (!opened) throw new UserError(backupErrors.wrongIdentity(path));
    return opened;
  };
  return { database: await read(paths[0]), key: await read(paths[1]), madeAt: manifest?.madeAt };
}

/** A backup among others. */
export interface Backup {
  folder: string;
  madeAt: Moment;
  /** Whether it was whole when it was made; older programs didn't look. */
  counts: DatabaseCounts | undefined;
}

/** The backups in a folder, the newest first. */
export function backupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }): Backup[] => {
      const path = join(folder, name);
      const manifest = readManifest(path);
      if (manifest) return [{ folder: path, madeAt: manifest.madeAt, counts: manifest }];
      const { database, key } = dataFiles(path);
      if (!existsSync(database) || !existsSync(key)) return [];
      const madeAt = toMoment(Temporal.Instant.fromEpochMilliseconds(statSync(database).mtime.getTime()));
      return [{ folder: path, madeAt, counts: undefined }];
    })
    .sort((one, other) => (one.madeAt > other.madeAt ? -1 : 1));
}

/**
 * Deletes the backups in a folder that were made before a moment; called only after a newer one was checked. The newest
 * stays in any case. Returns how many went.
 */
export function removeOldBackups(folder: string, before: Moment): number {
  const [, ...others] = backupsIn(folder);
  const old = others.filter(({ madeAt }) => madeAt < before);
  for (const backup of old) rmSync(backup.folder, { recursive: true });
  return old.length;
}
