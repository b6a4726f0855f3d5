import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { kurrende, serving } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { builtOrganisation, preparedOrganisation } from './organisations.ts';

/** Signs a reader up through the running site, as a browser without script does, and gives the link in the mail. */
async function signUp(origin: string, folder: string, email: string): Promise<string> {
  const page = await (await fetch(`${origin}/abo/`)).text();
  const [, action = ''] = /<form class="signup" method="post" action="([^"]+)"/.exec(page) ?? [];
  const [, form = ''] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  const body = new URLSearchParams({ email, homepage: '', form });
  const answer = await fetch(action, { method: 'POST', body, headers: { Origin: origin } });
  expect(answer.status).toBe(200);
  const outbox = join(folder, 'data', 'outbox');
  return until(async () => {
    for (const name of readdirSync(outbox)) {
      const mail = await simpleParser(readFileSync(join(outbox, name)));
      const [link] = /http:\/\/\S+\/abo\/bestaetigen\/\S+/.exec(mail.text ?? '') ?? [];
      if (link && !Array.isArray(mail.to) && mail.to?.text === email) return link;
    }
    return '';
  });
}

/** Waits until nobody takes a connection any more. */
async function noLongerListens(origin: string): Promise<void> {
  const { hostname, port } = new URL(origin);
  const isTaken = async () => {
    const socket = connect(Number(port), hostname);
    const taken = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return taken;
  };
  await until(async () => !(await isTaken()));
}

test('npm start serves site and Abo at one address; the service’s pages look like the site', async () => {
  const folder = await preparedOrganisation();
  const { origin, printed, stop } = await serving(['start'], folder);
  expect(printed()).toContain('Abo: E-Mails liegen als .eml-Dateien in data/outbox/, bis SMTP_URL gesetzt ist.');
  const link = await signUp(origin, folder, 'erika@rathaus.example');
  expect(link.startsWith(origin)).toBe(true);
  expect(printed()).toMatch(/\nE-Mail geschrieben: data\/outbox\/\S+\.eml\nLink darin: \S+\n/);
  expect(printed()).toContain(`Link darin: ${link}\n`);

  const page = await fetch(link);
  const html = await page.text();
  expect(html).toContain('<title>Anmeldung bestätigen – Kurrende</title>');
  expect(html).toContain(`<a href="${origin}/impressum/">Impressum</a>`);
  expect(html).not.toMatch(/(?:href|src)="\/(?!\/)|<script|rel="stylesheet"/);
  expect(page.headers.get('content-security-policy')).toContain("style-src 'sha256-");

  const confirmed = await fetch(link, { method: 'POST', headers: { Origin: origin }, body: new URLSearchParams() });
  expect(await confirmed.text()).toContain('Sie sind angemeldet');
  expect((await fetch(`${origin}/abo/huelle/`)).status).toBe(404);
  expect(await stop()).toBe(0);

  const shown = await inProcess(['abo', 'show', 'ERIKA@rathaus.example'], folder);
  expect(shown.out).toContain(
    'Wortlaut: Ich möchte den Newsletter „Kurrende“ (Herausgeber: Zweckverband Kommunale IT Musterland) per',
  );
  expect(shown.out).toContain(`Formular: ${origin}/abo/`);
  expect(shown.out).toMatch(/Bestätigt: .+ Uhr \(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\)/);
});

test('without aboUrl there is no form, and npm start serves the site alone', async () => {
  const folder = await preparedOrganisation();
  const site = join(folder, 'content', 'site.md');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^aboUrl: .*\n/m, ''));
  const { origin, printed } = await serving(['start'], folder);
  const page = await (await fetch(`${origin}/abo/`)).text();
  expect(page).toContain('Das Abo per E-Mail ist noch nicht eröffnet.');
  expect(page).not.toContain('<form');
  expect(printed()).not.toContain('Abo: ');
  expect((await fetch(`${origin}/abo/health`)).status).toBe(404);
});

test('npm run service runs apart from the site, with what the build left', async () => {
  const folder = await preparedOrganisation();
  expect(await kurrende(['service'], folder)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^SMTP_URL fehlt: Der Abo-Dienst kann niemandem den Link zum Bestätigen schicken\./),
  });
  const before = await kurrende(['service', '--outbox'], folder);
  expect([before.code, before.err]).toEqual([
    2,
    expect.stringMatching(/^Die Angaben zur Website fehlen \(.*facts\.json\)\. „npm run build“ schreibt sie\.\n$/),
  ]);
  expect((await kurrende(['build'], folder, { SITE_COMMIT: 'abc123' })).code).toBe(0);
  for (const name of ['content', 'dist']) renameSync(join(folder, name), join(folder, `${name}-elsewhere`));
  const data = join(folder, 'daten');
  const { origin, printed } = await serving(['service', '--outbox'], folder, { DATA_DIR: data });
  expect(printed()).toContain('Abo: E-Mails liegen als .eml-Dateien in daten/outbox/, bis SMTP_URL gesetzt ist.');
  expect(await (await fetch(`${origin}/abo/health`)).json()).toMatchObject({ status: 'ok', waitingMails: 0 });
  const facts = JSON.parse(readFileSync(join(folder, 'server', 'abo', 'facts.json'), 'utf8'));
  expect(facts.form).toMatchObject({ formUrl: 'https://kurrende.example/abo/', siteCommit: 'abc123' });
  expect(facts.form.privacyVersion).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{12}$/);
});

test('a backup is taken while the service runs; a request on its way is answered when it is stopped', async () => {
  const folder = await builtOrganisation();
  const { origin, stop } = await serving(['service', '--outbox'], folder);
  const { out } = await kurrende(['abo', 'backup', 'sicherung'], folder);
  expect(out).toContain('Gesichert: sicherung/ mit Datenbank und Schlüssel.');
  expect(readdirSync(join(folder, 'sicherung')).sort()).toEqual(['abo.key', 'abo.sqlite', 'backup.json']);
  expect((await fetch(`${origin}/abo/health`)).status).toBe(200);

  const facts = JSON.parse(readFileSync(join(folder, 'server', 'abo', 'facts.json'), 'utf8'));
  const form = String(new URLSearchParams({ email: 'erika@rathaus.example', homepage: '', form: facts.form.id }));
  const request = httpRequest(`${origin}/abo/anmelden/`, {
    method: 'POST',
    headers: {
      Origin: facts.siteUrl,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': form.length,
      // The service says so when it has read the headers: from then on the request is on its way.
      Expect: '100-continue',
    },
  });
  const answered = once(request, 'response');
  request.write(form.slice(0, 10));
  await once(request, 'continue');
  const stopped = stop();
  await noLongerListens(origin);
  request.end(form.slice(10));
  const [response] = await answered;
  response.resume();
  expect(response.statusCode).toBe(200);
  expect(await stopped).toBe(0);
  expect((await inProcess(['abo', 'stats'], folder)).out).toMatch(/Unbestätigte Anmeldungen +1\n/);
});
