/** The day of an editor, as docs/redaktion.md tells it: from a colleague's Word file to the mail in the readers' boxes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { listen, stopListening } from '../../src/delivery/listen.ts';
import { contentType } from '../../src/model/media-types.ts';
import { launch } from '../browser/browser.ts';
import { kurrende } from '../cli/command-line.ts';
import { house } from '../cli/house.ts';
import { editSite } from '../cli/sending.ts';
import { freePort } from '../free-port.ts';
import { sink } from '../sending/sink.ts';
import { until } from '../until.ts';
import { axeFindings } from './axe.ts';
import { redaktion } from './redaktion.ts';
import { checked, typeAtEnd } from './typing.ts';

const product = join(import.meta.dirname, '..', '..');
const wordFile = join(product, 'tests', 'fixtures', 'import', 'aushang.docx');
const photograph = join(product, 'content', 'issues', '2026-kw35', 'poststelle.png');
const readers = ['anna@rathaus-probe.de', 'bert@rathaus-probe.de'];
const inBerlin = () => Temporal.Now.zonedDateTimeISO('Europe/Berlin');
/** A web server as houses have it: it looks for a file when it is asked for it. */
async function webServer(folder: string, port: number): Promise<void> {
  const server = await listen(
    ({ url = '' }, response) => {
      const path = decodeURIComponent(new URL(url, 'http://site').pathname);
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      if (!existsSync(file)) return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': contentType(file) ?? 'application/octet-stream' });
      response.end(readFileSync(file));
    },
    '127.0.0.1',
    port,
  );
  onTestFinished(() => stopListening(server, 500));
}

const looks = {
  hell: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dunkel: { viewport: { width: 1024, height: 768 }, colorScheme: 'dark' },
  schmal: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  nachts: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
} as const;

/** What axe finds on a page in one of the looks; with `SCREENSHOTS` set to a folder, a picture of it lies there. */
async function seen(
  page: Page,
  name: string,
  { viewport, colorScheme }: (typeof looks)[keyof typeof looks],
): Promise<string[]> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  const { SCREENSHOTS: folder } = process.env;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  return axeFindings(page, name);
}

/** Goes on with the tabulator to what is called so, or has this id. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const { outlineStyle = 'none', outlineWidth = '0' } = element ? getComputedStyle(element) : {};
      const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return { name: element?.id || (element?.textContent ?? '').trim(), isMarked };
    });
    const isThere = typeof wanted === 'string' ? now.name === wanted : wanted.test(now.name);
    if (!isThere) continue;
    if (!now.isMarked) throw new Error(`nothing shows where the focus is: ${now.name}`);
    return;
  }
  throw new Error(`not reached: ${wanted}`);
}

/** Types what stands in a field for dates; its parts are in the order of the browser's language. */
async function typeDate(page: Page, wanted: string, ways: readonly string[]): Promise<void> {
  const field = page.locator(`#${await page.evaluate(() => document.activeElement?.id)}`);
  for (const way of ways) {
    await field.blur();
    await field.focus();
    await page.keyboard.type(way);
    if ((await field.inputValue()) === wanted) return;
  }
  throw new Error(`${wanted} can’t be typed: ${await field.inputValue()}`);
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
};

