import { execFile } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { until } from '../until.ts';
import { mailServer } from './mail-server.ts';
import { linkIn, type RunningService, runningService } from './running-service.ts';

const erika = 'erika@rathaus.example';

interface Health {
  status: string;
  message: string;
  troubles: { kind: string }[];
}

async function health(service: RunningService): Promise<[number, string[], string]> {
  const response = await service.get('/abo/health');
  const { troubles, message } = (await response.json()) as Health;
  return [response.status, troubles.map(({ kind }) => kind), message];
}

/** What a monitoring system is told: its exit code and line. */
function checked(...args: string[]): Promise<[code: number, line: string]> {
  const script = join(import.meta.dirname, '..', '..', 'ops', 'monitoring', 'check_kurrende');
  return new Promise((resolve) => {
    execFile('sh', [script, ...args], (error, out) => resolve([Number(error?.code ?? 0), out.trim()]));
  });
}

describe('/abo/health turns red', () => {
  test('when the mail server goes away, also while nobody signs up', async () => {
    const service = await runningService({ env: { SMTP_URL: 'smtp://127.0.0.1:1' } });
    await until(async () => (await health(service))[0] === 503);
    expect(await health(service)).toEqual([
      503,
      ['mail-server'],
      'Der Mailserver nimmt nichts an: niemand nimmt dort Verbindungen an.',
    ]);
    expect(service.log).toContainEqual({ event: 'mail-server-unreached', facts: { cause: 'refused' } });
  });

  test('when a mail waits for more than an hour', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    server.refuseWith(451);
    await service.signUp(erika);
    await until(async () => service.log.some(({ event }) => event === 'mail-failed'));
    expect((await health(service))[0]).toBe(200);
    service.pass({ minutes: 61 });
    expect(await health(service)).toEqual([503, ['queue'], '1 E-Mail wartet, die älteste seit 01.09.2025, 10:00 Uhr.']);
  });

  test('when nothing was backed up for more than a day, and green by a backup', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    await service.signUp(erika);
    const [mail] = await server.received(1);
    await service.post(linkIn(mail?.text), {});
    await server.received(2);
    expect((await health(service))[0]).toBe(200);
    service.pass({ hours: 27 });
    expect(await health(service)).toEqual([503, ['backup'], 'Es wurde noch nie gesichert.']);
  });

  test('when a list was imported that nobody backed up, but not while there is nothing to back up, as the manual says', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    const manual = readFileSync('docs/betrieb.md', 'utf8');
    expect(manual).toMatch(/^\| `backup` \| .*Solange niemand angemeldet ist, gibt es nichts zu sichern \|$/m);
    service.pass({ hours: 27 });
    expect((await health(service))[1]).not.toContain('backup');
    const { DATABASE_URL: url } = await databaseOf(service.folder);
    await addSubscribers(service.folder, ['bert@rathaus.example'], url);
    expect((await health(service))[1]).toContain('backup');
  });

  test('when the site was not built for more than a day', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    const file = join(service.folder, 'server', 'abo', 'facts.json');
    const early = Date.parse('2025-08-31T04:00:00Z') / 1000;
    utimesSync(file, early, early);
    expect(await health(service)).toEqual([
      503,
      ['build'],
      'Die Website wurde zuletzt am 31.08.2025, 06:00 Uhr gebaut.',
    ]);
  });
});

describe('/abo/metrics', () => {
  test('has the numbers that matter in the format of Prometheus, and no person', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    await addSubscribers(
      service.folder,
      [erika, 'bert@rathaus.example'],
      (await databaseOf(service.folder)).DATABASE_URL,
    );
    await until(async () => (await (await service.get('/abo/metrics')).text()).includes('contact_age'));
    const response = await service.get('/abo/metrics');
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('kurrende_abo_subscribers{status="active"} 2\n');
    expect(text).toContain('kurrende_abo_mails_waiting 0\n');
    expect(text).toContain('kurrende_abo_healthy 0\n');
    expect(text).toContain('kurrende_abo_trouble{kind="backup"} 1\n');
    expect(text).not.toContain('rathaus');
    // Each name has its help and type once, before its values (the format's own rule).
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) kurrende_abo_\w+ \S.*|kurrende_abo_\w+(?:\{\w+="[\w-]+"\})? \d+)$/);
    }
  });

  test('are for this machine alone: whatever a web server hands on finds no such page', async () => {
    const service = await runningService();
    for (const name of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
      const response = await fetch(`${service.origin}/abo/metrics`, { headers: { [name]: '127.0.0.1' } });
      expect([name, response.status]).toEqual([name, 404]);
    }
  });
});

describe('the check for Icinga and Checkmk', () => {
  test('is green and red with the service, and says why', async () => {
    const server = await mailServer();
    const service = await runningService({ env: { SMTP_URL: server.url } });
    expect(await checked(service.origin)).toEqual([0, 'OK: Alles in Ordnung. | waiting_mails=0']);
    server.refuseWith(451);
    await service.signUp(erika);
    service.pass({ hours: 2 });
    const [code, line] = await checked(service.origin);
    expect([code, line]).toEqual([2, expect.stringMatching(/^CRITICAL: 1 E-Mail wartet, .* \| waiting_mails=1$/)]);
    expect(await checked('--checkmk', service.origin)).toEqual([
      0,
      expect.stringMatching(/^2 Kurrende_Abo waiting_mails=1 1 E-Mail wartet/),
    ]);
  });

  test('is red where nobody answers or somebody else does, and says how it is called', async () => {
    expect(await checked('http://127.0.0.1:1')).toEqual([2, expect.stringContaining('antwortet nicht: curl: (7)')]);
    // No value where nobody says one, in the words of each format: an end of the mails would look like mails that are done.
    expect((await checked('http://127.0.0.1:1'))[1]).toMatch(/ \| waiting_mails=U$/);
    expect(await checked('--checkmk', 'http://127.0.0.1:1')).toEqual([
      0,
      expect.stringMatching(/^2 Kurrende_Abo - Der Abo-Dienst antwortet nicht: /),
    ]);
    const service = await runningService();
    expect(await checked(`${service.origin}/anderswo`)).toEqual([2, expect.stringContaining('(Antwort 404)')]);
    expect((await checked())[0]).toBe(3);
  });
});
