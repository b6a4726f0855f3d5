import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { proofsOf } from '../../src/store/queries/consents.ts';
import { deliveriesOf } from '../../src/store/queries/delivery-record.ts';
import { leftAt } from '../../src/store/queries/leavers.ts';
import { takeRoom } from '../../src/store/queries/limits.ts';
import { subscriberByToken } from '../../src/store/queries/links.ts';
import { mailingsOf, startMailing } from '../../src/store/queries/mailings.ts';
import { recipients, subscriberOf } from '../../src/store/queries/subscribers.ts';
import type { Database } from '../../src/store/schema.ts';
import { bytesOf } from './bytes-of.ts';
import { form, request, subscriber, temporaryFolder } from './sample-database.ts';

const room = { bucket: 'address', since: '2025-09-01T09:00:00Z', most: 1 };
const mailing = {
  id: 'mailing-1',
  issue: 'tag:blatt.example,2025:36',
  issueKey: '2025-kw36',
  startedAt: '2025-09-04T06:00:00Z',
  startedBy: 'betrieb',
  edition: null,
};
const names = Object.keys(migrations);

/** Puts a subscriber, a leaver and a request into tables of the version `name`, as the program of that time did. */
async function fill(db: Database, name: string): Promise<void> {
  await request(db, 'offen@blatt.example');
  const hasTokens = name < '0006';
  const token = (value: string) => sql.raw(hasTokens ? `, '${value}'` : '');
  const column = sql.raw(hasTokens ? ', unsubscribe_token' : '');
  await sql`insert into consent (id, email, address_key, form_version, source, confirmed_at${column}) values
    ('erika', 'Erika@blatt.example', 'erika@blatt.example', ${form.id}, 'form', '2025-09-01T09:00:00Z'${token('old token')})`.execute(
    db,
  );
  await sql`insert into subscriber (id, email, address_key, status, status_since${column}) values
    ('erika', 'Erika@blatt.example', 'erika@blatt.example', 'active', '2025-09-01T09:00:00Z'${token('old token')})`.execute(
    db,
  );
  await sql`insert into leaver (address_hash, left_at) values ('hash of max@blatt.example', '2025-09-01T10:00:00Z')`.execute(
    db,
  );
}

/** The tables as they were when the migration called `last` was the newest. */
const versionOf = (last = '') => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));
const firstVersion = versionOf(names[0]);

test('the versions are in order', () => {
  expect(names).toEqual(names.toSorted());
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
});

test.each(names)('a database of version %s is brought up to date and loses nothing', async (name) => {
  const file = join(temporaryFolder(), 'abo.sqlite');
  const old = await openDatabase(file, versionOf(name));
  await fill(old, name);
  await old.destroy();

  const db = await openDatabase(file);
  expect(await recipients(db, '', 10)).toEqual([{ id: 'erika', email: 'Erika@blatt.example' }]);
  expect(await proofsOf(db, 'erika@blatt.example')).toMatchObject([
    { consentText: form.consentText, confirmedAt: '2025-09-01T09:00:00Z' },
  ]);
  expect(await leftAt(db, 'hash of max@blatt.example')).toBe('2025-09-01T10:00:00Z');
  expect(await db.selectFrom('request').select('email').execute()).toEqual([{ email: 'offen@blatt.example' }]);
  expect(await takeRoom(db, [room], '2025-09-01T10:00:00Z')).toEqual([]);
  await startMailing(db, mailing);
  expect(await deliveriesOf(db, 'erika@blatt.example')).toMatchObject([{ issue: '2025-kw36', state: 'queued' }]);
  await db.destroy();
});

test('a link from before tokens were made from the key goes on working, and the token is in no file any more', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'abo.sqlite');
  const old = await openDatabase(file, versionOf('0005-mail-wording'));
  await fill(old, '0005-mail-wording');
  await startMailing(old, mailing);
  await sql`insert into withdrawal values ('erika', '2025-09-05T06:00:00Z', 'page')`.execute(old);
  await old.destroy();
  expect(bytesOf(folder)).toContain('old token');

  const db = await openDatabase(file);
  expect(bytesOf(folder)).not.toContain('old token');
  // What points at the proof is still there, and goes with it.
  expect(await deliveriesOf(db, 'erika@blatt.example')).toHaveLength(1);
  expect(await proofsOf(db, 'erika@blatt.example')).toMatchObject([{ way: 'page' }]);
  expect(await subscriberByToken(db, 'old token', { consentOf: () => undefined })).toMatchObject({ id: 'erika' });
  await expect(db.deleteFrom('consent').execute()).rejects.toThrow('FOREIGN KEY constraint failed');
  await db.deleteFrom('subscriber').execute();
  await db.deleteFrom('consent').execute();
  expect(await db.selectFrom('formerLink').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('delivery').selectAll().execute()).toEqual([]);
  await db.destroy();
});

test('a database that is up to date is opened again as it is', async () => {
  const file = join(temporaryFolder(), 'abo.sqlite');
  const first = await openDatabase(file);
  await subscriber(first, 'erika@blatt.example');
  await startMailing(first, mailing);
  await first.destroy();
  for (let time = 0; time < 2; time += 1) {
    const db = await openDatabase(file);
    expect(await subscriberOf(db, 'erika@blatt.example')).toMatchObject({ status: 'active' });
    expect(await mailingsOf(db, mailing.issue)).toMatchObject([mailing]);
    expect(await deliveriesOf(db, 'erika@blatt.example')).toHaveLength(1);
    await db.destroy();
  }
});

test('a step that fails leaves the tables as they were', async () => {
  const file = join(temporaryFolder(), 'abo.sqlite');
  const broken = {
    ...firstVersion,
    '0002-broken': {
      async up(db: Parameters<(typeof migrations)[string]['up']>[0]) {
        await db.schema.dropTable('subscriber').execute();
        throw new Error('power cut');
      },
    },
  };
  const old = await openDatabase(file, firstVersion);
  await fill(old, '0001-subscriptions');
  await old.destroy();
  await expect(openDatabase(file, broken)).rejects.toThrow('power cut');
  const db = await openDatabase(file);
  expect(await subscriberOf(db, 'erika@blatt.example')).toBeDefined();
  await db.destroy();
});

test('a second process may write at the same time', async () => {
  const file = join(temporaryFolder(), 'abo.sqlite');
  const db = await openDatabase(file);
  const other = spawn(process.execPath, [join(import.meta.dirname, 'fill-limits.ts'), file], { stdio: 'inherit' });
  const ended = once(other, 'exit');
  for (let n = 0; n < 200; n += 1) await takeRoom(db, [{ ...room, bucket: `here ${n}` }], '2025-09-01T10:00:00Z');
  expect(await ended).toEqual([0, null]);
  const { hits } = await db
    .selectFrom('limitHit')
    .select(({ fn }) => fn.countAll<number>().as('hits'))
    .executeTakeFirstOrThrow();
  expect(hits).toBe(400);
  await db.destroy();
});
