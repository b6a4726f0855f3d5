import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { wordFile, wordParagraph } from '../import/documents.ts';
import { until } from '../until.ts';
import { browsedRedaktion } from './browsed.ts';
import { checked, typeAtEnd, write } from './typing.ts';

const browsed = browsedRedaktion();
const article = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const read = (file: string) => readFileSync(join(browsed.desk.folder, file), 'utf8');

test('two editors at one article: the second is told who was first, and both texts are merged', async () => {
  const [first, second] = await Promise.all([browsed.window(), browsed.window()]);
  await write(first, browsed.desk, article);
  await write(second, browsed.desk, article);
  await first.locator('#feld-title').fill('Titel der Ersten');
  await typeAtEnd(second, '\n\nSatz der Zweiten.');
  await first.getByRole('button', { name: 'Sichern' }).click();
  await first.getByText(/^Gesichert um/).waitFor();
  await second.getByRole('button', { name: 'Sichern' }).click();
  const dialog = second.getByRole('dialog', { name: 'Inzwischen wurde dieser Text gesichert' });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain('Ihre Fassung ist noch nicht gesichert');
  expect(await dialog.locator('ins').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('Satz der Zweiten.')]),
  );
  expect(read(article)).not.toContain('Satz der Zweiten.');
  await dialog.getByRole('button', { name: 'Beide zusammenführen' }).click();
  await until(() => read(article).includes('Satz der Zweiten.'));
  expect(read(article)).toContain('title: Titel der Ersten\n');
});

test('two editors at one line: the second decides, and what was not taken is in the history', async () => {
  const [first, second] = await Promise.all([browsed.window(), browsed.window()]);
  await write(first, browsed.desk, article);
  await write(second, browsed.desk, article);
  await first.locator('#feld-title').fill('Von der Ersten');
  await second.locator('#feld-title').fill('Vom Zweiten');
  await first.getByRole('button', { name: 'Sichern' }).click();
  await first.getByText(/^Gesichert um/).waitFor();
  await second.getByRole('button', { name: 'Sichern' }).click();
  const dialog = second.getByRole('dialog', { name: 'Inzwischen wurde dieser Text gesichert' });
  await dialog.waitFor();
  expect(await dialog.getByRole('button', { name: 'Beide zusammenführen' }).isVisible()).toBe(false);
  await dialog.getByRole('button', { name: 'Die gesicherte nehmen' }).click();
  await second.waitForLoadState();
  await until(
    async () =>
      (await second
        .locator('#feld-title')
        .inputValue()
        .catch(() => '')) === 'Von der Ersten',
  );
  await second.getByRole('link', { name: 'Verlauf' }).click();
  // The newest state is hers, the one before it his.
  await second.locator('.states a').nth(1).click();
  await second.locator('.difference ins', { hasText: 'Zweiten' }).first().waitFor();
  await second.getByRole('button', { name: 'Diesen Stand zurückholen' }).click();
  await until(() => read(article).includes('title: Vom Zweiten\n'));
});

test('a rescued text is not laid over what somebody saved since, and stays until it is decided', async () => {
  const [first, second] = await Promise.all([browsed.window(), browsed.window()]);
  await write(first, browsed.desk, article);
  await write(second, browsed.desk, article);
  await second.locator('#feld-title').fill('Gerettet');
  second.on('dialog', (dialog) => void dialog.accept());
  await first.locator('#feld-title').fill('Von nebenan');
  await first.getByRole('button', { name: 'Sichern' }).click();
  await first.getByText(/^Gesichert um/).waitFor();
  await second.reload();
  await checked(second);
  const take = second.getByRole('button', { name: 'Diese Fassung übernehmen' });
  await second.route('**/api/sichern', (route) =>
    route.fulfill({ status: 422, json: { error: 'Die Platte ist voll.' } }),
  );
  await take.click();
  await second.getByText('Nicht gesichert: Die Platte ist voll.').waitFor();
  await second.unroute('**/api/sichern');
  await take.click();
  const dialog = second.getByRole('dialog', { name: 'Inzwischen wurde dieser Text gesichert' });
  await dialog.waitFor();
  expect(read(article)).toContain('title: Von nebenan\n');
  await dialog.getByRole('button', { name: 'Meine sichern' }).click();
  await until(() => read(article).includes('title: Gerettet\n'));
});

