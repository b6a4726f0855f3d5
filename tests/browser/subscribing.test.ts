import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { recipients } from '../../src/store/queries/subscribers.ts';
import { serving } from '../cli/command-line.ts';
import { preparedOrganisation } from '../cli/organisations.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { launch } from './browser.ts';
import { screens } from './site.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has to say about the page; it runs beside the page's own policy. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values } }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${page.url()} ${id}: ${html}`));
}

async function following(dataFolder: string) {
  const { db, secret } = await openData({ folder: dataFolder }, randomBytes);
  const list = await recipients(db, '', 10);
  await db.destroy();
  return list.map(({ id, email }) => ({ email, token: secret.unsubscribeToken(id) }));
}

test('a reader subscribes and leaves in a browser, and every page on the way is accessible', async () => {
  const folder = await preparedOrganisation();
  const mails = await mailServer();
  const { origin } = await serving(['start'], folder, { SMTP_URL: mails.url });
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ viewport: screens.phone })).newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // The browser notes answers of 400 by itself.
    if (!message.text().includes('400 (Bad Request)')) said.push(message.text());
  });
  const title = () => page.locator('h1').innerText();

  await page.goto(`${origin}/abo/`);
  // The other form on the page mails a link to leave.
  const signup = page.locator('form', { has: page.getByRole('button', { name: 'Newsletter abonnieren' }) });
  expect(await signup.getByLabel('Dieses Feld bitte leer lassen').isVisible()).toBe(false);
  // The browser's own check would hold it back; the service has to be right without it.
  await signup.evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await signup.getByLabel('E-Mail-Adresse').fill('erika@rathaus');
  await page.keyboard.press('Enter');
  await expect.poll(title).toBe('Bitte prüfen Sie Ihre Adresse');
  expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('erika@rathaus');
  expect(await complaints(page)).toEqual([]);

  await page.getByLabel('E-Mail-Adresse').fill('erika@rathaus.example');
  await page.getByRole('button', { name: 'Newsletter abonnieren' }).click();
  await expect.poll(title).toBe('Bitte sehen Sie in Ihr Postfach');
  expect(await complaints(page)).toEqual([]);

  const [mail] = await mails.received(1);
  const links = mail?.text?.match(/https?:\/\/\S+/g) ?? [];
  for (const link of links) expect((await fetch(link)).status).toBe(200);
  expect(await following(join(folder, 'data'))).toEqual([]);

  await page.goto(links[0] ?? '');
  expect(await complaints(page)).toEqual([]);
  await page.getByRole('button', { name: 'Anmeldung bestätigen' }).click();
  await expect.poll(title).toBe('Sie sind angemeldet');
  const [subscriber] = await following(join(folder, 'data'));
  expect(subscriber?.email).toBe('erika@rathaus.example');

  await page.goto(`${origin}/abo/abmelden/${subscriber?.token}/`);
  expect(await complaints(page)).toEqual([]);
  await page.getByRole('button', { name: 'Newsletter abbestellen' }).click();
  await expect.poll(title).toBe('Sie sind abgemeldet');
  expect(await complaints(page)).toEqual([]);
  expect(await following(join(folder, 'data'))).toEqual([]);
  expect(said).toEqual([]);
}, 120_000);
