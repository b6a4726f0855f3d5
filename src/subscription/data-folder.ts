/** The only file of the service that touches the disk, apart from the database itself. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { type ServiceFacts, serviceFactsSchema } from '../model/service-facts.ts';
import { serviceErrors } from '../words/subscription.ts';
import type { Frame } from './page.ts';
import { SettingError } from './settings.ts';
import { parseShell, plainShell, type Shell } from './shell.ts';

/** The files of a data folder, by their names. */
export function dataFiles(folder: string) {
  return {
    database: join(folder, 'abo.sqlite'),
    key: join(folder, 'abo.key'),
    outbox: join(folder, 'outbox'),
    serviceLock: join(folder, 'service.lock'),
    senderLock: join(folder, 'send.lock'),
  };
}

/** Makes the data folder, closed to others, where it is missing. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Makes the database's file where it is missing. SQLite itself would let everybody on the machine read a new one. */
export function makeDatabaseFile(folder: string): void {
  closeSync(openSync(dataFiles(folder).database, 'a', 0o600));
}

/**
 * The service's key: 32 bytes, made by `newKey` for a new database. Throws a SettingError when a database is there
 * without its key: a new one would forget who left.
 */
export function readKey(folder: string, newKey: () => Uint8Array): Uint8Array {
  const { database, key: file } = dataFiles(folder);
  if (!existsSync(file)) {
    if (existsSync(database)) throw new SettingError(serviceErrors.keyMissing(file));
    writeFileSync(file, `${Buffer.from(newKey()).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new SettingError(serviceErrors.keyBroken(file));
  return key;
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

const shellFile = 'shell.html';

/**
 * What the site's build left for the service in `folder`, read again when it changes. The last good state stays in
 * use while a build replaces the files. Throws a SettingError if there never was one.
 */
export function frameReader(folder: string): () => Frame {
  const factsFile = join(folder, 'facts.json');
  const changeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  let known: { changed: string; frame: Frame } | undefined;
  return () => {
    const factsChanged = changeOf(factsFile);
    const changed = `${factsChanged} ${changeOf(join(folder, shellFile))}`;
    if (known && (factsChanged === undefined || changed === known.changed)) return known.frame;
    if (factsChanged === undefined) throw new SettingError(serviceErrors.noFacts(factsFile));
    const facts = parseFacts(readFileSync(factsFile, 'utf8'));
    if (facts) known = { changed, frame: { facts, shell: readShell(folder, facts) } };
    if (!known) throw new SettingError(serviceErrors.brokenFacts(factsFile));
    return known.frame;
  };
}

/** Leaves facts and shell for the service, each whole. */
export function writeFrame(folder: string, facts: ServiceFacts, shellHtml: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileAtomic(join(folder, shellFile), shellHtml);
  writeFileAtomic(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

function parseFacts(text: string): ServiceFacts | undefined {
  try {
    return serviceFactsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readShell(folder: string, facts: ServiceFacts): Shell {
  const file = join(folder, shellFile);
  const shell = (existsSync(file) && parseShell(readFileSync(file, 'utf8'))) || parseShell(plainShell(facts));
  if (!shell) throw new Error('the plain shell has no slots');
  return shell;
}
