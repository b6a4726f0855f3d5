import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { axeFindings } from './axe.ts';
import { browsedRedaktion } from './browsed.ts';
import { byKeyboard } from './keyboard.ts';
import { checked, typeAtEnd, write } from './typing.ts';

const browsed = browsedRedaktion();
const article = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const read = (file: string) => readFileSync(join(browsed.desk.folder, file), 'utf8');

test('every text that is opened and saved in the browser without change is the same bytes', async () => {
  const page = await browsed.window();
  const files = globSync('content/**/*.{md,yaml}', { cwd: browsed.desk.folder }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const file of files) {
    const before = read(file);
    // What is all data has a text only as a whole.
    await page.goto(`${browsed.desk.origin}/text/?datei=${file}${file.endsWith('.yaml') ? '&ganz=1' : ''}`);
    await checked(page);
    await page.locator('.cm-content').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Sichern' }).click();
    await page.getByText(/^Gesichert um/).waitFor();
    expect([file, read(file) === before]).toEqual([file, true]);
  }
}, 300_000);

test('a mistake stands at its line while one writes, and is mended by a button', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, article);
  await typeAtEnd(page, '\n\nDas Angebot kostet 5 € . [Mehr](https://)\n');
  await page.locator('#problemliste li').first().waitFor();
  await page.locator('.cm-lint-marker').first().waitFor();
  const lines = await page.locator('#problemliste .link').allTextContents();
  expect(lines.join()).toMatch(/Zeile \d+/);
  expect(read(article)).not.toContain('kostet 5');
});

test('a German date in a form is told at its field, mended by “Beheben”, and only its line changes', async () => {
  const file = 'content/issues/2026-kw47/02-redaktionswerkstatt.md';
  const page = await browsed.window();
  await page.goto(`${browsed.desk.origin}/text/?datei=${file}&ganz=1`);
  await checked(page);
  const before = read(file);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type('\nupdatedOn: 24.11.2026\ncorrection: Der Raum ist ein anderer.');
  const mend = page.getByRole('button', { name: 'Beheben', exact: true });
  await mend.waitFor();
  await mend.click();
  await until(() => read(file) !== before);
  expect(read(file)).toBe(
    before.replace('---\n', '---\nupdatedOn: 2026-11-24\ncorrection: Der Raum ist ein anderer.\n'),
  );
});

test('fields are changed in the form: a select, boxes, a list, each in its lines alone', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, article);
  const before = read(article).split('\n');
  await page.getByLabel('Art', { exact: true }).selectOption({ label: 'Nachricht' });
  await page.getByLabel('IT-Betrieb').check();
  await page.locator('summary', { hasText: 'Menschen' }).click();
  await page.getByRole('button', { name: 'Wer zu Wort kommt: hinzufügen' }).click();
  await page.locator('[data-field="people[1].name"] input').fill('Maria Muster');
  await page.locator('[data-field="people[1].function"] input').fill('Amt für Bilder');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
  const after = read(article).split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    'kind: news',
    expect.stringMatching(/^topics: \[.*it-betrieb.*\]$/),
    'people:',
    '  - name: Maria Muster',
    '    function: Amt für Bilder',
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual(['kind: notice', expect.stringMatching(/^topics: /)]);
});

test('page, mail and feed entry show what is not saved yet, as readers will have it', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md');
  await typeAtEnd(page, '\n\nDieser Satz ist noch nicht gesichert.');
  const frame = page.frameLocator('#vorschau-bild');
  await frame.getByText('Dieser Satz ist noch nicht gesichert.').waitFor();
  expect(await frame.locator('.ruler a[aria-current]').textContent()).toBe('33');
  expect(await frame.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily)).toContain('Kurrende Serif');
  expect(
    await frame
      .locator('figure img')
      .first()
      .evaluate((image) => (image as HTMLImageElement).decode().then(() => true)),
  ).toBe(true);
  await page.getByRole('tab', { name: 'E-Mail' }).click();
  await frame.getByText('Dieser Satz ist noch nicht gesichert.').waitFor();
  expect(await page.locator('#vorschau-angaben').textContent()).toMatch(/Betreff.*33\.\sKW\s2025.*Byte/s);
  await page.getByRole('tab', { name: 'Feed' }).click();
  await frame.getByText('Dieser Satz ist noch nicht gesichert.').waitFor();
});

test('whoever closes the window without saving finds the text again', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, 'content/seiten/ueber-diese-publikation.md');
  await typeAtEnd(page, '\n\nNicht verlieren.');
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  const other = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await write(other, browsed.desk, 'content/seiten/ueber-diese-publikation.md');
  await other.getByRole('button', { name: 'Diese Fassung übernehmen' }).click();
  await until(() => read('content/seiten/ueber-diese-publikation.md').includes('Nicht verlieren.'));
});

