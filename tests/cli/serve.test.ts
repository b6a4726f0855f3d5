import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { photograph } from '../images/photograph.ts';
import { until } from '../until.ts';
import { kurrende, serving } from './command-line.ts';
import { preparedOrganisation } from './organisations.ts';

const story = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/';

/** The path goes out as it is: `fetch` would tidy it up. */
function statusOf(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(origin, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

test('npm start shows the site at the address that it prints', async () => {
  const { origin, printed, stop } = await serving(['start'], await preparedOrganisation());
  const page = await fetch(origin + story);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('AdobeStock/heidepinkall');
  expect(html).toContain(`<link rel="canonical" href="${origin}${story}">`);
  expect(printed()).toContain('Zum Veröffentlichen bauen Sie mit „npm run build“.');

  const types = {
    '/': 'text/html',
    '/feed/rss.xml': 'application/xml',
    '/feed/atom.xml': 'application/xml',
    '/feed/feed.json': 'application/feed+json',
    '/feed/ausgaben.xml': 'application/xml',
    '/feed/feeds.opml': 'text/x-opml',
    '/robots.txt': 'text/plain',
    '/.well-known/security.txt': 'text/plain',
    '/ausgaben/2026/kw47/redaktionswerkstatt/termin.ics': 'text/calendar',
  };
  for (const [path, type] of Object.entries(types)) {
    const response = await fetch(origin + path);
    const text = await response.text();
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      200,
      expect.stringContaining(type),
    ]);
    expect(text).not.toContain('kurrende.example/');
  }

  const feed = await fetch(`${origin}/feed/rss.xml`);
  const etag = feed.headers.get('etag') ?? '';
  expect((await fetch(`${origin}/feed/rss.xml`, { headers: { 'If-None-Match': etag } })).status).toBe(304);

  const missing = await fetch(`${origin}/gibt-es-nicht/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('<html lang="de"');
  expect(await statusOf(origin, '/../package.json')).toBe(404);
  expect(await statusOf(origin, '/%2e%2e/package.json')).toBe(404);
  expect(await stop()).toBe(0);
});

test('the Redaktion ends in good order for whoever ends it as soon as it says that it runs', async () => {
  const folder = await preparedOrganisation();
  const { stop } = await serving(['redaktion'], folder, { REDAKTION_PORT: String(await freePort()) });
  expect(await stop()).toBe(0);
});

test('npm run dev shows drafts, a saved file at once, and goes on with errors', async () => {
  const folder = await preparedOrganisation();
  const moved = join(folder, 'content/issues/2026-kw01/01-jahr-mit-53-wochen.md');
  writeFileSync(moved, readFileSync(moved, 'utf8').replace('- /news/53-wochen/', '- /alt/'));
  const { origin } = await serving(['dev'], folder);
  const textOf = async (path: string) => (await fetch(origin + path)).text();
  expect(await textOf('/ausgaben/2026/kw49/')).toContain('Entwurf');
  expect(await textOf('/suche/')).toContain('Die Vorschau kann nicht suchen.');
  const abo = await textOf('/abo/');
  expect(abo).toContain('Die Vorschau nimmt keine Anmeldungen an');
  expect(abo).toContain('Ich möchte den Newsletter „Kurrende“ (Herausgeber: Zweckverband');
  expect(abo).not.toContain('<form');
  expect(await textOf('/leichte-sprache/')).toContain('Die Kurrende ist ein Newsletter.');
  expect(await textOf('/ueber-diese-publikation/')).toContain('Kurrende hieß früher ein Schreiben');
  writeFileSync(
    join(folder, 'content/seiten/mitmachen.md'),
    '---\ntitle: Mitmachen\ndescription: Wie man mitmacht.\nshowIn: menu\ndraft: true\n---\n\nRufen Sie an.\n',
  );
  const isDraft = async () => (await textOf('/mitmachen/')).includes('<p class="state">Entwurf</p>');
  await until(isDraft);
  expect(await textOf('/')).toContain('<a href="/mitmachen/">Mitmachen</a>');
  // A former address at the top of the site is none of these pages.
  expect(await textOf('/alt/')).toContain('Diese Seite ist umgezogen');

  const file = join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('Beratung"', 'Beratung und Ruhe"'));
  await until(async () => (await textOf(story)).includes('Beratung und Ruhe'));

  writeFileSync(file, before.replace('kind: case-study', 'kind: bericht'));
  const seen = async () => {
    const home = await textOf('/');
    return home.includes('01-open-prosoz-wesermarsch.md:4') && home.includes('„bericht“');
  };
  await until(seen);
  expect(await textOf('/ausgaben/2026/kw01/')).toContain('Das neue Jahr beginnt im alten');

  const site = join(folder, 'content/site.md');
  writeFileSync(site, readFileSync(site, 'utf8').replace('title: Kurrende', 'title: [Kurrende'));
  const waits = async () => (await textOf('/')).includes('Die Vorschau wartet auf Ihre Korrektur');
  await until(waits);
  expect(await textOf('/')).not.toContain('node_modules');
});

test('npm run dev shows pictures and attachments, a new picture at once, and a broken one as a gap with its credit', async () => {
  const folder = await preparedOrganisation();
  const { origin } = await serving(['dev'], folder);
  const calendar = '/ausgaben/2026/kw47/redaktionskalender-2027/';
  const figureOf = async () => /<figure.*?<\/figure>/s.exec(await (await fetch(origin + calendar)).text())?.[0] ?? '';
  const picturesOf = async (): Promise<string[]> => (await figureOf()).match(/\/bilder\/[\w-]+\.\w+/g) ?? [];
  const before = await picturesOf();
  expect(before).toHaveLength(7);
  for (const path of [...before, `${calendar}redaktionskalender-2027.csv`]) {
    const response = await fetch(origin + path);
    expect([path, response.status, (await response.arrayBuffer()).byteLength > 1000]).toEqual([path, 200, true]);
  }

  const file = join(folder, 'content/issues/2026-kw47/wochenjahr-2027.png');
  writeFileSync(file, await photograph({ width: 500, height: 300 }));
  await until(async () => (await picturesOf()).some((path) => !before.includes(path)));
  for (const path of await picturesOf()) expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
  writeFileSync(file, 'kein Bild');
  await until(async () => !(await figureOf()).includes('<img'));
  expect(await figureOf()).toContain('Zweckverband Kommunale IT Musterland');
});

test('while npm start shows a site nothing else builds over it: not a second one, nor a build', async () => {
  const folder = await preparedOrganisation();
  const { origin } = await serving(['start'], folder);
  const page = await (await fetch(origin)).text();
  for (const command of ['start', 'build']) {
    const { code, err } = await kurrende([command], folder, { PORT: '' });
    expect([command, code]).toEqual([command, 2]);
    expect(err).toContain('Ein anderer Befehl baut oder zeigt gerade die Website');
  }
  expect(await (await fetch(origin)).text()).toBe(page);
});
