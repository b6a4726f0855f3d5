/** The day of an editor, as docs/redaktion.md tells it: from a colleague's Word file to the mail in the readers' boxes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { responseHeaders } from '../../src/delivery/headers.ts';
import { stopListening } from '../../src/delivery/listen.ts';
import { serveSite } from '../../src/delivery/site-server.ts';
import { launch } from '../browser/browser.ts';
import { kurrende } from '../cli/command-line.ts';
import { house } from '../cli/house.ts';
import { editSite } from '../cli/sending.ts';
import { freePort } from '../free-port.ts';
import { sink } from '../sending/sink.ts';
import { findings } from './axe.ts';
import { redaktion } from './redaktion.ts';
import { checked, typeAtEnd } from './typing.ts';

const product = join(import.meta.dirname, '..', '..');
const wordFile = join(product, 'tests', 'fixtures', 'import', 'aushang.docx');
const photograph = join(product, 'content', 'issues', '2026-kw47', 'XX.jpg');
const readers = ['anna@rathaus-probe.de', 'bert@rathaus-probe.de'];
const inBerlin = () => Temporal.Now.zonedDateTimeISO('Europe/Berlin');
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Sichern' }).click();
  await page.getByText(/^Gesichert um/).waitFor();
};

test('a Word file becomes a page and a mail at its minute, with nothing but browsers and the timer', async () => {
  const folder = await house();
  const [sitePort, deskPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${deskPort}`;
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
  const served = await serveSite(join(folder, 'dist'), sitePort, responseHeaders({ origin: site, formTargets: [] }));
  onTestFinished(() => stopListening(served, 500));
  await redaktion(folder, {
    BUILD_DATE: '',
    REDAKTION_PORT: String(deskPort),
    REDAKTION_URL: origin,
    REDAKTION_USER_HEADER: 'X-Remote-User',
    REDAKTION_TRUSTED_PROXIES: '127.0.0.1',
    SMTP_URL: server.url,
  });
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
  await save(erika);

  await erika.getByRole('link', { name: 'Einlesen', exact: true }).click();
  await erika.getByLabel(/Datei hierher ziehen/).setInputFiles(wordFile);
  await erika.getByLabel('In welche Ausgabe').selectOption(key);
  await erika.getByRole('button', { name: 'Einlesen' }).click();
  await erika.getByRole('link', { name: 'Text öffnen' }).click();
  await checked(erika);
  await erika.screenshot({ path: '/tmp/publish-1.png', fullPage: true });
  console.log(await erika.locator('#problemliste').innerText());
  console.log(readFileSync(join(folder, decodeURIComponent(new URL(erika.url()).searchParams.get('datei') ?? '')), 'utf8'));
}, 300_000);
