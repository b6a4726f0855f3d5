import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { browsedRedaktion } from './browsed.ts';
import { checked, write } from './typing.ts';

const article = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const other = 'content/issues/2026-kw49/02-termin.md';

const browsed = browsedRedaktion(() => {
  const folder = organisation();
  const text = readFileSync(join(folder, article), 'utf8');
  writeFileSync(join(folder, article), `${text.trimEnd()}\n\n[Ins Leere](/gibt-es-nicht/)\n`);
  const head = [
    'id: tag:kurrende.example,2026-11-24:termin',
    'title: Ein Termin',
    'kind: event',
    'summary: Wann und wo.',
    'draft: true',
    'event:',
    '  start: 2027-02-30',
    '  place: Rathaus',
  ];
  writeFileSync(join(folder, other), `---\n${head.join('\n')}\n---\n\nWir treffen uns im Rathaus.\n`);
  return folder;
});

test('each problem of the overview leads to its field or its line, by the name that it has there', async () => {
  const page = await browsed.window();
  const missing = page.locator('[id="2026-kw49"] .missing');
  await missing.getByRole('link', { name: 'Ein Termin, Beginn' }).click();
  await checked(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('feld-event-start');
  await page.goto(browsed.desk.origin);
  const link = missing.getByRole('link', { name: /^Kein Bild ohne Nachweis, Zeile \d+$/ });
  const line = Number(/\d+$/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await checked(page);
  expect(await page.evaluate(() => document.getSelection()?.anchorNode?.textContent)).toContain('Ins Leere');
  // The page of the text counts as the overview does.
  const problem = page.locator('#problemliste li', { hasText: '/gibt-es-nicht/' });
  await problem.getByRole('button', { name: `Zeile ${line}`, exact: true }).waitFor();
});

test('the heading follows the title while it is typed, and a text without problems says so once', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, 'content/issues/2026-kw48/02-entgelte-2027.md');
  await page.locator('#feld-title').fill('Was 2027 kostet');
  await page.getByRole('heading', { level: 1, name: 'Was 2027 kostet' }).waitFor();
  expect(await page.title()).toMatch(/^Was 2027 kostet · Redaktion /);
  await page.locator('#feld-title').fill('');
  await page.getByRole('heading', { level: 1, name: '02-entgelte-2027.md' }).waitFor();
  const other = await browsed.window();
  await write(other, browsed.desk, 'content/seiten/ueber-diese-publikation.md');
  await other.locator('#problemzahl').getByText('alles in Ordnung').waitFor();
  expect(await other.getByText(/alles in Ordnung/i).count()).toBe(1);
});
