import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { noteTime } from '../../src/store/queries/last-times.ts';
import { databaseOf, loseData, placeOf } from '../postgres/new-database.ts';
import { bytesOf } from '../store/bytes-of.ts';
import { subscriber, temporaryFolder } from '../store/sample-database.ts';
import { inProcess } from './in-process.ts';

const erika = '11111111-1111-4111-8111-111111111111';

/** A project with one subscriber; its `abo` takes settings and a day of September 2025. */
async function project() {
  const folder = temporaryFolder();
  const { db } = await openData(await placeOf(folder), randomBytes);
  await subscriber(db, 'erika@rathaus.example', erika);
  await db.destroy();
  const backups = join(folder, 'sicherungen');
  const abo = (day: number, args: string[], env: Record<string, string> = {}) => {
    const now = Temporal.Instant.from(`2025-09-${String(day).padStart(2, '0')}T03:30:00Z`);
    return inProcess(['abo', ...args], folder, { BACKUP_DIR: 'sicherungen', ...env }, now);
  };
  const made = () =>
    readdirSync(backups)
      .filter((name) => name.startsWith('2025'))
      .sort();
  return { folder, backups, abo, made };
}

test('each backup has a folder of its own, is counted, and says how old the one before is', async () => {
  const { folder, abo, made } = await project();
  const first = await abo(2, ['backup']);
  expect(first.out).toBe(
    [
      'Gesichert: sicherungen/2025-09-02T03-30-00Z/ mit Datenbank und Schlüssel. Geprüft: 1 Abonnement, 1 Nachweis, 0 Abmeldungen.',
      'Bewahren Sie den Ordner so sicher auf wie data/ selbst.',
      'Es ist die erste Sicherung an diesem Ort.',
      '',
    ].join('\n'),
  );
  const elsewhere = await abo(4, ['backup'], { DATA_DIR: join(folder, 'data') });
  expect(elsewhere.out).toContain('Die Sicherung davor entstand vor 2 Tagen.');
  expect(elsewhere.out).toContain(`Bewahren Sie den Ordner so sicher auf wie ${folder}/data/ selbst.`);
  expect(made()).toEqual(['2025-09-02T03-30-00Z', '2025-09-04T03-30-00Z']);
  expect((await abo(4, ['stats'])).out).toContain('Letzte Sicherung: vor weniger als einer Stunde');
});

test('old backups go, those of others stay', async () => {
  const { backups, abo } = await project();
  await abo(2, ['backup']);
  await abo(3, ['backup']);
  mkdirSync(join(backups, 'anderes'));
  utimesSync(join(backups, 'anderes'), 0, 0);
  expect((await abo(21, ['backup'], { BACKUP_DAYS: '7' })).out).toContain(
    'Gelöscht: 2 Sicherungen von vor mehr als 7 Tagen.',
  );
  expect(readdirSync(backups).sort()).toEqual(['2025-09-21T03-30-00Z', 'anderes']);
});

test('by a clock that jumped no backup goes, and it is said which one is dated wrongly', async () => {
  const { folder, abo, made } = await project();
  await abo(2, ['backup']);
  await abo(3, ['backup']);
  const { db } = await openData(await placeOf(folder), randomBytes);
  await noteTime(db, 'clock', '2025-09-03T04:00:00Z');
  await db.destroy();
  const settings = { BACKUP_DIR: 'sicherungen', BACKUP_DAYS: '7' };
  const ahead = Temporal.Instant.from('2026-09-04T03:30:00Z');
  const { code, out } = await inProcess(['abo', 'backup'], folder, settings, ahead);
  expect([code, made()]).toEqual([0, ['2025-09-02T03-30-00Z', '2025-09-03T03-30-00Z']]);
  expect(out).toContain('weicht mehr als 30 Tage vom letzten sicheren Zeitpunkt ab (3. September 2025, 06:00:00 Uhr)');
  expect(out).toContain('dann löschen Sie sicherungen/2026-09-04T03-30-00Z');
  // Right again, old ones go as they did.
  await abo(21, ['backup'], { BACKUP_DAYS: '7' });
  expect(made()).toEqual(['2025-09-21T03-30-00Z']);
});

