/** Folders that are there and can't be read: nobody is told that nothing is kept. */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { runningService } from '../subscription/running-service.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');
const isRoot = process.getuid?.() === 0;
/** Root may read everything, so its tests run as one who may not. */
const other = isRoot ? { uid: 65534, gid: 65534 } : {};

/** Runs `abo` as an account that isn't the one of these tests, where that is root. */
async function abo(folder: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, 'abo', ...args], {
    ...other,
    env: { PATH: process.env.PATH, SITE_ROOT: folder, ...(await databaseOf(folder)), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { out, err, code };
}

async function filled() {
  const { folder, dataFolder, stop } = await runningService();
  await stop();
  await addSubscribers(folder, ['anna@rathaus.example'], (await databaseOf(folder)).DATABASE_URL);
  chmodSync(folder, 0o755);
  return { folder, dataFolder };
}

/** Takes all rights away until the test has finished. */
function bar(path: string): void {
  chmodSync(path, 0);
  onTestFinished(() => chmodSync(path, 0o755));
}

test('a data folder that this account may not read is told as that, with account, owner and rights', async () => {
  const { folder, dataFolder } = await filled();
  bar(dataFolder);
  const { code, err, out } = await abo(folder, ['stats']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^Das Konto „[^“]+“ darf auf .*\/data nicht zugreifen; es gehört dem Konto mit der Nummer/);
  expect(err).toContain(`Nummer ${process.getuid?.()} (Rechte 000)`);
  expect(err).not.toContain('gibt es keine Daten');
});

test('so is a folder above it, and a key of somebody else’s in a folder that can be read', async () => {
  const { folder, dataFolder } = await filled();
  const key = join(dataFolder, 'abo.key');
  if (isRoot) chownSync(dataFolder, 65534, 65534);
  bar(key);
  expect((await abo(folder, ['stats'])).err).toMatch(/darf auf .*\/data\/abo\.(?:key|sqlite) nicht zugreifen/);
  const above = join(folder, 'zu');
  mkdirSync(join(above, 'daten'), { recursive: true });
  bar(above);
  expect((await abo(folder, ['stats'], { DATA_DIR: 'zu/daten' })).err).toContain(`darf auf ${above} nicht zugreifen`);
});

test('a folder for backups that can’t be read is told the same way', async () => {
  const { folder, dataFolder } = await filled();
  if (isRoot) {
    for (const path of [dataFolder, join(dataFolder, 'abo.key'), join(dataFolder, 'abo.sqlite')]) {
      try {
        chownSync(path, 65534, 65534);
      } catch {
        // On PostgreSQL there is no file.
      }
    }
  }
  const backups = join(folder, 'sicherungen');
  mkdirSync(backups);
  bar(backups);
  for (const args of [['backup'], ['backup', join(backups, 'heute')]]) {
    const { code, err } = await abo(folder, args, { BACKUP_DIR: 'sicherungen' });
    expect([code, err]).toEqual([2, expect.stringContaining(`darf auf ${backups} nicht zugreifen`)]);
  }
});
