import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { databaseAt } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { type DataPlace, openData } from '../../src/store/open-data.ts';
import { leaveByToken } from '../../src/store/queries/links.ts';
import { inProcess } from '../cli/in-process.ts';
import { readers } from '../sending/sample-mailing.ts';
import { runningService } from '../subscription/running-service.ts';
import { bytesOfTables, newDatabase } from './new-database.ts';

const at = Temporal.Instant.from('2025-09-15T08:00:00Z');
const onSqlite = { DATABASE_URL: '' };

/** A new service on a file of SQLite, with readers of whom one has left, and what commands say there. */
async function filled() {
  const service = await runningService({ databaseUrl: null });
  await service.stop();
  await addSubscribers(service.folder, readers(30));
  const abo = (env: Record<string, string>, ...args: string[]) => inProcess(['abo', ...args], service.folder, env, at);
  const tokens = await tokensIn({ folder: service.dataFolder });
  await leaving({ folder: service.dataFolder }, tokens[0] ?? '');
  let exports = 0;
  const exported = async (env: Record<string, string>) => {
    exports += 1;
    const file = `liste-${exports}.csv`;
    expect(await abo(env, 'export', file)).toMatchObject({ code: 0 });
    return readFileSync(join(service.folder, file), 'utf8');
  };
  return { service, abo, tokens, exported };
}

async function tokensIn(place: DataPlace): Promise<string[]> {
  const { db, secret } = await openData(place, randomBytes);
  const rows = await db.selectFrom('subscriber').select('id').orderBy('email').execute();
  await db.destroy();
  return rows.map(({ id }) => secret.unsubscribeToken(id));
}

async function leaving(place: DataPlace, token: string): Promise<string> {
  const { db, secret } = await openData(place, randomBytes);
  const hashOf = (key: string) => secret.hash('leaver', key);
  const found = await leaveByToken(db, token, { now: '2025-09-14T08:00:00Z', way: 'page', hashOf, ...secret });
  await db.destroy();
  return found;
}

const proof = async (
  abo: (env: Record<string, string>, ...args: string[]) => Promise<{ out: string }>,
  env: Record<string, string>,
) => (await abo(env, 'show', 'leserin-7@rathaus.example', '--json')).out;

test('to PostgreSQL and back: equal exports and proofs, old links work, and the source takes nothing more', async () => {
  const { service, abo, tokens, exported } = await filled();
  const url = await newDatabase(inject('postgres') ?? '');
  const onPostgres = { DATABASE_URL: url };
  const before = { list: await exported(onSqlite), proof: await proof(abo, onSqlite) };

  const moved = await abo(onSqlite, 'move', url);
  expect(moved).toMatchObject({ code: 0, err: '' });
  expect(moved.out).toContain('29 Abonnements, 30 Nachweise, 1 Abmeldung.');
  expect(await exported(onPostgres)).toBe(before.list);
  expect(await proof(abo, onPostgres)).toBe(before.proof);
  expect(await leaving({ folder: service.dataFolder, url }, tokens[0] ?? '')).toBe('gone');

  // The source, by every door.
  for (const args of [['stats'], ['export', 'x.csv'], ['erase', 'leserin-7@rathaus.example'], ['backup', 'b']]) {
    expect((await abo(onSqlite, ...args)).err).toContain('sind am 15. September 2025');
  }
  expect((await abo(onSqlite, 'move', 'noch-ein-ort')).err).toContain('sind schon umgezogen');
  await expect(runningService({ folder: service.folder, databaseUrl: null })).rejects.toThrow(
    'Von hier geht nichts mehr hinaus',
  );

  // An empty target only, and no password in what is said.
  const secretUrl = url.replace('kurrende@', 'kurrende:geheim@');
  const refused = await abo({ DATABASE_URL: secretUrl }, 'move', secretUrl);
  expect(refused.err).toContain('Dort liegen die Daten schon');
  const other = join(service.folder, 'anderer');
  expect((await abo({ DATABASE_URL: secretUrl }, 'move', other)).out).not.toContain('geheim');

  const back = { DATABASE_URL: '', DATA_DIR: 'anderer' };
  expect(await exported(back)).toBe(before.list);
  expect(await proof(abo, back)).toBe(before.proof);
  expect(await leaving({ folder: other }, tokens[1] ?? '')).toBe('left');
  expect((await abo(onPostgres, 'stats')).err).toContain('umgezogen');
  expect((await abo(back, 'move', url)).err).toContain('liegen schon Daten eines Abos');
  const again = await runningService({ folder: service.folder, databaseUrl: url }).catch(
    (error: Error) => error.message,
  );
  expect(again).toContain('umgezogen');
});

test('not while a service runs: its sign-ups are kept', async () => {
  const service = await runningService();
  await service.signUp('erika@rathaus.example');
  const place = join(service.folder, 'neu');
  const { err, code } = await inProcess(['abo', 'move', place], service.folder, {}, at);
  expect([code, err]).toEqual([2, expect.stringContaining('arbeitet noch ein Abo-Dienst oder ein Versand')]);
  expect((await service.signUp('bert@rathaus.example')).status).toBe(200);
  expect((await inProcess(['abo', 'stats'], service.folder, {}, at)).out).toMatch(/Unbestätigte Anmeldungen +2\n/);
});

