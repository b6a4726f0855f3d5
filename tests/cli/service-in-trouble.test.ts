import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { dataFiles } from '../../src/store/data-folder.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { facts, type RunningService, runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { inProcess } from './in-process.ts';
import { canMount, onReadOnlyDisk, serviceOnDisk } from './service-on-disk.ts';

const form = (email: string) => new URLSearchParams({ email, homepage: '', form: facts().form.id });

/** What monitoring and a reader see: status and troubles, status and heading. */
async function seen(origin: string, email: string): Promise<string[]> {
  const health = await fetch(`${origin}/abo/health`);
  const { troubles } = (await health.json()) as { troubles: { kind: string; cause?: string }[] };
  const answer = await fetch(`${origin}/abo/anmelden/`, {
    method: 'POST',
    body: form(email),
    headers: { Origin: facts().siteUrl },
  });
  const [, heading = ''] = /<h1>([^<]*)/.exec(await answer.text()) ?? [];
  const told = troubles.map(({ kind, cause }) => (cause ? `${kind}: ${cause}` : kind)).join(', ');
  return [`health ${health.status} ${told}`.trim(), `reader ${answer.status} ${heading}`];
}

const causes = (log: { event: string; cause?: unknown }[]) =>
  log
    .flatMap(({ event, cause }) => (cause ? `${event}: ${cause}` : []))
    .filter((text, at, all) => all.indexOf(text) === at);

const loggedBy = ({ log }: RunningService) => causes(log.map((entry) => ({ event: entry.event, ...entry.facts })));

const well = ['health 200', 'reader 200 Bitte sehen Sie in Ihr Postfach'];

test.skipIf(!canMount)(
  'a disk that is full is told, and the service goes on when it has room again',
  async () => {
    const folder = temporaryFolder();
    writeFrame(join(folder, 'server', 'abo'), facts(), '');
    const mails = await mailServer();
    const service = await serviceOnDisk(folder, mails.url);
    expect(await seen(service.origin, 'a@rathaus.example')).toEqual(well);
    await mails.received(1);

    await service.shell('dd if=/dev/zero of=$DATA/voll bs=1k 2>/dev/null');
    expect(await seen(service.origin, 'b@rathaus.example')).toEqual([
      'health 503 store: full',
      'reader 503 Das hat nicht geklappt',
    ]);
    expect(causes(service.log())).toEqual(['request-failed: disk-full']);
    await service.shell('rm $DATA/voll');
    expect(await seen(service.origin, 'c@rathaus.example')).toEqual(well);
    await mails.received(2);

    expect(JSON.stringify(service.log())).not.toContain('rathaus');
  },
  60_000,
);

test.skipIf(!canMount)('a disk that may only be read is told in a sentence at the start', async () => {
  const { folder, dataFolder, stop } = await runningService();
  await stop();
  expect(onReadOnlyDisk(dataFolder, ['service', '--outbox'], folder)).toEqual({
    code: 75,
    err: expect.stringMatching(/abo\.sqlite lässt sich nur lesen\. Ist die Platte nur zum Lesen eingehängt/),
  });
});

test('a database that another program has locked is told', async () => {
  const mails = await mailServer();
  const service = await runningService({ env: { SMTP_URL: mails.url } });
  const other = new DatabaseSync(dataFiles(service.dataFolder).database);
  onTestFinished(() => other.close());
  other.exec('begin immediate');
  expect(await seen(service.origin, 'a@rathaus.example')).toEqual([
    'health 503 store: busy',
    'reader 503 Das hat nicht geklappt',
  ]);
  expect(loggedBy(service)).toEqual(['request-failed: database-locked']);
  other.exec('rollback');
  expect(await seen(service.origin, 'a@rathaus.example')).toEqual(well);
}, 30_000);