test('a Word file becomes a page and a mail at its minute, with nothing but browsers and the timer', async () => {
  const folder = await house();
  const sitePort = await freePort();
  const site = `http://127.0.0.1:${sitePort}`;
  editSite(folder, (text) =>
    text
      .replace(/^publicUrl: .*$/m, `publicUrl: ${site}`)
      .replace('---\n', '---\nfourEyesSince: 2026-01-01\n')
      .replace(/^mail:\n/m, 'mail:\n  previewTo: [leitung@it-verbund-hafen.de, presse@it-verbund-hafen.de]\n'),
  );
  await addSubscribers(folder, readers);
  const server = await sink();
  const mailSettings = { SMTP_URL: server.url, DKIM: 'relay' };
  const due = () => kurrende(['due'], folder, { BUILD_DATE: '', ...mailSettings });
  // The timer runs on a server on which nothing has been published yet.
  expect(await due()).toMatchObject({ code: 0, err: '' });
  await webServer(join(folder, 'dist'), sitePort);
  const { origin } = await redaktion(folder, (address) => ({
    BUILD_DATE: '',
    REDAKTION_URL: address,
    REDAKTION_USER_HEADER: 'X-Remote-User',
    REDAKTION_TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: server.url,
  }));
  const readText = (file: string) => readFileSync(join(folder, file), 'utf8');
  const found: string[] = [];
  const browser = await launch();
  onTestFinished(() => browser.close());
  /** Somebody's window, signed in by the house's proxy. */
  const windowOf = async (name: string) => {
    const context = await browser.newContext({
      locale: 'de-DE',
      extraHTTPHeaders: { 'X-Remote-User': name },
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    return page;
  };

  const erika = await windowOf('erika.muster@it-verbund-hafen.de');
  await erika.getByRole('link', { name: 'Neu', exact: true }).click();
  const key = await erika.getByLabel('Jahr und Kalenderwoche').inputValue();
  await erika.getByRole('button', { name: 'Ausgabe anlegen' }).click();
  await checked(erika);
  await erika.locator('#feld-title').fill('Was im Hafen geschieht');
  await erika.locator('#feld-lead').fill('Ein Aushang kommt aufs Telefon.');
  // What a draft may keep of its template is told before a date is settled.
  await save(erika);
  await erika.goto(`${origin}/erscheinen/?ausgabe=${key}`);
  await erika.getByText('„Hier steht das Editorial.“ aus der Vorlage').waitFor();
  await erika.getByRole('link', { name: 'Editorial, Zeile' }).first().click();
  await checked(erika);
  await erika.locator('.cm-content').click();
  await erika.keyboard.press('Control+a');
  await erika.keyboard.type('Guten Tag aus dem Hafen.');
  await save(erika);

  await erika.getByRole('link', { name: 'Einlesen', exact: true }).click();
  await erika.getByLabel(/Datei hierher ziehen/).setInputFiles(wordFile);
  await erika.getByLabel('In welche Ausgabe').selectOption(key);
  await erika.getByRole('button', { name: 'Einlesen' }).click();
  await erika.getByRole('link', { name: 'Text öffnen' }).click();
  await checked(erika);
  const article = new URL(erika.url()).searchParams.get('datei') ?? '';
  // What the file itself doesn't say: under which licence its picture stands.
  await erika.locator('#feld-pictures-0-licence').selectOption('own');
  // A picture of her own above the text.
  await erika.getByRole('button', { name: 'Bild', exact: true }).click();
  const dialog = erika.getByRole('dialog');
  await dialog.locator('#bild-datei').setInputFiles(photograph);
  await dialog.getByText(/liegt jetzt bei der Ausgabe/).waitFor();
  await dialog.getByLabel(/^Alternativtext/).fill('Ein Bescheid auf einem Schreibtisch.');
  await dialog.getByLabel('Bildnachweis').fill('IT-Verbund Küste');
  await dialog.getByLabel('Lizenz').selectOption('own');
  await dialog.getByRole('button', { name: 'Einfügen' }).click();
  // A mistake of typing, and the button that mends it.
  await typeAtEnd(erika, '\n\n##Was noch kommt\n\nDer Kasten am Rathaus bleibt.\n');
  await erika.getByRole('button', { name: 'Beheben', exact: true }).first().click();
  await until(() => /^## Was noch kommt$/m.test(readText(article)));
  // Hints about style hold nothing up.
  await erika
    .locator('#problemzahl')
    .getByText(/^(?:alles in Ordnung|\d+ Hinweise?)$/i)
    .waitFor();
  await save(erika);

  await erika.goto(`${origin}/`);
  await erika.getByRole('link', { name: 'Erscheinen und Versand' }).click();
  // What only a release refuses is told here: a name of the file that is none.
  expect(await erika.getByLabel('Der Aushang kommt aufs Telefon').isChecked()).toBe(false);
  await erika.getByText('„Erika Mustermann“, einen Namen aus dem mitgelieferten Beispiel').first().waitFor();
  await erika.getByRole('link', { name: 'Der Aushang kommt aufs Telefon, Zeile' }).first().click();
  await checked(erika);
  await erika.locator('#feld-people-0-name').fill('Maria Jansen');
  // The editor draws only the lines that are near the window.
  await erika.locator('.cm-content').focus();
  await erika.keyboard.press('Control+End');
  await erika.locator('.cm-line', { hasText: 'Erika Mustermann' }).click();
  await erika.keyboard.press('Home');
  await erika.keyboard.press('Shift+End');
  await erika.keyboard.insertText('> – Maria Jansen, Gemeinderätin');
  await save(erika);
  await erika.goto(`${origin}/erscheinen/?ausgabe=${key}`);
  await erika.getByText('Noch nicht von einer zweiten Person freigegeben').waitFor();
  await erika.getByRole('button', { name: 'Termin festlegen' }).click();
  await erika
    .getByRole('alert')
    .getByText(/noch nicht von einer zweiten Person freigegeben|Vergangenheit/)
    .waitFor();

  const max = await windowOf('Max Muster');
  for (const text of ['Was im Hafen geschieht', 'Der Aushang kommt aufs Telefon']) {
    await max.goto(`${origin}/`);
    await max.getByRole('link', { name: text, exact: true }).click();
    await checked(max);
    await max.getByRole('button', { name: 'Diesen Text freigeben' }).click();
    await max.getByText('Freigegeben von Max Muster').waitFor();
  }

  // From here on by keyboard alone.
  await erika.getByRole('link', { name: 'Stand neu laden' }).focus();
  await erika.keyboard.press('Enter');
  await erika.getByText('Es fehlt nichts.').waitFor();
  await tabTo(erika, 'Probe an mich');
  await erika.keyboard.press('Enter');
  await erika.getByRole('status').getByText('Probe an erika.muster@it-verbund-hafen.de verschickt').waitFor();
  await tabTo(erika, 'Probe an die feste Liste (2 Adressen)');
  await erika.keyboard.press('Space');
  await erika.getByRole('status').getByText('Probe an presse@it-verbund-hafen.de verschickt').waitFor();
  expect(server.taken).toEqual([
    'erika.muster@it-verbund-hafen.de',
    'leitung@it-verbund-hafen.de',
    'presse@it-verbund-hafen.de',
  ]);
  expect((await simpleParser(server.raw[0] ?? '')).subject).toMatch(/^\[Probe\] /);

  /** The next full minute that leaves time to be chosen. */
  const planFor = async (moment: Temporal.ZonedDateTime) => {
    const [day, time] = [moment.toPlainDate().toString(), moment.toPlainTime().toString({ smallestUnit: 'minute' })];
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    const [hour = '', minute = ''] = time.split(':');
    const halfDay = [String(Number(hour) % 12 || 12).padStart(2, '0'), minute, Number(hour) < 12 ? 'AM' : 'PM'];
    await tabTo(erika, 'tag');
    await typeDate(erika, day, [dayOfMonth + month + year, month + dayOfMonth + year]);
    await tabTo(erika, 'zeit');
    await typeDate(erika, time, [hour + minute, halfDay.join('')]);
    await tabTo(erika, /^Termin (festlegen|ändern)$/);
    // What was answered before stands there until the next page does.
    const next = erika.waitForEvent('load');
    await erika.keyboard.press('Enter');
    await next;
    const answer = erika.locator('main > :is([role=status], [role=alert])');
    await answer.waitFor();
    expect(await answer.innerText()).toMatch(/^Der Termin steht: /);
    return { day, time };
  };
  const inMinutes = (minutes: number) =>
    inBerlin().add({ minutes }).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  await planFor(inMinutes(60));
  await erika.getByText('geht dann als E-Mail an alle Abonnenten').waitFor();
  // Called off, it is a draft again; then settled once more, and moved.
  await tabTo(erika, 'Termin absagen');
  await erika.keyboard.press('Enter');
  await erika.getByText('Die Ausgabe ist wieder ein Entwurf.').waitFor();
  await planFor(inMinutes(60));
  for (const [name, look] of Object.entries(looks)) found.push(...(await seen(erika, `termin-${name}`, look)));
  await erika.emulateMedia({ colorScheme: 'light' });
  await erika.setViewportSize({ width: 1440, height: 900 });
  const { day, time } = await planFor(inMinutes(2));
  expect(readText(`content/issues/${key}/index.md`)).toMatch(
    new RegExp(`^publishedOn: ${day} ${time}\\b.*\\n(?:.*\\n)*mailing: true$`, 'm'),
  );

  const published = `${site}/ausgaben/${key.replace('-kw', '/kw')}/`;
  const early = await due();
  if (inBerlin().toPlainTime().toString() < time) {
    expect(early).toEqual({ code: 0, out: expect.any(String), err: '' });
    expect([(await fetch(published)).status, server.taken.length]).toEqual([404, 3]);
  }
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Berlin');
  const rest = inBerlin().until(moment).total('milliseconds');
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest + 50)));
  expect(await due()).toMatchObject({ code: 0, err: '' });
  expect(await due()).toEqual({ code: 0, out: '', err: '' });

  // What a reader gets.
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(published);
  await reader.getByRole('link', { name: 'Der Aushang kommt aufs Telefon' }).first().click();
  await reader.getByRole('heading', { level: 1, name: 'Der Aushang kommt aufs Telefon' }).waitFor();
  await reader.getByRole('heading', { level: 2, name: 'Was noch kommt' }).waitFor();
  await reader.getByAltText('Ein Bescheid auf einem Schreibtisch.').waitFor();
  expect(server.taken.slice(3).toSorted()).toEqual(readers);
  const mail = await simpleParser(server.raw.at(-1) ?? '');
  expect(mail.subject).not.toContain('Probe');
  expect(mail.text).toContain('Eine erfundene Gemeinde hängt ihre Bekanntmachungen');

  // What Erika sees of it.
  await tabTo(erika, 'Stand neu laden');
  await erika.keyboard.press('Enter');
  await erika.getByText('2 von 2 E-Mails').waitFor();
  await erika.getByText('Der Versand hat begonnen; was hinaus ist, lässt sich nicht zurückrufen.').waitFor();
  expect(await erika.getByRole('button', { name: /^Termin/ }).count()).toBe(0);
  for (const [name, look] of Object.entries(looks)) found.push(...(await seen(erika, `versand-${name}`, look)));
  await erika.getByRole('link', { name: 'Zahlen', exact: true }).click();
  await erika.getByRole('row', { name: new RegExp(`^${key} .* 2 2 0 0 0$`) }).waitFor();
  for (const [name, look] of Object.entries(looks)) found.push(...(await seen(erika, `zahlen-${name}`, look)));
  expect(await erika.locator('main').innerText()).not.toContain('rathaus-probe');
  expect(found).toEqual([]);

  // Who did what stands in the history.
  const log = execFileSync('git', ['log', '--reverse', '--format=%an: %s', '--', 'content'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(log).toMatch(/Max Muster: Freigegeben: .*\n.*erika.muster@.*: Termin festgelegt .*\n.*Termin abgesagt/s);
}, 300_000);