test('a domain gets another name while nobody works with the data, and what is known of the former one moves along', async () => {
  const service = await runningService();
  const rename = ['rename-domain', 'rathaus.example', 'stadt.example'];
  const refused = await inProcess(['abo', ...rename], service.folder, {}, at);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('arbeitet noch ein Abo-Dienst')]);

  // Only what changes something has to be alone.
  await service.signUp('erika@rathaus.example');
  const trial = await inProcess(['abo', ...rename, '--dry-run'], service.folder, {}, at);
  expect([trial.code, trial.out]).toEqual([
    0,
    expect.stringMatching(
      /hieße dann stadt\.example[\s\S]* 1 unbestätigte Anmeldung bekäme ihren Link[\s\S]*Probelauf/,
    ),
  ]);

  const { abo } = await filled();
  const url = await newDatabase(inject('postgres') ?? '');
  await abo(onSqlite, 'move', url);
  expect(await abo({ DATABASE_URL: url }, ...rename)).toMatchObject({ code: 0, err: '' });
  const known = (env: Record<string, string>) => abo(env, 'show', 'leserin-7@rathaus.example');
  const { out } = await known({ DATABASE_URL: url });
  expect(out).toContain('leserin-7@stadt.example');
  const back = { DATABASE_URL: '', DATA_DIR: 'anderer' };
  expect(await abo({ DATABASE_URL: url }, 'move', 'anderer')).toMatchObject({ code: 0, err: '' });
  expect((await known(back)).out).toBe(out);
});

test('a backup of PostgreSQL is a file of SQLite, and comes back to either', async () => {
  const { service, abo, exported } = await filled();
  const url = await newDatabase(inject('postgres') ?? '');
  const list = await exported(onSqlite);
  await abo(onSqlite, 'move', url);
  const made = await abo({ DATABASE_URL: url }, 'backup', 'sicherung');
  expect(made.out).toContain('Geprüft: 29 Abonnements, 30 Nachweise, 1 Abmeldung.');

  const elsewhere = await newDatabase(inject('postgres') ?? '');
  const toPostgres = { DATABASE_URL: elsewhere, DATA_DIR: 'dritter' };
  expect((await abo(toPostgres, 'restore', 'sicherung')).out).toMatch(
    /Zurückgeholt: Die Datenbank liegt in postgres:.+, der Schlüssel in .+\/dritter\/ \(/,
  );
  expect(await exported(toPostgres)).toBe(list);
  expect((await abo({ ...toPostgres, DATA_DIR: 'vierter' }, 'restore', 'sicherung')).err).toContain(
    'liegen schon Daten',
  );
  const toFile = { DATABASE_URL: '', DATA_DIR: 'fünfter' };
  expect((await abo(toFile, 'restore', 'sicherung')).code).toBe(0);
  expect(await exported(toFile)).toBe(list);
  expect(service.folder).toBeDefined();
});

test('another key is refused, and an empty database beside a key too', async () => {
  const { service, abo } = await filled();
  const url = await newDatabase(inject('postgres') ?? '');
  expect((await abo({ DATABASE_URL: url }, 'stats')).err).toContain('keine Daten');
  await abo(onSqlite, 'move', url);
  writeFileSync(join(service.dataFolder, 'abo.key'), `${'ab'.repeat(32)}\n`);
  expect((await abo({ DATABASE_URL: url }, 'stats')).err).toContain('gehört nicht zu dieser Datenbank');
});

test('what PostgreSQL refuses is told in a sentence, never with the password', async () => {
  const { abo } = await filled();
  const url = inject('postgres') ?? '';
  const wrong = [
    [databaseAt(url, 'gibtesnicht').replace('kurrende@', 'kurrende:geheim@'), 'gibtesnicht nicht. Berichtigen Sie'],
    ['postgres://kurrende:geheim@127.0.0.1:1/kurrende', 'nimmt niemand Verbindungen an'],
    ['postgres://kurrende:geheim@127.0.0.1:1', 'DATABASE_URL ist falsch gesetzt'],
  ] as const;
  for (const [address, sentence] of wrong) {
    const { err, out } = await abo({ DATABASE_URL: address }, 'stats');
    expect(err).toContain(sentence);
    expect(err + out).not.toContain('geheim@');
  }
});

test('an address to move to is read as strictly as one that is set, and is never taken for a folder', async () => {
  const { service, abo } = await filled();
  const before = readdirSync(service.folder);
  const wrong = [
    ['postgres://kurrende:Sonne@Blume/9@db.example/kurrende', 'Das Ziel („…@db.example/kurrende“) lässt sich auf mehr'],
    [
      'postgres://kurrende:Sonne@db.example/kurrende?sslmod=require',
      'Das Ziel enthält hinter dem Fragezeichen „sslmod“',
    ],
    ['postgres:/kurrende:Sonne@db.example/kurrende', 'keine Adresse einer Datenbank'],
    ['kurrende:Sonne@db.example/kurrende', 'keine Adresse einer Datenbank'],
  ] as const;
  for (const [address, sentence] of wrong) {
    const { code, err, out } = await abo(onSqlite, 'move', address);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(err + out).not.toMatch(/Sonne|Blume/);
  }
  expect(readdirSync(service.folder)).toEqual(before);
});

test('an erased person is in no file of the tables any more', async () => {
  const { abo } = await filled();
  const url = await newDatabase(inject('postgres') ?? '');
  await abo(onSqlite, 'move', url);
  const { out } = await abo({ DATABASE_URL: url }, 'erase', 'leserin-17@rathaus.example', '--with-proof');
  expect(out).toContain('Im Transaktionslog (WAL)');
  expect(out).not.toContain('beschäftigt');
  const found = await bytesOfTables(url);
  expect(found).toContain('leserin-18@rathaus.example');
  expect(found).not.toContain('leserin-17@rathaus.example');
});
