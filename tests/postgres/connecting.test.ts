/** What keeps a command from its database on a server, each in a sentence, and whether waiting may heal it. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseAt, withClient } from '../../bench/postgres.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { openData } from '../../src/store/open-data.ts';
import { kurrende, organisation } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { newDatabase } from './new-database.ts';

const cluster = () => inject('postgres') ?? '';

/** Another name on the server, which lets it in as `rule` says (pg_hba.conf). */
async function role(name: string, rule: string): Promise<void> {
  const rules = join(inject('postgresFolder') ?? '', 'data', 'pg_hba.conf');
  const before = readFileSync(rules, 'utf8');
  writeFileSync(rules, `local all ${name} ${rule}\n${before}`);
  await withClient(cluster(), async (client) => {
    await client.query(`create role ${name} login password 'geheim'`);
    await client.query('select pg_reload_conf()');
  });
  onTestFinished(async () => {
    writeFileSync(rules, before);
    await withClient(cluster(), async (client) => {
      await client.query(`drop role ${name}`);
      await client.query('select pg_reload_conf()');
    });
  });
}

const stats = (DATABASE_URL: string, env: Record<string, string> = {}, folder = temporaryFolder()) =>
  inProcess(['abo', 'stats'], folder, { DATABASE_URL, ...env });

/** An address with another name and password. */
const as = (url: string, login: string) => url.replace('kurrende@', `${login}@`);

test('a wrong password, a name that isn’t let in and one that may do nothing are three things, and none heals by waiting', async () => {
  const url = await newDatabase(cluster());
  const [named, barred] = [`mit_kennwort_${process.pid}`, `draussen_${process.pid}`];
  await role(named, 'scram-sha-256');
  await role(barred, 'reject');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'kennwort'), 'Sonnenblume7\n');
  const wrong = [
    await stats(as(url, `${named}:Sonnenblume7`)),
    await stats(as(url, named)),
    await stats(as(url, named), { DATABASE_PASSWORD_FILE: 'kennwort' }, folder),
  ];
  for (const { code, err } of wrong) {
    expect([code, err]).toEqual([2, expect.stringContaining('nimmt Name und Kennwort nicht an')]);
    expect(err).toContain(`postgres://${named}@localhost/`);
    expect(err).not.toContain('Sonnenblume7');
  }
  const out = await stats(as(url, barred));
  expect([out.code, out.err]).toEqual([
    2,
    expect.stringMatching(/lässt diesen Namen von hier nicht zu\..*pg_hba\.conf/),
  ]);
  writeFileSync(join(folder, 'kennwort'), 'geheim\n');
  const right = await stats(as(url, named), { DATABASE_PASSWORD_FILE: 'kennwort' }, folder);
  // Let in, but nothing there is its own.
  expect([right.code, right.err]).toEqual([2, expect.stringContaining('ALTER DATABASE … OWNER TO …')]);
});

test('a move takes the password from the file that the service will take it from', async () => {
  const name = `umzug_${process.pid}`;
  await role(name, 'scram-sha-256');
  await withClient(cluster(), (client) =>
    client.query(`create database ${name} owner ${name} encoding 'UTF8' template template0`),
  );
  onTestFinished(() =>
    withClient(cluster(), async (client) => void (await client.query(`drop database ${name} with (force)`))),
  );
  const url = databaseAt(cluster(), name);
  const folder = temporaryFolder();
  const { db } = await openData({ folder: join(folder, 'data') }, randomBytes);
  await db.destroy();
  writeFileSync(join(folder, 'kennwort'), 'falsch\n');
  const move = (env: Record<string, string>) =>
    inProcess(['abo', 'move', as(url, name)], folder, { DATABASE_URL: '', ...env });
  expect((await move({})).err).toContain('nimmt Name und Kennwort nicht an');
  const wrong = await move({ DATABASE_PASSWORD_FILE: 'kennwort' });
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining('das Kennwort in der Datei, die DATABASE_PASSWORD_FILE nennt'),
  ]);
  writeFileSync(join(folder, 'kennwort'), 'geheim\n');
  // Only a move names its server in another way than by the setting.
  expect(
    (await inProcess(['abo', 'stats'], folder, { DATABASE_URL: '', DATABASE_PASSWORD_FILE: 'kennwort' })).err,
  ).toContain('DATABASE_URL fehlt');
  const moved = await move({ DATABASE_PASSWORD_FILE: 'kennwort' });
  expect([moved.code, moved.err, moved.out]).toEqual([0, '', expect.stringContaining('Umgezogen nach')]);
  expect(moved.out).not.toContain('geheim');
});

