import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exampleSite, settings } from './example-site.ts';
import { databaseAt, postgresPrograms, startCluster, withClient } from './postgres.ts';
import { countingServer } from './sender-process.ts';

const program = join(import.meta.dirname, '..', 'src', 'cli', 'kurrende.mjs');

/**
 * `npm run bench -- recipients`: imports, mails and exports a list of a tenth of so many recipients, then of all of them:
 * seconds and peak memory of each command. On SQLite, then on a PostgreSQL of its own that writes to the disk as usual; or on
 * the server of DATABASE_URL alone, in databases that are made for it.
 */
export async function benchRecipients(most: number): Promise<void> {
  const sizes = [Math.ceil(most / 10), most];
  const { DATABASE_URL: server } = process.env;
  if (server) return benchOnServer(server, sizes);
  for (const count of sizes) await benchList(count, 'SQLite', {});
  const programs = postgresPrograms();
  if (!programs) return console.log('PostgreSQL is not installed here.');
  const cluster = await startCluster(programs, join(import.meta.dirname, '..', '.cache', 'postgres-recipients'), []);
  try {
    await benchOnServer(cluster.url, sizes);
  } finally {
    cluster.stop();
  }
}

async function benchOnServer(server: string, sizes: readonly number[]): Promise<void> {
  for (const count of sizes) {
    const name = `recipients_${count}`;
    await withClient(server, async (client) => {
      await client.query(`drop database if exists ${name}`);
      await client.query(`create database ${name}`);
    });
    await benchList(count, 'PostgreSQL', { DATABASE_URL: databaseAt(server, name) });
    await withClient(server, (client) => client.query(`drop database ${name}`));
  }
}

async function benchList(count: number, database: string, place: Record<string, string>): Promise<void> {
  const folder = exampleSite('recipients');
  const list = join(folder, 'ein.csv');
  await pipeline(Readable.from(lines(count)), createWriteStream(list));
  console.log(`${count} recipients, and a tenth as many who left, on ${database}; a list of ${megabytesOf(list)} MB`);
  await timed('import', folder, ['abo', 'import', list], place);
  const server = await countingServer(0);
  await timed('mailing', folder, ['send', '2025-kw33', '--yes'], {
    ...place,
    SMTP_URL: server.url,
    SEND_CONNECTIONS: '10',
    SEND_PER_MINUTE: '1000000',
  });
  server.stop();
  if (server.taken.size !== count) throw new Error(`${server.taken.size} mails came`);
  await timed('export', folder, ['abo', 'export', join(folder, 'aus.csv')], place);
  if (linesOf(join(folder, 'aus.csv')) !== linesOf(list)) throw new Error('not all came back');
  rmSync(folder, { recursive: true });
}

function* lines(count: number): Generator<string> {
  yield 'email;status;statusSince;addressHash;consentText;confirmedAt\n';
  const consent = 'Ich möchte den Newsletter erhalten.;2025-01-01T08:00:00Z';
  for (let n = 0; n < count; n += 1) {
    yield `leserin-${n}@rathaus.example;active;;;${consent}\n`;
    if (n % 10 === 0) yield `;left;2025-02-01T08:00:00Z;${n.toString(16).padStart(64, '0')};;\n`;
  }
}

const megabytesOf = (file: string) => (statSync(file).size / 1e6).toFixed(0);

function linesOf(file: string): number {
  const bytes = readFileSync(file);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Runs a command to its end, whose words nobody reads. */
async function timed(name: string, folder: string, words: string[], env: Record<string, string>): Promise<void> {
  const peakFile = join(folder, 'peak');
  const begin = performance.now();
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'report-peak.mjs'), program, ...words], {
    env: { ...settings(folder), ...env, PEAK_FILE: peakFile },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${said}`);
  const seconds = (performance.now() - begin) / 1000;
  const [kilobytes = 0, cpu = 0] = readFileSync(peakFile, 'utf8').split(' ').map(Number);
  console.log(
    `  ${name.padEnd(8)}${seconds.toFixed(1).padStart(8)} s, ${(cpu / 1000).toFixed(1)} s of processor, peak memory ${(kilobytes / 1024).toFixed(0)} MB`,
  );
}