test('a mail server that is gone is told with the cause; readers are served', async () => {
  const service = await runningService({ env: { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` } });
  await seen(service.origin, 'a@rathaus.example');
  await until(() => service.log.some(({ event }) => event === 'mail-server-away'));
  expect(await seen(service.origin, 'b@rathaus.example')).toEqual(['health 503 mail-server: refused', well[1]]);
  expect(loggedBy(service)).toEqual(['mail-server-away: refused']);
});

test('a clock that goes 400 days ahead is told; when it is back, networks and mails are free', async () => {
  const mails = await mailServer();
  const env = { SMTP_URL: mails.url, ABO_LIMIT_PREFIX: '2' };
  const service = await runningService({ env });
  expect(await seen(service.origin, 'a@rathaus.example')).toEqual(well);
  await mails.received(1);
  service.pass({ hours: 24 * 400 });
  expect(await seen(service.origin, 'b@rathaus.example')).toEqual(['health 503 clock', well[1]]);
  await mails.received(2);
  mails.refuseWith(451);
  await seen(service.origin, 'c@rathaus.example');
  await until(() => service.log.some(({ event }) => event === 'mail-failed'));
  mails.refuseWith(0);

  service.pass({ hours: -24 * 400 + 2 });
  expect(await seen(service.origin, 'd@rathaus.example')).toEqual(well);
  // The one that was put off until the wrong year, and the new one.
  await mails.received(4);
  expect(mails.to('c@rathaus.example')).toBeDefined();
});

test('a start by such a clock deletes nothing', async () => {
  const first = await runningService();
  await first.signUp('a@rathaus.example');
  await first.stop();
  const ahead = await runningService({ folder: first.folder, start: '2029-09-01T08:00:00Z' });
  expect(ahead.log).toContainEqual({ event: 'clock-jumped', facts: { known: '2025-09-01T08:00:00Z' } });
  await ahead.stop();
  const { out } = await inProcess(['abo', 'stats'], first.folder, {}, Temporal.Instant.from('2025-09-01T09:00:00Z'));
  expect(out).toMatch(/Unbestätigte Anmeldungen +1\n/);
  const late = ['abo', 'purge'];
  const refused = await inProcess(late, first.folder, {}, Temporal.Instant.from('2029-09-01T08:00:00Z'));
  expect([refused.code, refused.err]).toEqual([
    1,
    'Die Uhr dieses Rechners weicht mehr als 30 Tage vom letzten sicheren Zeitpunkt ab (1. September 2025, 10:00:00 Uhr). Es wurde nichts gelöscht. Stellen Sie die Uhr; stimmt sie, rufen Sie auf: npm run abo -- purge --clock-is-right\n',
  ]);
});

test('a key without its database starts no empty list', async () => {
  const { folder, dataFolder, stop } = await runningService();
  await stop();
  const { database, key } = dataFiles(dataFolder);
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
  await expect(runningService({ folder })).rejects.toThrow(
    /abo\.sqlite fehlt, ihr Schlüssel ist aber da\. Ist der Datenträger eingehängt\?/,
  );
  expect(existsSync(database)).toBe(false);
  rmSync(key);
  await (await runningService({ folder })).stop();
});

test('a list of leavers that can’t be written is told, and caught up with', async () => {
  const mails = await mailServer();
  const folder = temporaryFolder();
  const list = join(folder, 'weg');
  writeFileSync(list, '');
  const service = await runningService({ env: { SMTP_URL: mails.url }, folder, listIn: 'weg' });
  writeFileSync(join(folder, 'l.csv'), 'email;status\nweg@rathaus.example;left\n');
  const { err, code } = await inProcess(['abo', 'import', 'l.csv'], folder, { BACKUP_DIR: 'weg' });
  expect([code, err]).toEqual([2, expect.stringContaining('weg')]);
  await service.stop();
  const again = await runningService({ env: { SMTP_URL: mails.url }, folder, listIn: 'weg' });
  expect((await seen(again.origin, 'a@rathaus.example'))[0]).toBe('health 503 leavers: EEXIST');
  await again.stop();
  rmSync(list);
  const mended = await runningService({ env: { SMTP_URL: mails.url }, folder, listIn: 'weg' });
  expect((await seen(mended.origin, 'b@rathaus.example'))[0]).toBe('health 200');
  expect(existsSync(join(list, 'leavers.jsonl'))).toBe(true);
});
