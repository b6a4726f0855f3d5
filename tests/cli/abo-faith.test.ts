import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { bytesKept, databaseOf, loseData, placeOf } from '../postgres/new-database.ts';
import { bytesOf } from '../store/bytes-of.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { linkIn, type RunningService, runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import type { Outcome } from './command-line.ts';
import { inProcess } from './in-process.ts';

type Mails = Awaited<ReturnType<typeof mailServer>>;

const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };

/** A service whose list of leavers lies beside its backups, and the commands of its operator. */
async function place(start?: string, folder?: string) {
  const mails = await mailServer();
  const env = { SMTP_URL: mails.url };
  const service = await runningService({
    env,
    ...(start && { start }),
    ...(folder && { folder }),
    listIn: 'sicherungen',
  });
  return { mails, service };
}

/** Runs `npm run abo -- …` beside the running service, at a moment of 2025. */
const aboAt =
  ({ folder }: Pick<RunningService, 'folder'>, at: string) =>
  (...args: string[]): Promise<Outcome> =>
    inProcess(['abo', ...args], folder, { BACKUP_DIR: 'sicherungen' }, Temporal.Instant.from(at));

/** The mails that ask somebody to confirm; a welcome may come between them. */
const confirmations = ({ mails }: Mails) => mails.filter(({ text }) => text?.includes('/abo/bestaetigen/'));

async function subscribe(service: RunningService, mails: Mails, ...names: string[]): Promise<void> {
  for (const name of names) {
    const count = confirmations(mails).length + 1;
    await service.signUp(`${name}@rathaus.example`);
    await until(() => confirmations(mails).length === count);
    expect((await service.post(linkIn(confirmations(mails).at(-1)?.text), {})).status).toBe(200);
  }
}

/** The tokens that the next issue would hold, by name; and who gets it. */
async function tokens({ folder }: Pick<RunningService, 'folder'>): Promise<Record<string, string>> {
  const { db, secret } = await openData(await placeOf(folder), randomBytes);
  const rows = await db.selectFrom('subscriber').select(['id', 'email']).where('status', '=', 'active').execute();
  await db.destroy();
  return Object.fromEntries(rows.map(({ id, email }) => [email.split('@')[0], secret.unsubscribeToken(id)]).sort());
}

/** Another program that reads in the database until it is closed. */
async function readingProgram({ folder, dataFolder }: RunningService): Promise<() => unknown> {
  const reading = 'begin; select count(*) from consent';
  const { DATABASE_URL: url } = await databaseOf(folder);
  if (url === undefined) {
    const file = new DatabaseSync(join(dataFolder, 'abo.sqlite'));
    file.exec(reading);
    return () => file.close();
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(reading);
  return () => client.end();
}

const click = (service: RunningService, token = '') => fetch(`${service.origin}/abo/abmelden/${token}/`, oneClick);

test('what is erased, purged or used is in no byte of any file, while the service runs', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'carla', 'dora', 'erika');
  await service.signUp('offen@rathaus.example');
  await until(() => confirmations(mails).length === 4);
  const links = await tokens(service);
  for (const token of Object.values(links)) expect(await bytesKept(service.folder, 'data')).not.toContain(token);
  for (const { text } of confirmations(mails)) {
    const token = linkIn(text).split('/')[3] ?? '';
    expect(token).toHaveLength(43);
    expect(await bytesKept(service.folder)).not.toContain(token);
  }

  expect(await bytesKept(service.folder, 'data')).toMatch(/carla@rathaus\.example/);
  await aboAt(service, '2025-09-01T10:00:00Z')('erase', 'carla@rathaus.example', '--with-proof');
  expect(await bytesKept(service.folder)).not.toMatch(/carla@rathaus/i);
  expect((await click(service, links.dora)).status).toBe(200);
  expect(await bytesKept(service.folder)).not.toContain(links.dora);

  expect(await bytesKept(service.folder, 'data')).toMatch(/offen@rathaus\.example/);
  await aboAt(service, '2025-09-08T08:00:00Z')('purge');
  expect(await bytesKept(service.folder)).not.toMatch(/offen@rathaus/i);
  expect(Object.keys(await tokens(service))).toEqual(['erika']);
});

test('after the loss of the database a backup brings nobody back, and every link that was sent works', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'carla', 'dora', 'erika', 'paul');
  expect((await aboAt(service, '2025-09-01T08:10:00Z')('backup')).out).toContain('Geprüft: 4 Abonnements, 4 Nachweise');
  service.pass({ minutes: 30 });
  const links = await tokens(service);
  await subscribe(service, mails, 'nora');
  const { nora } = await tokens(service);
  await aboAt(service, '2025-09-01T08:31:00Z')('erase', 'carla@rathaus.example', '--with-proof');
  await click(service, links.dora);
  await service.stop();
  await loseData(service.folder);

  const [backup = ''] = readdirSync(join(service.folder, 'sicherungen')).filter((name) => name.startsWith('2025'));
  const abo = aboAt(service, '2025-09-02T08:00:00Z');
  const { out, code } = await abo('restore', `sicherungen/${backup}`);
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('Seit der Sicherung: 2 Abmeldungen und 1 gelöschter Nachweis nachgetragen.'),
  ]);
  expect(await bytesKept(service.folder, 'data')).not.toMatch(/carla@rathaus/i);
  expect(await tokens(service)).toEqual({ erika: links.erika, paul: links.paul });
  expect((await abo('show', 'dora@rathaus.example')).out).toMatch(
    /Widerrufen: .*\(2025-09-01T08:30:00Z\)\n {2}Weg des Widerrufs: mit einem Klick im Mailprogramm/,
  );

  const { service: again } = await place('2025-09-02T09:00:00Z', service.folder);
  expect((await again.get(`/abo/abmelden/${links.erika}/`)).status).toBe(200);
  // Her proof is lost, so she gets nothing; her link says so and keeps lists from bringing her back.
  expect((await click(again, nora)).status).toBe(200);
  expect((await click(again, links.paul)).status).toBe(200);
  expect(Object.keys(await tokens(again))).toEqual(['erika']);
});

