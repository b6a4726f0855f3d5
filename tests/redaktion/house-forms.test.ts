/** What an editor sees and does in the forms of the house's own files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browsedRedaktion } from './browsed.ts';
import { write } from './typing.ts';

const browsed = browsedRedaktion();
const read = (file: string) => readFileSync(join(browsed.desk.folder, file), 'utf8');

/** Lines of a file that were not there before, and those that are there no more. */
function changes(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { added: now.filter((line) => !old.includes(line)), gone: old.filter((line) => !now.includes(line)) };
}

test.each([
  [
    'content/site.md',
    'Herausgeber, Farben, E-Mail',
    ['Stil des Hauses', 'Herausgeber und Impressum'],
    'Startseite Impressum E-Mail',
  ],
  ['content/legal/datenschutz.md', 'Datenschutzhinweise', ['Betrieb der Website'], 'Seite'],
  ['content/legal/barrierefreiheit.md', 'Erklärung zur Barrierefreiheit', ['Was nicht barrierefrei ist'], 'Seite'],
  ['content/terms.yaml', 'Themen, Kommunen, Verfahren', ['Themen', 'Kommunen', 'Verfahren'], 'Seite'],
])(
  '%s has the heading of the overview, groups of its own, and previews of what is made of it',
  async (file, title, groups, tabs) => {
    const page = await browsed.window();
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const found = await page.locator('summary').allTextContents();
    expect(found).toEqual(expect.arrayContaining(groups));
    expect(found).not.toContain('Sprache, Stil und künstliche Intelligenz');
    expect((await page.getByRole('tab').allTextContents()).join(' ')).toBe(tabs);
    expect(new URL(page.url()).searchParams.get('datei')).toBe(file);
  },
);

test('in the statement the kind of a gap is chosen by its German name, and only its line changes', async () => {
  const file = 'content/legal/barrierefreiheit.md';
  const page = await browsed.window();
  const before = read(file);
  await write(page, browsed.desk, file);
  const kind = page.locator('[data-field="gaps[1].kind"]');
  expect(await kind.textContent()).not.toContain('Praxisbericht');
  await page.getByLabel('Art der Lücke').selectOption({ label: 'Unverhältnismäßige Belastung' });
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(changes(before, read(file))).toEqual({
    added: ['    kind: disproportionate-burden'],
    gone: ['    kind: non-compliance'],
  });
});

test('a box stands for “our house itself”: without its tick a company is named, with it again none', async () => {
  const file = 'content/legal/datenschutz.md';
  const page = await browsed.window();
  const before = read(file);
  const box = page.getByLabel('Unser Haus betreibt die Website selbst');
  await write(page, browsed.desk, file);
  expect(await page.locator('#feld-hosting-name').isVisible()).toBe(false);
  await box.uncheck();
  await page.locator('#feld-hosting-name').fill('Rechenzentrum Weser GmbH');
  await page.locator('#feld-hosting-city').fill('Brake');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(changes(before, read(file))).toEqual({
    added: ['hosting:', '  name: Rechenzentrum Weser GmbH', '  city: Brake'],
    gone: ['hosting: own'],
  });

  await write(page, browsed.desk, file);
  await box.check();
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(read(file)).toBe(before);
});

test('what was begun behind a box is nothing any more as soon as its tick is back', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, 'content/legal/datenschutz.md');
  const box = page.getByLabel('Unser Haus betreibt die Website selbst');
  await box.uncheck();
  await page.locator('#feld-hosting-name').fill('Rechenzentrum Weser GmbH');
  await page.getByText('Noch nicht gesichert').waitFor();
  await box.check();
  expect(await page.locator('#zustand').textContent()).toBe('Nichts geändert');
});

test('a number that is written where a box said “none” is kept, at its place', async () => {
  const page = await browsed.window();
  const before = read('content/site.md');
  await write(page, browsed.desk, 'content/site.md');
  await page.getByLabel('Das Haus hat keine solche Nummer').first().uncheck();
  await page.locator('#feld-publishers-0-vatId').fill('DE123456788');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(read('content/site.md')).toBe(before.replace('vatId: none', 'vatId: DE123456788'));
});

test('periods of the Abo stay numbers when they are changed', async () => {
  const file = 'content/legal/datenschutz.md';
  const page = await browsed.window();
  const before = read(file);
  await write(page, browsed.desk, file);
  await page.getByLabel('Link zum Bestätigen gilt (Stunden)').fill('48');
  await page.getByLabel('Nachweis der Einwilligung bleibt (Jahre)').fill('4');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(changes(before, read(file)).added).toEqual(['  confirmWithinHours: 48', '  proofKeptYears: 4']);
});

test('a word of the house is entered under “Stil des Hauses”, as the manual says', async () => {
  const page = await browsed.window();
  const before = read('content/site.md');
  await write(page, browsed.desk, 'content/site.md');
  await page.getByRole('button', { name: 'Wort: hinzufügen' }).click();
  await page.getByLabel('Wort 1', { exact: true }).fill('Kurrendeblatt');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(changes(before, read('content/site.md')).added).toEqual(['style:', '  words: [Kurrendeblatt]']);
});

test('a topic is added in the form of the terms: name and short form, at the end of its list', async () => {
  const file = 'content/terms.yaml';
  const page = await browsed.window();
  const before = read(file);
  await write(page, browsed.desk, file);
  expect(await page.getByRole('toolbar').count()).toBe(0);
  expect(await page.locator('.cm-content').isVisible()).toBe(false);
  await page.getByText('Ein neues braucht einen Namen und ein Kürzel.').first().waitFor();
  await page.getByRole('button', { name: 'Thema: hinzufügen' }).click();
  const entry = page.locator('[data-added]');
  await entry.getByLabel('Name').fill('Bürgerdienste');
  await entry.getByLabel('Kürzel').fill('Bürgerdienste');
  await page.locator('#problemliste').getByText('Meinten Sie „buergerdienste“?').waitFor();
  await entry.getByLabel('Kürzel').fill('buergerdienste');
  await page.locator('#problemzahl').getByText('alles in Ordnung').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  expect(read(file)).toBe(
    before.replace('\nmunicipalities:', '  - name: Bürgerdienste\n    slug: buergerdienste\n\nmunicipalities:'),
  );

  await write(page, browsed.desk, 'content/issues/2026-kw49/01-bilder-und-nachweise.md');
  await page.getByLabel('Bürgerdienste').waitFor();
});
