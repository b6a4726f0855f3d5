import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { until } from '../until.ts';

/** Where Debian puts PgBouncer. */
const program = '/usr/sbin/pgbouncer';

/** Whether a PgBouncer is installed (apt-get install pgbouncer). */
export const hasPooler = spawnSync(program, ['--version']).status === 0;

/** It refuses to run as root: then it runs as this user of every Debian. */
const nobody = 65_534;

/**
 * Starts a PgBouncer before the server of a database, with these settings; gives the address of the same database behind it.
 * Gone when the test has finished.
 */
export async function pooled(url: string, settings: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-pooler-'));
  chmodSync(folder, 0o777);
  const { pathname, searchParams } = new URL(url);
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(join(folder, 'users'), '"kurrende" ""\n');
  writeFileSync(
    config,
    [
      '[databases]',
      `* = host=${searchParams.get('host')} user=kurrende`,
      '[pgbouncer]',
      'listen_addr =',
      `unix_socket_dir = ${folder}`,
      'listen_port = 6432',
      'auth_type = trust',
      `auth_file = ${join(folder, 'users')}`,
      ...settings,
    ].join('\n'),
  );
  const owner = getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(program, [config], { ...owner, cwd: '/', stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `postgres://kurrende@localhost:6432${pathname}?host=${encodeURIComponent(folder)}`;
  await until(async () => {
    const client = new pg.Client(address);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  });
  return address;
}
