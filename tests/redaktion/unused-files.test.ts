import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { browsedRedaktion } from './browsed.ts';

const issue = 'content/issues/2026-kw48';
const picture = `${issue}/uebrig.png`;

const browsed = browsedRedaktion(() => {
  const folder = organisation();
  copyFileSync(join(folder, issue, 'buergerbuero.png'), join(folder, picture));
  return folder;
});

test('a picture that no text names is deleted from the overview, and fetched back as it was', async () => {
  const page = await browsed.window();
  const path = join(browsed.desk.folder, picture);
  const bytes = readFileSync(path);
  await page.getByRole('button', { name: '„uebrig.png“ löschen' }).click();
  await page.getByRole('heading', { name: '„uebrig.png“ ist gelöscht' }).waitFor();
  expect(existsSync(path)).toBe(false);
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await page.getByRole('heading', { name: '„uebrig.png“ ist wieder da' }).waitFor();
  expect(readFileSync(path).equals(bytes)).toBe(true);
  await page.getByRole('link', { name: 'Zur Übersicht' }).click();
  await page.getByRole('button', { name: '„uebrig.png“ löschen' }).click();
  await page.getByRole('link', { name: 'Zur Übersicht' }).click();
  await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
  expect(await page.getByText('uebrig.png').count()).toBe(0);
});

test('nothing else is deleted or fetched back that way: no picture that a text names, no text, nothing beside the issues', async () => {
  const { folder, ask } = browsed.desk;
  const post = (path: string, datei: string) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ datei }).toString(),
    });
  for (const file of [`${issue}/buergerbuero.png`, `${issue}/index.md`, 'content/site.md', '../nebenan.png', 'x']) {
    expect((await post('/dateien/loeschen', file)).status, file).toBe(422);
    expect((await post('/dateien/zurueckholen', file)).status, file).toBe(422);
  }
  expect(existsSync(join(folder, issue, 'buergerbuero.png'))).toBe(true);
  expect(existsSync(join(folder, 'content/site.md'))).toBe(true);
});
