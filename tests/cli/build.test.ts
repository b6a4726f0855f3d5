import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { article, inArticle, index, projectWith, write } from '../reader/sample-content.ts';
import { sharedExample } from '../site/build.ts';
import { kurrende, organisation } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { builtOrganisation, preparedOrganisation } from './organisations.ts';

test('an error in the content stops the build and leaves the last site as it was', async () => {
  const folder = await builtOrganisation();
  const home = readFileSync(join(folder, 'dist', 'index.html'), 'utf8');

  const file = join(folder, 'content/issues/2025-kw33/index.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));
  const { code, err } = await kurrende(['build'], folder);
  expect(code).toBe(1);
  expect(err).toContain('Meinten Sie „title“?');
  expect(err).toContain('Nicht gebaut. dist/ ist unverändert.');
  expect(readFileSync(join(folder, 'dist', 'index.html'), 'utf8')).toBe(home);
});

test('an incomplete draft stops neither a build nor a mail; the same without "draft: true" does', async () => {
  const files = (draft: string) => ({
    'public/Thumbs.db': 'x',
    'public/satzung.pdf': 'x',
    'content/issues/2025-kw33/Plan & Übersicht + mehr; neu.pdf': 'der Plan',
    ...inArticle('attachments: [{file: "Plan & Übersicht + mehr; neu.pdf", title: Plan}]'),
    'content/issues/2025-kw33/02-unfertig.md': `---\ntitle: Noch: unfertig\n${draft}---\n\nEin Anfang.\n`,
  });
  const folder = projectWith(files('draft: true\n'));
  const day = { BUILD_DATE: '2025-08-20' };
  const { code, out, err } = await kurrende(['build'], folder, day);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^content\/issues\/2025-kw33\/02-unfertig\.md:2 {2}Noch zu tun$/m);
  expect(out).toMatch(
    /^In Ordnung: 1 Ausgabe, 1 Beitrag\. Noch nicht veröffentlicht: 0 Ausgaben, 1 Beitrag\. Noch zu tun in Entwürfen: 1 Stelle\.$/m,
  );
  const beside = join(folder, 'dist/ausgaben/2025/kw33');
  expect(existsSync(join(beside, 'unfertig'))).toBe(false);
  expect(readFileSync(join(beside, 'erster-beitrag/Plan & Übersicht + mehr; neu.pdf'), 'utf8')).toBe('der Plan');
  expect(['Thumbs.db', 'satzung.pdf'].filter((name) => existsSync(join(folder, 'dist', name)))).toEqual([
    'satzung.pdf',
  ]);
  expect((await inProcess(['check'], folder, day)).code).toBe(0);

  write(folder, files(''));
  const stopped = await inProcess(['build'], folder, day);
  expect(stopped.code).toBe(1);
  expect(stopped.err).toContain('content/issues/2025-kw33/02-unfertig.md:2  Fehler');
  expect(stopped.err).toContain('Nicht gebaut. dist/ ist unverändert.');
});

test('a broken picture stops the build before anything is written', async () => {
  const folder = organisation();
  writeFileSync(join(folder, 'content/issues/2026-kw47/wochenjahr-2027.png'), 'kein Bild');
  const { code, err } = await kurrende(['build'], folder);
  expect(code).toBe(1);
  expect(err).toContain('die Datei „wochenjahr-2027.png“, die kein Bild in einem bekannten Format ist');
  expect(err).not.toMatch(/^\s+at /m);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('a build that breaks off leaves the last site as it was', async () => {
  const folder = await builtOrganisation();
  writeFileSync(join(folder, 'dist', 'marke'), 'die letzte gute Fassung');
  // A file where the new site has to be put together.
  writeFileSync(join(folder, 'content', 'issues', 'x.md'), '');
  expect((await kurrende(['build'], folder)).code).toBe(1);
  expect(existsSync(join(folder, 'dist', 'marke'))).toBe(true);
});

test('variables of the machine that other tools read do not publish a draft', async () => {
  const folder = await preparedOrganisation();
  await kurrende(['build'], folder, { NODE_ENV: 'development', DEV: '1', MODE: 'development' });
  expect(existsSync(join(folder, 'dist', 'ausgaben', '2025', 'kw33', 'index.html'))).toBe(true);
  expect(existsSync(join(folder, 'dist', 'ausgaben', '2026', 'kw49'))).toBe(false);
});

test('the files for web servers are written beside the site', async () => {
  const folder = await sharedExample();
  expect(readdirSync(join(folder, 'server')).sort()).toEqual([
    'Caddyfile',
    'Caddyfile-abo',
    'Caddyfile-log',
    '_headers',
    '_redirects',
    'abo',
    'apache-abo.conf',
    'apache-log.conf',
    'apache.conf',
    'log-days',
    'nginx-abo.conf',
    'nginx-maps.conf',
    'nginx-site.conf',
  ]);
  const lines = readFileSync(join(folder, 'server', 'nginx-site.conf'), 'utf8');
  expect(lines).toContain('location = /news/53-wochen/ { return 301 /ausgaben/2026/kw01/jahr-mit-53-wochen/; }');
});

test('a file that the build did not change keeps its time, so that readers do not load it again', async () => {
  const folder = await builtOrganisation();
  const paths = [
    'feed/archiv/2025.xml',
    'feed/archiv/2025.xml.br',
    'ausgaben/2026/kw01/index.html',
    'feed/archiv/2026.xml.gz',
  ];
  const state = () => paths.map((path) => statSync(join(folder, 'dist', path)).mtime.getTime());
  const before = state();

  const file = join(folder, 'content/issues/2026-kw01/01-jahr-mit-53-wochen.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Ein anderer Titel'));
  expect((await kurrende(['build'], folder)).code).toBe(0);
  const after = state();
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after.slice(2).map((time, i) => time > (before[i + 2] ?? 0))).toEqual([true, true]);
  for (const path of ['ausgaben/2026/kw01/index.html', 'feed/archiv/2025.xml']) {
    const read = (file: string) => readFileSync(join(folder, 'dist', file));
    expect([path, brotliDecompressSync(read(`${path}.br`))]).toEqual([path, read(path)]);
    expect([path, gunzipSync(read(`${path}.gz`))]).toEqual([path, read(path)]);
  }
});

test('a site without an issue is built; its search says that there is nothing to search', async () => {
  const folder = projectWith({ [index]: undefined, [article]: undefined });
  const { code, err } = await kurrende(['build'], folder, { BUILD_DATE: '2025-08-20' });
  expect([code, err]).toEqual([0, '']);
  const page = readFileSync(join(folder, 'dist', 'suche', 'index.html'), 'utf8');
  expect(page).toContain('Noch ist keine Ausgabe erschienen, also gibt es nichts zu durchsuchen.');
  expect(page).not.toMatch(/<form|<script/);
});
