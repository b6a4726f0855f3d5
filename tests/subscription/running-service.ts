import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { listen, type Timeouts } from '../../src/delivery/listen.ts';
import type { ServiceFacts } from '../../src/model/service-facts.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { makeDataFolder } from '../../src/store/data-folder.ts';
import type { LogFacts } from '../../src/subscription/log.ts';
import { type ServiceSurroundings, serviceSettings, startService } from '../../src/subscription/service.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { identified, wordingHash } from '../../src/views/abo/subscription-form.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { temporaryFolder } from '../store/sample-database.ts';

const siteUrl = 'https://blatt.example';
const consentText = 'Ich möchte das „Blatt“ per E-Mail erhalten.';

/** What a build of the site leaves for the service. */
export function facts(changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    siteUrl,
    aboUrl: 'https://abo.blatt.example',
    title: 'Blatt',
    publishers: [{ name: 'Zweckverband Müster' }],
    sender: { name: 'Zweckverband Müster', address: 'blatt@blatt.example' },
    editors: { name: 'Redaktion', address: 'redaktion@blatt.example' },
    theme: 'kurrende',
    form: identified({
      list: 'Blatt',
      consentText,
      consentSha256: wordingHash(consentText),
      formUrl: `${siteUrl}/abo/`,
      privacyVersion: '2025-08-01',
      siteCommit: 'abc123',
    }),
    periods: { confirmWithinHours: 72, unconfirmedKeptDays: 7, proofKeptYears: 3 },
    ...changes,
  };
}

interface Options {
  env?: Record<string, string>;
  /** Folder of an earlier service, to start it again. */
  folder?: string;
  timeouts?: Timeouts;
  shell?: string;
  facts?: ServiceFacts;
  /** Folder of the list of leavers, if it isn't kept with the data. */
  listIn?: string;
  /** Where the clock starts. */
  start?: string;
  /** The clock of the database's server, which is the machine's own and none of the service's here, unless told. */
  sharedClock?: ServiceSurroundings['sharedClock'];
  /** A database that isn't the folder's own; null for a file of SQLite in any case. */
  databaseUrl?: string | null | undefined;
}

export interface RunningService {
  origin: string;
  folder: string;
  dataFolder: string;
  log: { event: string; facts: LogFacts }[];
  /** Mails that became files, and where their links lead. */
  mailFiles: { file: string; link: string | undefined }[];
  /** Moves the service's clock. */
  pass: (duration: Temporal.DurationLike) => void;
  /** Leaves other facts, as a later build does. */
  build: (changed: ServiceFacts) => void;
  /** Posts a form from the site, unless told another origin. */
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  /** Sends the form with an address. */
  signUp: (email: string, headers?: Record<string, string>) => Promise<Response>;
  get: (path: string) => Promise<Response>;
  stop: () => Promise<void>;
}

/** The service on loopback, with its data in a folder; its clock starts on 1 September 2025, 10:00 in Berlin. */
export async function runningService({
  env = {},
  folder = temporaryFolder(),
  timeouts,
  shell,
  start,
  listIn = 'data',
  facts: known = facts(),
  databaseUrl,
  sharedClock = async () => undefined,
}: Options = {}): Promise<RunningService> {
  const dataFolder = join(folder, 'data');
  const siteFolder = join(folder, 'server', 'abo');
  makeDataFolder(dataFolder);
  writeFrame(siteFolder, known, shell ?? '');
  let now = Temporal.Instant.from(start ?? '2025-09-01T08:00:00Z');
  const log: RunningService['log'] = [];
  const mailFiles: RunningService['mailFiles'] = [];
  const service = await startService({
    dataFolder,
    databaseUrl: databaseUrl === null ? undefined : (databaseUrl ?? (await databaseOf(folder)).DATABASE_URL),
    machine: 'test/1',
    listFolder: join(folder, listIn),
    siteFolder,
    // What a setting names as a file is given as its text.
    settings: readSettings(serviceSettings, { ABO_TRUSTED_PROXIES: '127.0.0.1', ...env }, String),
    now: () => now,
    sharedClock,
    newId: randomUUID,
    randomBytes,
    log: (event, noted = {}) => log.push({ event, facts: noted }),
    tellOfMail: (file, link) => mailFiles.push({ file, link }),
  });
  const server = await listen(service.listener, '127.0.0.1', 0, timeouts);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let isRunning = true;
  const stop = async () => {
    if (!isRunning) return;
    isRunning = false;
    server.closeAllConnections();
    server.close();
    await service.stop();
  };
  onTestFinished(stop);
  const post: RunningService['post'] = (path, fields, headers = {}) =>
    fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: siteUrl, ...headers },
      redirect: 'manual',
    });
  return {
    origin,
    folder,
    dataFolder,
    log,
    mailFiles,
    pass: (duration) => {
      now = now.add(duration);
    },
    build(changed) {
      writeFrame(siteFolder, changed, shell ?? '');
      // As one that came a minute later, so that the files have other times than before.
      const later = Date.now() / 1000 + 60;
      for (const name of readdirSync(siteFolder)) utimesSync(join(siteFolder, name), later, later);
    },
    post,
    signUp: (email, headers) => post('/abo/anmelden/', { email, homepage: '', form: facts().form.id }, headers),
    get: (path) => fetch(origin + path, { redirect: 'manual' }),
    stop,
  };
}

/** The path of the link in a mail that leads to the service. */
export function linkIn(text: string | undefined): string {
  const [, path] = /https:\/\/abo\.blatt\.example(\/abo\/\S+)/.exec(text ?? '') ?? [];
  if (!path) throw new Error(`no link in: ${text}`);
  return path;
}