test('no database of that name, no encryption and a missing certificate say what to change', async () => {
  const sentences = [
    [
      databaseAt(cluster(), 'gibtesnicht'),
      /Auf dem Datenbankserver gibt es postgres:.*gibtesnicht nicht\..*CREATE DATABASE/,
    ],
    [`${cluster()}&sslmode=verify-full`, /bietet keine Verschlüsselung an, die Adresse verlangt sie aber \(sslmode\)/],
    [
      `${cluster()}&sslmode=verify-full&sslrootcert=/weg/ca.pem`,
      /^sslrootcert .* nennt \/weg\/ca\.pem; die Datei gibt es nicht/,
    ],
  ] as const;
  for (const [url, sentence] of sentences) {
    const { code, err } = await stats(url);
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  }
});

test('a database in another encoding is refused before anything is made there; what lies there already may move away', async () => {
  const name = `ascii_${process.pid}`;
  await withClient(cluster(), (client) =>
    client.query(`create database ${name} encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'`),
  );
  onTestFinished(() =>
    withClient(cluster(), async (client) => void (await client.query(`drop database ${name} with (force)`))),
  );
  const [url, folder] = [databaseAt(cluster(), name), temporaryFolder()];
  const sentence = /^Die Datenbank postgres:.* hat die Kodierung SQL_ASCII; gebraucht wird UTF8.*CREATE DATABASE/;
  await expect(openData({ folder, url }, randomBytes)).rejects.toThrow(sentence);
  expect(
    await withClient(
      url,
      async (client) => (await client.query('select from pg_tables where schemaname = current_schema()')).rowCount,
    ),
  ).toBe(0);
  expect(readdirSync(folder)).toEqual([]);

  // From before it was refused.
  const db = await openDatabase(url);
  onTestFinished(() => db.destroy());
  await expect(engineOf(db).join(db, 'service', 'x')).rejects.toThrow(sentence);
  await expect(engineOf(db).join(db, 'sender', 'x')).rejects.toThrow(sentence);
  const alone = await engineOf(db).beAlone(db);
  expect(alone).toBeDefined();
  await alone?.leave();
});

test('an address that asks for encryption in any of its words gets the strictest, and no warning of the driver’s', async () => {
  for (const mode of ['require', 'prefer', 'verify-ca']) {
    const { code, err } = await kurrende(['abo', 'stats'], organisation(), {
      DATABASE_URL: `${cluster()}&sslmode=${mode}`,
    });
    expect([mode, code, err.trim().split('\n')]).toEqual([
      mode,
      2,
      [expect.stringContaining('bietet keine Verschlüsselung an')],
    ]);
  }
});

test('where nobody listens, somebody may later: that is worth another try', async () => {
  const { code, err } = await stats(`postgres://kurrende@127.0.0.1:${await freePort()}/kurrende`);
  expect([code, err]).toEqual([75, expect.stringMatching(/^Bei postgres:.* nimmt niemand Verbindungen an\. Läuft/)]);
  // A machine that starts may not know any name yet.
  const unknown = await stats('postgres://kurrende@gibtesnicht.invalid/kurrende');
  expect([unknown.code, unknown.err]).toEqual([
    75,
    expect.stringMatching(/^Den Rechner in postgres:.*gibtesnicht\.invalid\/kurrende kennt/),
  ]);
});