test('from a Word file to a text with a picture in the browser alone: words, order and credit arrive', async () => {
  const page = await browsed.window();
  const sentences = [
    'Die Stadt Musterstadt hat ihre Akten geordnet.',
    'Das hat ein Jahr gedauert.',
    'Heute findet jeder alles.',
  ];
  const word = await wordFile(['Ordnung im Amt', ...sentences].map((text) => wordParagraph(text)).join(''));
  await page.getByRole('link', { name: 'Einlesen', exact: true }).click();
  await page.getByLabel('Datei hierher ziehen oder auswählen').setInputFiles({
    name: 'Ordnung.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(word),
  });
  await page.getByLabel('In welche Ausgabe').selectOption('2026-kw49');
  await page.getByRole('button', { name: 'Einlesen' }).click();
  await page.getByRole('heading', { name: /ist eingelesen/ }).waitFor();
  await page.getByRole('link', { name: 'Text öffnen' }).click();
  await checked(page);
  const file = new URL(page.url()).searchParams.get('datei') ?? '';
  const order = sentences.map((sentence) => read(file).indexOf(sentence));
  expect(order.every((place, index) => place > (order[index - 1] ?? 0))).toBe(true);

  const photo = await sharp({ create: { width: 1_600, height: 900, channels: 3, background: '#88aa99' } })
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Petra Foto' },
      IFD3: { GPSLatitude: '53/1 0/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '8/1 0/1 0/1', GPSLongitudeRef: 'E' },
    })
    .toBuffer();
  await page.getByRole('button', { name: 'Bild', exact: true }).click();
  await page
    .getByLabel(/^Bild hierher ziehen/)
    .setInputFiles({ name: 'Ämter im Grünen.JPG', mimeType: 'image/jpeg', buffer: photo });
  await page.getByText('„aemter-im-gruenen.jpg“ liegt jetzt bei der Ausgabe.').waitFor();
  await page.getByText(/wo das Bild aufgenommen wurde/).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Bild hinzufügen' });
  expect(await dialog.getByLabel('Bildnachweis').inputValue()).toBe('Petra Foto');
  await dialog.getByLabel(/^Alternativtext/).fill('Ein Rathaus zwischen Bäumen');
  await dialog.getByLabel('Lizenz').selectOption('own');
  await dialog.getByLabel(/^Einwilligung/).selectOption({ label: 'nicht nötig' });
  await dialog.getByRole('button', { name: 'Einfügen' }).click();
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
  expect(read(file)).toMatch(
    /image:\n {2}file: aemter-im-gruenen\.jpg\n {2}alt: Ein Rathaus zwischen Bäumen\n {2}credit: Petra Foto\n {2}licence: own\n {2}consent: not-needed\n/,
  );
  const image = page.frameLocator('#vorschau-bild').getByAltText('Ein Rathaus zwischen Bäumen');
  await image.waitFor();
});

test('of two pictures the one that was chosen last is taken, however late the first comes', async () => {
  const page = await browsed.window();
  await write(page, browsed.desk, article);
  let first: (() => void) | undefined;
  await page.route('**/api/bild', async (route) => {
    if (!first) await new Promise<void>((resolve) => (first = resolve));
    await route.continue();
  });
  const picture = async (name: string, background: string) => {
    const canvas = sharp({ create: { width: 800, height: 450, channels: 3, background } });
    return { name, mimeType: 'image/png', buffer: await canvas.png().toBuffer() };
  };
  const open = () => page.getByRole('button', { name: 'Bild', exact: true }).click();
  const choose = async (name: string, background: string) =>
    page.getByLabel(/^Bild hierher ziehen/).setInputFiles(await picture(name, background));
  await open();
  await choose('langsam.png', 'red');
  await until(() => first !== undefined);
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await open();
  await choose('schnell.png', 'blue');
  await page.getByText('„schnell.png“ liegt jetzt bei der Ausgabe.').waitFor();
  const late = page.waitForResponse((response) => response.url().endsWith('/api/bild'));
  first?.();
  await (await late).finished();
  const dialog = page.getByRole('dialog', { name: 'Bild hinzufügen' });
  await dialog.getByLabel(/^Alternativtext/).fill('Eine blaue Fläche');
  await dialog.getByRole('button', { name: 'Einfügen' }).click();
  const files = page.locator('[data-path$=\'"file"]\']');
  const named = await files.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(named).toContain('schnell.png');
  expect(named).not.toContain('langsam.png');
});

test('a new issue and a new article are begun in the browser, and stand in the overview', async () => {
  const page = await browsed.window();
  await page.getByRole('link', { name: 'Neu', exact: true }).click();
  await page.getByLabel('Jahr und Kalenderwoche').fill('2026-KW51');
  await page.getByRole('button', { name: 'Ausgabe anlegen' }).click();
  await page.getByText('Meinten Sie 2026-kw51?').waitFor();
  await page.getByLabel('Jahr und Kalenderwoche').fill('2026-kw51');
  await page.getByRole('button', { name: 'Ausgabe anlegen' }).click();
  await checked(page);
  await page.locator('#feld-title').fill('Kurz vor dem Fest');
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
  await page.goto(`${browsed.desk.origin}/neu/?ausgabe=2026-kw51`);
  await page.getByLabel('Titel').fill('Öffnungszeiten: zwischen den Jahren');
  await page.getByLabel('Art').selectOption({ label: 'Hinweis' });
  await page.getByRole('button', { name: 'Beitrag anlegen' }).click();
  await checked(page);
  expect(page.url()).toContain(encodeURIComponent('2026-kw51/01-oeffnungszeiten-zwischen-den-jahren.md'));
  expect(read('content/issues/2026-kw51/01-oeffnungszeiten-zwischen-den-jahren.md')).toMatch(
    /^title: "Öffnungszeiten: zwischen den Jahren"\n[\s\S]*^kind: notice\b/m,
  );
  await page.goto(browsed.desk.origin);
  await page
    .getByRole('navigation', { name: /Kalenderwochen/ })
    .getByRole('link', { name: /51\. KW 2026: Kurz vor dem Fest/ })
    .click();
  const issue = page.locator('[id="2026-kw51"]');
  expect(await issue.textContent()).toMatch(
    /Entwurf.*erscheint am 17\.\sDezember 2026.*Öffnungszeiten: zwischen den Jahren/s,
  );
});

test('a text that lies broken on the disk can still be opened, says why, and is mended there', async () => {
  const file = 'content/issues/2026-kw49/02-kaputt.md';
  writeFileSync(join(browsed.desk.folder, file), '---\ntitle: „Kaputt\nkind: [news\n---\n\nText.\n');
  const page = await browsed.window();
  await write(page, browsed.desk, file);
  await page.getByText('Ganze Datei', { exact: true }).waitFor();
  expect(await page.locator('#problemliste li').count()).toBeGreaterThan(0);
});

test('no page has complained, and none has asked any other machine for anything', () => {
  // A week in another form was refused, and so was a text: the console is told.
  expect(browsed.complaints.filter((text) => !/422 \(Unprocessable/.test(text))).toEqual([]);
});