test('with the old data still readable their list brings back who came since, with their links', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'carla', 'dora', 'erika');
  await aboAt(service, '2025-09-01T08:10:00Z')('backup', 'aelter/eins');
  service.pass({ minutes: 30 });
  await subscribe(service, mails, 'nora', 'otto');
  const links = await tokens(service);
  await click(service, links.dora);
  const later = aboAt(service, '2025-09-01T09:00:00Z');
  await later('erase', 'carla@rathaus.example', '--with-proof');
  await later('export', 'neuer.csv');
  await service.stop();
  await loseData(service.folder);
  rmSync(join(service.folder, 'sicherungen'), { recursive: true });

  const abo = aboAt(service, '2025-09-02T08:00:00Z');
  expect((await abo('restore', 'aelter/eins')).out).toContain(
    'Eine Liste der Abmeldungen (leavers.jsonl) lag nicht dabei',
  );
  const { service: again } = await place('2025-09-02T09:00:00Z', service.folder);
  // Otto leaves before his subscription is known again: it must not come back.
  expect((await click(again, links.otto)).status).toBe(200);
  const { out } = await abo('import', 'neuer.csv');
  expect(out).toContain('! otto@rathaus.example  hat sich abgemeldet und bleibt abgemeldet');
  expect(await tokens(again)).toEqual({ erika: links.erika, nora: links.nora });
  expect((await abo('show', 'dora@rathaus.example')).out).toMatch(
    /\(2025-09-01T08:30:00Z\)\n {2}Weg des Widerrufs: mit einem Klick im Mailprogramm/,
  );
  await abo('purge');
  expect((await abo('show', 'carla@rathaus.example')).out).not.toContain('Nachweis');
  expect((await click(again, links.nora)).status).toBe(200);
  expect(Object.keys(await tokens(again))).toEqual(['erika']);
});

test('on another machine with another key the links in older mails work after an import too', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'erika');
  const { erika } = await tokens(service);
  await aboAt(service, '2025-09-01T09:00:00Z')('export', 'liste.csv');
  await service.stop();
  await loseData(service.folder);
  rmSync(join(service.folder, 'sicherungen'), { recursive: true, force: true });

  await aboAt(service, '2025-09-02T08:00:00Z')('import', 'liste.csv');
  const { service: moved } = await place('2025-09-02T09:00:00Z', service.folder);
  expect((await tokens(moved)).erika).not.toBe(erika);
  expect((await moved.get(`/abo/abmelden/${erika}/`)).status).toBe(200);
  expect((await click(moved, erika)).status).toBe(200);
  expect(await tokens(moved)).toEqual({});
});

test('whoever came back after leaving stays when a backup is put back', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'erika');
  await click(service, (await tokens(service)).erika);
  service.pass({ hours: 2 });
  await subscribe(service, mails, 'erika');
  await aboAt(service, '2025-09-01T11:00:00Z')('backup', 'sicherungen/eins');
  await service.stop();
  await loseData(service.folder);
  const { out } = await aboAt(service, '2025-09-02T08:00:00Z')('restore', 'sicherungen/eins');
  expect(out).toContain('0 Abmeldungen und 0 gelöschte Nachweise nachgetragen');
  expect(Object.keys(await tokens(service))).toEqual(['erika']);
});

test('addresses leave the outbox with their person, and with time', async () => {
  const service = await runningService();
  await service.signUp('Carla@rathaus.example');
  await service.signUp('dora@rathaus.example');
  await expect.poll(() => service.mailFiles.length).toBe(2);
  const { out } = await aboAt(service, '2025-09-01T10:00:00Z')('erase', 'carla@rathaus.example');
  expect(out).toContain('Gelöscht: 1 E-Mail-Datei in data/outbox/.');
  expect(await bytesKept(service.folder)).not.toMatch(/carla@rathaus/i);
  expect(bytesOf(join(service.dataFolder, 'outbox'))).toContain('dora@rathaus.example');
  const [left = ''] = readdirSync(join(service.dataFolder, 'outbox'));
  const written = new Date('2025-09-01T08:00:00Z');
  utimesSync(join(service.dataFolder, 'outbox', left), written, written);
  await aboAt(service, '2025-09-08T08:00:00Z')('purge');
  expect(await bytesKept(service.folder)).not.toMatch(/dora@rathaus/i);
});

test('an address that another program keeps in the files is told to whoever erases it', async () => {
  const { mails, service } = await place();
  await subscribe(service, mails, 'carla');
  const close = await readingProgram(service);
  const abo = aboAt(service, '2025-09-01T10:00:00Z');
  const { out } = await abo('erase', 'carla@rathaus.example', '--with-proof');
  expect(out).toMatch(
    /Ein anderes Programm liest gerade in der Datenbank|ist noch etwas offen, das vor dem Löschen begann/,
  );
  await close();
  await abo('purge');
  expect(await bytesKept(service.folder)).not.toMatch(/carla@rathaus/i);
}, 60_000);
