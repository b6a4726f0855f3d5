/** What only a file of SQLite can suffer. All other tests of `abo` run on PostgreSQL too. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { subscriber, temporaryFolder } from '../store/sample-database.ts';
import { inProcess } from './in-process.ts';

/** A project with one subscriber, its database's file, and its `abo` on a day of September 2025. */
async function project() {
  const folder = temporaryFolder();
  const { db } = await openData({ folder: join(folder, 'data') }, randomBytes);
  await subscriber(db, 'erika@rathaus.example');
  await db.destroy();
  const abo = (day: number, args: string[], env: Record<string, string> = {}) => {
    const now = Temporal.Instant.from(`2025-09-${String(day).padStart(2, '0')}T03:30:00Z`);
    return inProcess(['abo', ...args], folder, { BACKUP_DIR: 'sicherungen', ...env }, now);
  };
  return { folder, abo, database: join(folder, 'data', 'abo.sqlite') };
}

test('a file that is damaged is told in a sentence', async () => {
  const { abo, database } = await project();
  writeFileSync(database, 'keine Datenbank'.repeat(1000));
  expect((await abo(2, ['stats'])).err).toContain('ist beschädigt oder keine Datenbank.');
});

test('while only damaged backups can be made the old ones stay', async () => {
  const { folder, abo, database } = await project();
  const backups = join(folder, 'sicherungen');
  await abo(2, ['backup']);
  await abo(3, ['backup']);
  const env = { BACKUP_DAYS: '7' };
  const good = readFileSync(database);
  const broken = Buffer.from(good);
  broken.fill(0xff, 4096 * 6, 4096 * 7);
  writeFileSync(database, broken);
  const failed = await abo(20, ['backup'], env);
  expect([failed.code, failed.err]).toEqual([2, expect.stringMatching(/beschädigt/)]);
  expect(readdirSync(backups).sort().slice(0, 2)).toEqual(['2025-09-02T03-30-00Z', '2025-09-03T03-30-00Z']);
  expect(existsSync(join(backups, '2025-09-20T03-30-00Z', 'abo.sqlite'))).toBe(false);

  writeFileSync(database, good);
  expect((await abo(21, ['backup'], env)).out).toContain('Gelöscht: 2 Sicherungen von vor mehr als 7 Tagen.');
  expect(readdirSync(backups)).toContain('2025-09-21T03-30-00Z');
});