test('the tools write marks that the check takes: heading, list, link, table, quotation, note', async () => {
  const page = await browsed.window();
  const file = 'content/issues/2026-kw01/01-jahr-mit-53-wochen.md';
  await write(page, browsed.desk, file);
  for (const [tool, typed] of [
    ['Überschrift', 'Neues'],
    ['Liste', 'Punkt'],
    ['Zitat mit Name', 'Ein Satz, der gesagt wurde.'],
    ['Tabelle', 'Tag'],
    ['Fußnote', 'Eine Ergänzung.'],
  ] as const) {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\n');
    if (tool === 'Fußnote') await page.keyboard.type('Ein Satz mit Fußnote.');
    await page.getByRole('button', { name: tool }).click();
    await page.keyboard.type(typed);
  }
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
  const text = read(file);
  expect(text).toContain('\n\n## Neues\n');
  expect(text).toContain('\n- Punkt\n');
  expect(text).toContain('> „Ein Satz, der gesagt wurde.“\n>\n> – Vorname Nachname, Amt');
  expect(text).toContain('| Tag | Spalte |\n| --- | --- |');
  expect(text).toMatch(/Ein Satz mit Fußnote\.\[\^\d\]\s+\[\^\d\]: Eine Ergänzung\./);
});

describe('the screens', () => {
  const screens = [
    ['overview', '/'],
    ['article', `/text/?datei=${article}`],
    ['issue', '/text/?datei=content/issues/2026-kw49/index.md'],
    ['case study', '/text/?datei=content/issues/2025-kw33/01-open-prosoz-wesermarsch.md'],
    ['event', '/text/?datei=content/issues/2026-kw47/02-redaktionswerkstatt.md'],
    ['house', '/text/?datei=content/site.md'],
    ['accessibility statement', '/text/?datei=content/legal/barrierefreiheit.md'],
    ['privacy notice', '/text/?datei=content/legal/datenschutz.md'],
    ['terms', '/text/?datei=content/terms.yaml'],
    ['terms as a file', '/text/?datei=content/terms.yaml&ganz=1'],
    ['new', '/neu/'],
    ['import', '/einlesen/'],
    ['history', `/verlauf/?datei=${article}`],
    ['coming out', '/erscheinen/?ausgabe=2026-kw49'],
    ['figures', '/zahlen/'],
    ['no such page', '/gibtsnicht/'],
  ] as const;
  const looks = {
    'light, 1440 px': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
    'dark, 1024 px': { viewport: { width: 1024, height: 768 }, colorScheme: 'dark' },
    'dark, 1440 px': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
    'light, 360 px': { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  } as const;

  test.each(Object.keys(looks) as (keyof typeof looks)[])(
    'axe finds nothing on any of them, and none is wider than the window: %s',
    async (look) => {
      const page = await browsed.window(looks[look]);
      const found: string[] = [];
      for (const [name, path] of screens) {
        await page.goto(browsed.desk.origin + path);
        if (path.startsWith('/text/')) await checked(page);
        // All that can be opened is.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        found.push(...(await axeFindings(page, name)));
        if (name === 'article') {
          await page.getByRole('button', { name: 'Bild', exact: true }).click();
          found.push(...(await axeFindings(page, 'picture dialog')));
        }
      }
      expect(found).toEqual([]);
    },
    300_000,
  );

  test('by keyboard alone a text is reached, changed, left and saved', async () => {
    const page = await browsed.window();
    const { stop, tabTo } = byKeyboard(page);
    await tabTo(/^Kein Bild ohne Nachweis$/);
    await page.keyboard.press('Enter');
    await checked(page);
    await tabTo(/^feld-title$/);
    await page.keyboard.press('End');
    await page.keyboard.type(' und ohne Maus');
    await tabTo(/^Überschrift$/);
    await page.keyboard.press('ArrowRight');
    expect((await stop())?.name).toBe('Fett');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Getippt.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect((await stop())?.name).not.toBe('');
    await page.keyboard.press('Control+s');
    await page.getByText(/^Gesichert um/).waitFor();
    expect(read(article)).toMatch(/^title: .* und ohne Maus$/m);
    expect(read(article)).toContain(' Getippt.');
  });
});

test('by keyboard alone a text is pasted, imported, opened and mended', async () => {
  const page = await browsed.window();
  const { tabTo } = byKeyboard(page);
  await tabTo(/^Einlesen$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Datei einlesen' }).waitFor();
  await tabTo(/^text$/);
  await page.keyboard.insertText('Der Markt zieht um\n\nAb Montag kostet der Stand 5  € am Tag.\n');
  await tabTo(/^ausgabe$/);
  await page.keyboard.press('ArrowDown');
  await tabTo(/^Einlesen$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /ist eingelesen$/ }).waitFor();
  await tabTo(/^Text öffnen$/);
  await page.keyboard.press('Enter');
  await checked(page);
  await tabTo(/^eingelesen-erledigt$/);
  await page.keyboard.press('Enter');
  expect(await page.locator('#eingelesen').isHidden()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('text-titel');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Gesichert um/).waitFor();
});

test('no page has complained, and none has asked any other machine for anything', () => {
  // The page that isn't there says so to the console too.
  expect(browsed.complaints.filter((text) => !/404 \(Not Found\)/.test(text))).toEqual([]);
});
