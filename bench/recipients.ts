import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exampleSite, settings } from './example-site.ts';
import { countingServer } from './sender-process.ts';

const program = join(import.meta.dirname, '..', 'src', 'cli', 'kurrende.mjs');

/**
 * `npm run bench -- recipients`: imports, mails and exports a list of a tenth of so many recipients, then of all of them:
 * seconds and peak memory of each command. The database is that of DATABASE_URL where it is set (an empty one), else SQLite.
 */
export async function benchRecipients(most: number): Promise<void> {
  for (const count of [Math.ceil(most / 10), most]) {
    const folder = exampleSite('recipients');
    const list = join(folder, 'ein.csv');
    await pipeline(Readable.from(lines(count)), createWriteStream(list));
    console.log(`${count} recipients, and a tenth as many who left; a list of ${megabytesOf(list)} MB`);
    await timed('import', folder, ['abo', 'import', list]);
    const server = await countingServer(0);
    await timed('mailing', folder, ['send', '2025-kw33', '--yes'], {
      SMTP_URL: server.url,
      SEND_CONNECTIONS: '10',
      SEND_PER_MINUTE: '1000000',
    });
    server.stop();
    if (server.taken.size !== count) throw new Error(`${server.taken.size} mails came`);
    await timed('export', folder, ['abo', 'export', join(folder, 'aus.csv')]);
    if (linesOf(join(folder, 'aus.csv')) !== linesOf(list)) throw new Error('not all came back');
    rmSync(folder, { recursive: true });
  }
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
async function timed(name: string, folder: string, words: string[], env: Record<string, string> = {}): Promise<void> {
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
