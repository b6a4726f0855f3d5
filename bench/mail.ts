import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Edition } from '../src/mail/edition.ts';
import { exampleSite, runCommand } from './example-site.ts';
import { mailParts } from './mail-parts.ts';
import { countingServer, startSender } from './sender-process.ts';
import { addSubscribers } from './subscribers.ts';

const issue = '2025-kw33';
const domain = 'kurrende.example';

/** What sending took. */
interface Sent {
  /** Of the processor, each mail. */
  milliseconds: number;
  perSecond: number;
}

/**
 * `npm run bench -- mail`: sends to so many recipients through a sink in a process of its own, without and with a DKIM
 * signature, beside a bare loop over nodemailer's pool; then what each part of a mail costs.
 */
export async function benchMail(count: number): Promise<void> {
  const folder = exampleSite('mail');
  runCommand('mail', folder, issue);
  const keyFile = join(folder, 'dkim.pem');
  writeFileSync(keyFile, newKey(), { mode: 0o600 });
  const dkim = { DKIM_SELECTOR: 'bench', DKIM_KEY: keyFile };
  await addSubscribers(folder, addresses(1));
  const starts = [await kurrende(folder, {})];
  for (let again = 0; again < 2; again += 1) starts.push(await kurrende(folder, {}, ['--again']));
  // The one in the middle: on a machine that is at work with something else they differ by half.
  const [, start = Number.NaN] = starts.map(({ cpu }) => cpu).sort((a, b) => a - b);
  await addSubscribers(folder, addresses(count).slice(1));
  console.log(
    `A mailing of ${count} mails beside a bare loop over nodemailer's pool, 10 connections each, load ${loadavg()[0]?.toFixed(1)}:`,
  );
  for (const [name, env] of Object.entries({ unsigned: {}, 'with DKIM': dkim })) {
    const ours = await kurrende(folder, env, ['--again']);
    const theirs = await bareLoop(folder, count, name === 'unsigned' ? '' : keyFile);
    const each = (ours.cpu - start) / count;
    console.log(
      `  ${name.padEnd(10)}${each.toFixed(3)} ms of processor each, ${ours.perSecond.toFixed(0)} a second, peak memory ${ours.megabytes.toFixed(0)} MB; nodemailer ${theirs.milliseconds.toFixed(3)} ms, ${theirs.perSecond.toFixed(0)} a second: ${(each / theirs.milliseconds).toFixed(2)} ×`,
    );
  }
  console.log(`  The start of the command (${(start / 1000).toFixed(1)} s of processor) is not counted.`);
  await tellOfParts(folder, readFileSync(keyFile, 'utf8'));
}

const addresses = (count: number) => Array.from({ length: count }, (_, n) => `leserin-${n}@rathaus.example`);

function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return privateKey;
}

/** Sends the issue; `cpu` are milliseconds of the whole command. */
async function kurrende(folder: string, env: Record<string, string>, words: readonly string[] = []) {
  const server = await countingServer(0);
  const peakFile = join(folder, 'peak');
  let first = 0;
  let last = 0;
  server.onEvent(({ kind }) => {
    if (kind !== 'taken') return;
    last = performance.now();
    first ||= last;
  });
  const { ended } = startSender(
    folder,
    { SMTP_URL: server.url, SEND_CONNECTIONS: '10', SEND_PER_MINUTE: '1000000', PEAK_FILE: peakFile, ...env },
    ['--import', join(import.meta.dirname, 'report-peak.mjs')],
    words,
  );
  const { code, printed } = await ended;
  server.stop();
  if (code !== 0) throw new Error(`the mailing failed:\n${printed}`);
  const [kilobytes = 0, cpu = 0] = readFileSync(peakFile, 'utf8').split(' ').map(Number);
  rmSync(peakFile);
  return { cpu, megabytes: kilobytes / 1024, perSecond: server.taken.size / ((last - first) / 1000) };
}

/** The same text through nodemailer alone. */
async function bareLoop(folder: string, count: number, dkimKey: string): Promise<Sent> {
  const server = await countingServer(0);
  const mail = join(folder, 'dist-mail', issue);
  const printed = await new Promise<string>((resolve, reject) => {
    const env = {
      SMTP_URL: server.url,
      COUNT: String(count),
      HTML: join(mail, 'ausgabe.html'),
      TEXT: join(mail, 'ausgabe.txt'),
      DKIM_KEY: dkimKey,
      DKIM_DOMAIN: domain,
    };
    execFile(process.execPath, [join(import.meta.dirname, 'bare-loop.ts')], { env }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
  });
  server.stop();
  const [milliseconds = 0, perSecond = 0] = printed.split(' ').map(Number);
  return { milliseconds: milliseconds / count, perSecond };
}

/** The edition as `npm run mail` left it in files. */
function editionIn(folder: string): Edition {
  const read = (name: string) => readFileSync(join(folder, 'dist-mail', issue, name), 'utf8');
  const html = read('ausgabe.html');
  return {
    issueId: `tag:${domain},2025:bench`,
    from: { name: 'Kurrende', address: `kurrende@${domain}` },
    replyTo: { name: 'Redaktion', address: `redaktion@${domain}` },
    listId: `kurrende.${domain}`,
    subject: 'Kurrende 33. KW 2025: Wer sich um das Fachverfahren kümmert',
    html,
    text: read('ausgabe.txt'),
    htmlBytes: html.length,
  };
}

async function tellOfParts(folder: string, dkimKey: string): Promise<void> {
  const server = await countingServer(0);
  const parts = await mailParts(join(folder, 'parts'), editionIn(folder), { url: server.url, dkimKey, count: 2000 });
  server.stop();
  console.log('Each part by itself, milliseconds of processor a mail:');
  for (const [name, milliseconds] of Object.entries(parts))
    console.log(`  ${name.padEnd(34)}${milliseconds.toFixed(3)}`);
}
