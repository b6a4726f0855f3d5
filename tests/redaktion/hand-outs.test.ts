import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from '../browser/browser.ts';
import { organisation } from '../cli/command-line.ts';
import { axeFindings } from './axe.ts';
import { type RunningRedaktion, redaktion } from './redaktion.ts';
import { write } from './typing.ts';

const file = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';

/** A Redaktion behind the house's sign-on, and what its editor does there. */
async function houseWithSignOn(folder = organisation(), today = '2026-11-24') {
  const desk = await redaktion(folder, (origin) => ({
    BUILD_DATE: today,
    REDAKTION_URL: origin,
    REDAKTION_USER_HEADER: 'X-Remote-User',
    REDAKTION_TRUSTED_PROXIES: '127.0.0.1',
  }));
  const as = { 'X-Remote-User': 'Erika Muster' };
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string | undefined> = as) =>
    desk.ask(path, {
      method: 'POST',
      headers: { Cookie: undefined, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const handOut = async (bis: string) => {
    const { status, body } = await form('/zeigen/link', { datei: file, bis });
    return { status, body, key: /#([\w-]{32})"/.exec(body)?.[1] ?? '' };
  };
  const page = async () => (await desk.ask(`/text/?datei=${file}`, { headers: as })).body;
  const asGuest = (key: string) => form('/ansicht/', { schluessel: key }, {});
  return { desk, form, handOut, page, asGuest };
}

/** All that lies in the folder of the links, names too. */
const keptIn = ({ folder }: RunningRedaktion) =>
  globSync('data/ansichten/*', { cwd: folder })
    .map((name) => name + readFileSync(join(folder, name), 'utf8'))
    .join('\n');

test('a link shows the text as it was handed out, to whoever has it, and lets in nowhere else', async () => {
  const { desk, handOut, page, asGuest } = await houseWithSignOn();
  const { status, body, key } = await handOut('2026-12-08');
  expect([status, body]).toEqual([200, expect.stringContaining('Er gilt bis zum Ablauf des 08.12.2026')]);
  expect(key).toHaveLength(32);
  const path = join(desk.folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nSpäter geschrieben.\n`);
  const shown = await asGuest(key);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain('Stand 24.11.2026; einsehbar bis 08.12.2026');
  expect(shown.body).not.toContain('Später geschrieben.');
  expect(shown.headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; frame-ancestors 'none'",
  );
  // No other site is told where a reader came from.
  const told = ['referrer-policy', 'cache-control', 'x-robots-tag'].map((name) => shown.headers[name]);
  expect(told).toEqual(['same-origin', 'no-store', 'noindex']);
  expect(await page()).toContain('zeigt einen früheren Stand');
  for (const other of ['/', `/text/?datei=${file}`, '/ansicht', '/ansicht/../', `/zeigen/seite?datei=${file}`]) {
    expect([other, (await desk.ask(other, { headers: { Cookie: undefined } })).status]).toEqual([other, 401]);
  }
});

test('a key that is wrong, over or withdrawn opens nothing, and nothing of it is left', async () => {
  const { desk, form, handOut, page, asGuest } = await houseWithSignOn();
  const { key } = await handOut('2026-11-24');
  for (const wrong of ['', 'x', `${key}x`, '../../content/site', key.toLowerCase()]) {
    const { status, body } = await asGuest(wrong);
    expect([wrong, status, body]).toEqual([wrong, 410, expect.stringContaining('Dieser Link gilt nicht mehr')]);
  }
  // The key itself is kept nowhere, and told to no log.
  expect(keptIn(desk)).not.toContain(key);
  expect(desk.told.join()).not.toContain(key);
  const id = /name="link" value="([0-9a-f]{64})"/.exec(await page())?.[1] ?? '';
  const guest = await form('/zeigen/widerrufen', { datei: file, link: id }, {});
  expect([guest.status, (await asGuest(key)).status]).toEqual([401, 200]);
  expect((await form('/zeigen/widerrufen', { datei: file, link: id })).status).toBe(303);
  expect([(await asGuest(key)).status, keptIn(desk)]).toEqual([410, '']);

  const second = await handOut('2026-11-30');
  const later = await houseWithSignOn(desk.folder, '2026-12-01');
  expect((await later.asGuest(second.key)).status).toBe(410);
  expect(keptIn(desk)).toBe('');
});

test('a link ends within ninety days, and is made by an editor only', async () => {
  const { desk, form, handOut } = await houseWithSignOn();
  for (const day of ['2026-11-23', '2027-02-23', '1.12.2026', 'bald', '']) {
    const { status, body } = await handOut(day);
    expect([day, status, body]).toEqual([day, 422, expect.stringContaining('höchstens 90 Tage voraus')]);
  }
  expect((await form('/zeigen/link', { datei: file, bis: '2026-12-01' }, {})).status).toBe(401);
  expect((await form('/zeigen/link', { datei: 'package.json', bis: '2026-12-01' })).status).toBe(404);
  const elsewhere = { 'X-Remote-User': 'Erika', Origin: 'https://fremd.example' };
  expect((await form('/zeigen/link', { datei: file, bis: '2026-12-01' }, elsewhere)).status).toBe(403);
  expect((await form('/ansicht/', { schluessel: 'x' }, { Origin: 'https://fremd.example' })).status).toBe(403);
  expect(existsSync(join(desk.folder, 'data'))).toBe(false);
});

test('where nobody else can come there are no links, but files', async () => {
  const desk = await redaktion();
  const { body } = await desk.ask(`/text/?datei=${file}`);
  expect(body).toContain('läuft nur auf Ihrem Rechner');
  expect((await desk.ask('/ansicht/')).status).toBe(404);
  expect((await desk.ask('/ansicht/', { headers: { Cookie: undefined } })).status).toBe(401);
});

test('the door for guests has the colours of the house, as they are now', async () => {
  const { desk, asGuest } = await houseWithSignOn();
  const site = join(desk.folder, 'content/site.md');
  const text = readFileSync(site, 'utf8');
  for (const accent of ['#0b3f68', '#7a1f5c']) {
    writeFileSync(site, text.replace('light: "#0b5268"', `light: "${accent}"`));
    const asked = await desk.ask('/ansicht/', { headers: { Cookie: undefined } });
    const gone = await asGuest('x');
    expect([asked, gone].map(({ status, body }) => [status, body.includes(accent)])).toEqual([
      [200, true],
      [410, true],
    ]);
  }
});

test('in a browser the link opens by itself, its key stays behind, and without script it is typed in', {
  timeout: 60_000,
}, async () => {
  const { desk, handOut } = await houseWithSignOn();
  const { key } = await handOut('2026-12-08');
  const browser = await launch();
  onTestFinished(() => browser.close());
  const asked: string[] = [];
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(`${desk.origin}/ansicht/#${key}`);
  await page.getByRole('heading', { level: 1, name: 'Kein Bild ohne Nachweis' }).waitFor();
  expect(page.url()).toBe(`${desk.origin}/ansicht/`);
  await page.goto(`${desk.origin}/ansicht/`);
  await page.getByLabel(/^Schlüssel/).waitFor();
  // Neither page asks for anything that it is refused.
  expect(complaints).toEqual([]);
  await page.goto(`${desk.origin}/ansicht/#${key}`);
  await page.getByRole('heading', { level: 1, name: 'Kein Bild ohne Nachweis' }).waitFor();
  expect(asked.filter((one) => !one.startsWith('data:')).join('\n')).not.toContain(key);
  expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily)).toContain('Kurrende Serif');

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${desk.origin}/ansicht/#${key}`);
  await plain.getByLabel(/^Schlüssel/).fill(key);
  await plain.getByRole('button', { name: 'Ansehen' }).click();
  await plain.getByRole('heading', { level: 1, name: 'Kein Bild ohne Nachweis' }).waitFor();
});

test('neither the link’s making nor its door is an obstacle to anybody, on a phone by night', async () => {
  const { desk, handOut } = await houseWithSignOn();
  await handOut('2026-12-08');
  const browser = await launch();
  onTestFinished(() => browser.close());
  const look = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const };
  const editor = await browser.newContext({ ...look, extraHTTPHeaders: { 'X-Remote-User': 'Erika Muster' } });
  const desktop = await editor.newPage();
  await write(desktop, desk, file);
  expect(await axeFindings(desktop, 'text with a link')).toEqual([]);
  await desktop.getByRole('button', { name: 'Link anlegen' }).click();
  await desktop.getByRole('heading', { level: 1, name: /^Link zu/ }).waitFor();
  expect(await axeFindings(desktop, 'the link')).toEqual([]);
  await desktop.getByRole('link', { name: 'Zum Text' }).click();
  await desktop
    .getByRole('button', { name: /widerrufen$/ })
    .last()
    .click();
  await desktop.waitForLoadState();
  expect(await desktop.locator('.hand-outs li').count()).toBe(1);
  const guest = await (await browser.newContext(look)).newPage();
  await guest.goto(`${desk.origin}/ansicht/`);
  expect(await axeFindings(guest, 'the door for guests')).toEqual([]);
  await guest.goto(`${desk.origin}/ansicht/#falsch`);
  await guest.getByRole('heading', { level: 1, name: 'Dieser Link gilt nicht mehr' }).waitFor();
  expect(await axeFindings(guest, 'a link that is over')).toEqual([]);
});