test('an encrypted backup is read with its key only, by the program age too, and nothing of it lies open', async () => {
  const { folder, backups, abo, made } = await project();
  const { out } = await abo(2, ['backup', '--new-key', 'geheim.txt']);
  const [, recipient = ''] = /BACKUP_RECIPIENT=(age1\S+)/.exec(out) ?? [];
  const backup = await abo(2, ['backup'], { BACKUP_RECIPIENT: recipient });
  expect(backup.out).toContain('mit Datenbank und Schlüssel, verschlüsselt. Geprüft: 1 Abonnement');
  const [name = ''] = made();
  expect(readdirSync(join(backups, name)).sort()).toEqual(['abo.key.age', 'abo.sqlite.age', 'backup.json']);
  expect(bytesOf(backups)).not.toMatch(/erika|rathaus/);
  const isOnPostgres = (await databaseOf(folder)).DATABASE_URL !== undefined;
  expect(readdirSync(join(folder, 'data')).sort()).toEqual(['abo.key', ...(isOnPostgres ? [] : ['abo.sqlite'])]);

  const shown = await abo(2, ['show', 'erika@rathaus.example']);
  await loseData(folder);
  const restore = ['restore', `sicherungen/${name}`];
  expect((await abo(3, restore)).err).toContain('ist verschlüsselt. Nennen Sie die Datei mit dem geheimen Schlüssel');
  await abo(3, ['backup', '--new-key', 'anderer.txt']);
  expect((await abo(3, [...restore, '--identity', 'anderer.txt'])).err).toContain(
    'lässt sich mit diesem Schlüssel nicht öffnen',
  );
  expect(existsSync(join(folder, 'data'))).toBe(false);
  expect((await abo(3, [...restore, '--identity', 'geheim.txt'])).code).toBe(0);
  expect((await abo(2, ['show', 'erika@rathaus.example'])).out).toBe(shown.out);
  if (spawnSync('age', ['--version']).status === 0) {
    const key = execFileSync('age', ['-d', '-i', join(folder, 'geheim.txt'), join(backups, name, 'abo.key.age')]);
    expect(key).toEqual(readFileSync(join(folder, 'data', 'abo.key')));
  }
  expect((await abo(3, ['backup'], { BACKUP_RECIPIENT: `age1${'q'.repeat(58)}` })).err).toContain(
    'BACKUP_RECIPIENT ist kein öffentlicher Schlüssel von age',
  );
});

test('a backup that was changed on its disk is not put back', async () => {
  const { folder, backups, abo, made } = await project();
  await abo(2, ['backup']);
  const [name = ''] = made();
  const file = join(backups, name, 'abo.sqlite');
  const bytes = readFileSync(file);
  bytes[bytes.length - 10] = 1;
  writeFileSync(file, bytes);
  await loseData(folder);
  expect((await abo(3, ['restore', `sicherungen/${name}`])).err).toContain(
    'abo.sqlite hat nicht die Prüfsumme aus backup.json',
  );
});

test('a backup from before they were checked is put back too', async () => {
  const { folder, abo } = await project();
  await abo(2, ['backup', 'alt']);
  rmSync(join(folder, 'alt', 'backup.json'));
  await loseData(folder);
  expect((await abo(3, ['restore', 'alt'])).out).toContain('(1 Abonnement, 1 Nachweis, 0 Abmeldungen)');
});

test('a backup is not put beside the key of other data', async () => {
  const { folder, abo } = await project();
  await abo(2, ['backup', 'alt']);
  await loseData(folder);
  const key = join(folder, 'data', 'abo.key');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(key, randomBytes(32), { mode: 0o600 });
  expect((await abo(3, ['restore', 'alt'])).err).toContain(
    'abo.key ist ein anderer Schlüssel als der in der Sicherung.',
  );
});

test('without a place there is a sentence', async () => {
  const { abo } = await project();
  expect((await abo(2, ['backup'], { BACKUP_DIR: '' })).err).toContain('Oder setzen Sie BACKUP_DIR');
});
