/** A house that has just begun: what nobody has filled in yet holds texts up, and editors are told what and where. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openHunspell } from '../../src/reader/hunspell.ts';
import { house } from '../cli/house.ts';
import { browsedRedaktion } from './browsed.ts';
import { formWith, opened, redaktion } from './redaktion.ts';
import { write } from './typing.ts';

const statement = 'content/legal/barrierefreiheit.md';
const file = 'content/issues/2026-kw49/index.md';
const newHouse = await house();
const statementPath = join(newHouse, statement);
const filled = readFileSync(statementPath, 'utf8');
writeFileSync(statementPath, filled.replace(/^status: .*\n/m, ''));
const browsed = browsedRedaktion(() => newHouse);

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

test('a house that has just begun sees its texts before its legal ones are done, and its schedule says what is missing', async () => {
  const { desk } = browsed;
  await desk.ask('/neu/', form({ was: 'ausgabe', woche: '2026-kw49' }));
  const { version, base } = await opened(desk, file);
  const changes = [
    { path: ['title'], value: 'Der Hafen im Winter' },
    { path: ['lead'], value: 'Was in den Häfen geschieht.' },
  ];
  await desk.post('/api/sichern', { file, version, synced: base, edits: { base, changes, body: 'Moin.\n' } });

  const page = await browsed.window();
  await write(page, desk, file);
  await page.locator('#problemzahl').getByText('alles in Ordnung').waitFor();
  const shown = page.frameLocator('#vorschau-bild').getByRole('heading', { name: 'Der Hafen im Winter' });
  await shown.waitFor();
  expect((await desk.ask(`/zeigen/seite?datei=${file}`)).status).toBe(200);
  await write(page, desk, statement);
  await page.getByText('Die Vorschau erscheint, sobald die Fehler behoben sind.').waitFor();

  const plan = form({ ausgabe: '2026-kw49', tag: '2026-12-01', zeit: '10:00', versand: 'ja' });
  const refused = await desk.ask('/erscheinen/planen', plan);
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('Noch kann nichts erscheinen')]);
  expect(refused.body).toMatch(
    />Erklärung zur Barrierefreiheit, Ergebnis der Prüfung<\/a>: keine Angabe „Ergebnis der Prüfung“/,
  );
  expect(refused.body).not.toContain('Es fehlt nichts.');

  writeFileSync(statementPath, filled);
  expect((await desk.ask('/erscheinen/planen', plan)).body).toContain('Der Termin steht');
  await write(page, desk, statement);
  await page
    .frameLocator('#vorschau-bild')
    .getByRole('heading', { level: 1, name: /Barrierefreiheit/ })
    .waitFor();
}, 120_000);

test('where the house’s own data are wrong, preview and hand-outs say so and lead there', async () => {
  const { desk } = browsed;
  const site = join(desk.folder, 'content/site.md');
  const right = readFileSync(site, 'utf8');
  writeFileSync(site, right.replace(/^title: .*\n/m, ''));
  const page = await browsed.window();
  await write(page, desk, file);
  const notice = page.locator('#vorschau-meldung');
  await notice.getByText('An diesem Text liegt es nicht').waitFor();
  const link = notice.getByRole('link', { name: 'Herausgeber, Farben, E-Mail' });
  expect(await link.getAttribute('href')).toBe(`/text/?datei=${encodeURIComponent('content/site.md')}`);
  const shown = await desk.ask(`/zeigen/seite?datei=${file}`);
  expect([shown.status, shown.body]).toEqual([
    422,
    expect.stringContaining('Fehler stehen noch in: Herausgeber, Farben, E-Mail.'),
  ]);
  writeFileSync(site, right);
}, 120_000);

test('what the house says of itself is seen where readers find it: home page, imprint, newest mail', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, 'content/site.md');
  const shown = page.frameLocator('#vorschau-bild');
  await shown.getByRole('heading', { level: 1, name: 'Hafenblatt' }).waitFor();
  await page.getByRole('tab', { name: 'Impressum' }).click();
  await shown.getByRole('heading', { level: 1, name: 'Impressum' }).waitFor();
  await page.getByRole('tab', { name: 'E-Mail' }).click();
  await page.locator('#vorschau-angaben').getByText('Absender').waitFor();
  await shown.getByText('Der Hafen im Winter').first().waitFor();
}, 120_000);

test.each([
  ['content/site.md', 'Hafenblatt'],
  [statement, 'Barrierefreiheit'],
  ['content/legal/datenschutz.md', 'Datenschutz'],
  ['content/terms.yaml', 'Themen'],
])(
  '%s is shown as the page that is made of it',
  async (own, heading) => {
    const page = await browsed.window();
    await write(page, browsed.desk, own);
    await page.frameLocator('#vorschau-bild').getByRole('heading', { level: 1, name: heading }).waitFor();
  },
  60_000,
);

test('what has to be done before an issue can be scheduled is named with its text and the line that it has there', async () => {
  const { desk } = browsed;
  await desk.ask('/neu/', form({ was: 'ausgabe', woche: '2026-kw50' }));
  const other = 'content/issues/2026-kw50/index.md';
  const { written } = await opened(desk, other);
  const line = written.split('\n').indexOf('Hier steht das Editorial.') + 1;
  const { body } = await desk.ask('/erscheinen/?ausgabe=2026-kw50');
  expect(body).toContain(`>Editorial, Zeile ${line}</a>: „Hier steht das Editorial.“`);
});

test('no day that is over is proposed, for a new issue or for one that lay', async () => {
  const desk = await redaktion(await house(), { BUILD_DATE: '2026-11-27' });
  // A Friday: the Thursday of its week was yesterday.
  expect((await desk.ask('/neu/')).body).toMatch(/value="2026-kw49"/);
  await desk.ask('/neu/', form({ was: 'ausgabe', woche: '2026-kw48' }));
  expect((await desk.ask('/erscheinen/?ausgabe=2026-kw48')).body).toMatch(/name="tag" required value="2026-11-28"/);
});

test('the house’s forms speak German, and so does what is wrong with them', async () => {
  const broken = filled.replace(/^(?:status|createdOn): .*\n/gm, '');
  writeFileSync(statementPath, broken);
  const page = await browsed.window();
  await write(page, browsed.desk, statement);
  await page.getByRole('heading', { level: 1, name: 'Barrierefreiheit' }).waitFor();
  const problems = page.locator('#problemliste');
  await problems.getByText('Füllen Sie das Feld aus.').first().waitFor();
  await problems.getByRole('button', { name: 'Ergebnis' }).first().click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('feld-status');
  await page.getByLabel('Ergebnis der Prüfung').selectOption({ label: 'teilweise vereinbar' });
  writeFileSync(statementPath, filled);
}, 60_000);

test('a file of data has no tools for text, and says what it is', async () => {
  const page = await browsed.window();
  await page.goto(`${browsed.desk.origin}/text/?datei=content/terms.yaml&ganz=1`);
  await page.getByText('Hier stehen Themen, Kommunen und Verfahren als Listen.').waitFor();
  expect(await page.getByRole('toolbar').count()).toBe(0);
}, 60_000);

test('data that no form can show say why it is not there, and recommend none', async () => {
  const { ask, folder } = browsed.desk;
  const terms = join(folder, 'content/terms.yaml');
  const before = readFileSync(terms, 'utf8');
  writeFileSync(terms, `${before}other: [\n`);
  const { body } = await ask('/text/?datei=content/terms.yaml');
  writeFileSync(terms, before);
  expect(body).toContain('erst wieder zeigen, wenn die Fehler behoben sind');
  expect(body).not.toContain('Im Formular geht es einfacher');
});

test('a picture that is chosen again is the one that lies there, and one that nothing names is no text to be opened', async () => {
  const { desk } = browsed;
  await desk.ask('/neu/', form({ was: 'ausgabe', woche: '2026-kw51' }));
  const of = { file: 'content/issues/2026-kw51/index.md' };
  const picture = async (background: string) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const add = async (bytes: Uint8Array) => {
    const { headers, body } = formWith(of, { field: 'datei', name: 'Foto.jpg', bytes });
    return JSON.parse((await desk.ask('/api/bild', { method: 'POST', headers, body })).body).name;
  };
  const names = [await add(await picture('red')), await add(await picture('blue')), await add(await picture('blue'))];
  expect(names).toEqual(['foto.jpg', 'foto-2.jpg', 'foto-2.jpg']);
  const { body } = await desk.ask('/');
  expect(body).toContain('<code>content/issues/2026-kw51/foto.jpg</code>');
  expect(body).not.toContain('foto.jpg, Zeile');
});

test('of errors elsewhere those are named without a link that no text stands behind, and the rest is counted', async () => {
  const { desk } = browsed;
  await desk.ask('/neu/', form({ was: 'ausgabe', woche: '2026-kw52' }));
  mkdirSync(join(desk.folder, 'content/seiten'), { recursive: true });
  const wrong = Array.from({ length: 12 }, (_, number) => `content/seiten/größe-${number + 10}.md`);
  for (const one of wrong) writeFileSync(join(desk.folder, one), 'Text\n');
  const { body } = await desk.ask('/erscheinen/?ausgabe=2026-kw52');
  for (const one of wrong) rmSync(join(desk.folder, one));
  expect(body).toContain(`<li><code>${wrong[0]}</code>: `);
  expect(body).not.toMatch(/größe-\d+\.md, Zeile/);
  expect(body).toMatch(/und \d+ weitere Fehler\./);
});

test.skipIf(!(await openHunspell()))('a hint about spelling in the head stands at its field', async () => {
  const { desk } = browsed;
  await desk.ask('/neu/', form({ was: 'beitrag', ausgabe: '2026-kw51', titel: 'Das Amt', art: 'news' }));
  const article = 'content/issues/2026-kw51/01-das-amt.md';
  const { base } = await opened(desk, article);
  const edits = { base, changes: [{ path: ['summary'], value: 'Das Amt schlohmpft.' }], body: 'Moin.\n' };
  const { answer } = await desk.post('/api/pruefen', { file: article, edits });
  expect(answer.problems).toContainEqual(expect.objectContaining({ rule: 'wordUnknown', field: 'summary' }));
});
