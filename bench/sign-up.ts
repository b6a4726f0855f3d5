import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { ServiceFacts } from '../src/model/service-facts.ts';
import { writeFrame } from '../src/subscription/web/frame-folder.ts';
import { identified } from '../src/views/abo/subscription-form.ts';

const port = 4393;
const origin = `http://127.0.0.1:${port}`;
const requests = 5_000;
const addresses = 50;
const networks = 40;
const minute = 60_000;

const facts: ServiceFacts = {
  siteUrl: origin,
  aboUrl: origin,
  title: 'Blatt',
  publishers: [{ name: 'Zweckverband Muster' }],
  sender: { name: 'Zweckverband Muster', address: 'redaktion@blatt.example' },
  editors: { name: 'Redaktion', address: 'redaktion@blatt.example' },
  theme: 'kurrende',
  form: identified({
    list: 'Blatt',
    consentText: 'Ich möchte das Blatt.',
    consentSha256: '',
    formUrl: `${origin}/abo/`,
    privacyVersion: '2025-08-01',
    siteCommit: null,
  }),
  periods: { confirmWithinHours: 72, unconfirmedKeptDays: 7, proofKeptYears: 3 },
};

/**
 * A minute of abuse against the service as operators run it, with a mail server that counts: 5,000 sign-ups for 50
 * addresses of 5 domains from 40 networks. Meanwhile one reader signs up from another network.
 */
export async function benchSignUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-bench-'));
  const mails = await countingMailServer();
  mkdirSync(join(folder, 'content'));
  writeFrame(join(folder, 'server', 'abo'), facts, '');
  const service = startService(folder, mails.url);
  try {
    await untilHealthy();
    // A connection each, as a reverse proxy makes them.
    const agent = new Agent({ maxSockets: 256 });
    const send = (email: string, network: string) => signUp(agent, email, network);
    const started = performance.now();
    const attack = Array.from({ length: requests }, async (_, n) => {
      await delay((n * minute) / requests);
      const address = `opfer${n % addresses}@ziel${n % 5}.example`;
      return send(address, `10.0.${n % networks}.${1 + (n % 200)}`);
    });
    const reader = delay(minute / 2).then(() => send('leserin@rathaus.example', '192.0.2.1'));
    const answers = await Promise.all(attack);
    const seconds = (performance.now() - started) / 1000;
    await delay(2_000);
    report(answers, await reader, mails.recipients, seconds);
    agent.destroy();
  } finally {
    service.kill('SIGTERM');
    await once(service, 'exit');
    mails.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Answer {
  status: number;
  milliseconds: number;
}

function report(answers: readonly Answer[], reader: Answer, recipients: readonly string[], seconds: number): void {
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)} ms`;
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  const perAddress = Math.max(
    ...Map.groupBy(recipients, (address) => address)
      .values()
      .map((mails) => mails.length),
  );
  const victims = recipients.filter((address) => address.startsWith('opfer')).length;
  const statuses = [...byStatus].map(([status, { length }]) => `${status}: ${length}`).join(', ');
  console.log(`${answers.length} sign-ups in ${seconds.toFixed(0)} s; answers ${statuses}`);
  console.log(`half of them within ${at(0.5)}, 99 % within ${at(0.99)}, the slowest ${at(1)}`);
  console.log(`mails to the ${addresses} addresses: ${victims}, at most ${perAddress} to one`);
  const wasMailed = recipients.includes('leserin@rathaus.example') ? 'got her mail' : 'got NO mail';
  console.log(
    `the reader from another network: ${reader.status} in ${reader.milliseconds.toFixed(1)} ms, ${wasMailed}`,
  );
}

function signUp(agent: Agent, email: string, network: string): Promise<Answer> {
  const body = new URLSearchParams({ email, homepage: '', form: facts.form.id }).toString();
  const headers = {
    Origin: origin,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'X-Forwarded-For': network,
  };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/abo/anmelden/`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - started }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function startService(folder: string, smtpUrl: string): ChildProcess {
  const env = {
    ...process.env,
    SITE_ROOT: folder,
    ABO_PORT: String(port),
    ABO_TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: smtpUrl,
  };
  const command = join(import.meta.dirname, '..', 'src', 'cli', 'kurrende.mjs');
  return spawn(process.execPath, [command, 'service'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${origin}/abo/health`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error('the service did not start');
}

async function countingMailServer() {
  const recipients: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, callback) {
      stream.resume();
      stream.on('end', () => {
        recipients.push(...envelope.rcptTo.map(({ address }) => address));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const smtpPort = address && typeof address === 'object' ? address.port : 0;
  return { recipients, url: `smtp://127.0.0.1:${smtpPort}`, close: () => server.close(() => {}) };
}
