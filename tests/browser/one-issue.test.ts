import type { ParsedMail } from 'mailparser';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { kurrende, serving } from '../cli/command-line.ts';
import { preparedOrganisation } from '../cli/organisations.ts';
import { statuses } from '../cli/sending.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { launch } from './browser.ts';
import { screens } from './site.ts';

const [erika, max] = ['erika@rathaus.example', 'max@rathaus.example'] as const;
const issue = '2025-kw33';
/** Of the example content: an issue is sent with the addresses of the published site. */
const publicUrl = 'https://kurrende.example';

/** All that a mail links to or loads, in both parts. */
function addressesIn({ html, text = '' }: ParsedMail): string[] {
  const linked = [...String(html).matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, address = '']) => address);
  return [...new Set([...linked, ...(text.match(/https?:\/\/[^\s<>)]+/g) ?? [])])];
}

function headerOf({ headerLines }: ParsedMail, name: string): string {
  const line = headerLines.find(({ key }) => key === name)?.line ?? '';
  return line.slice(line.indexOf(':') + 1).trim();
}

async function signUp(page: Page, origin: string, address: string): Promise<void> {
  await page.goto(`${origin}/abo/`);
  // The other form on the page mails a link to leave.
  const button = page.getByRole('button', { name: 'Newsletter abonnieren' });
  await page.locator('form', { has: button }).getByLabel('E-Mail-Adresse').fill(address);
  await button.click();
  await page.getByRole('heading', { level: 1, name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
}

async function confirm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Anmeldung bestätigen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sie sind angemeldet' }).waitFor();
}

test('a reader subscribes, is mailed the issue once, leaves with one click and is mailed no more', async () => {
  const folder = await preparedOrganisation();
  const mails = await mailServer();
  const env = { SMTP_URL: mails.url };
  const { origin } = await serving(['start'], folder, env);
  /** The published site is the one that runs here. */
  const here = (address: string) => address.replace(publicUrl, origin);
  /** What a mail gateway does to see whether a mail is harmless; other hosts stay out of it. */
  const followAll = async (mail: ParsedMail) => {
    const ours = addressesIn(mail)
      .map(here)
      .filter((address) => address.startsWith(`${origin}/`));
    const answers = await Promise.all(ours.map(async (address) => [address, (await fetch(address)).status]));
    expect(answers).toEqual(ours.map((address) => [address, 200]));
    return ours;
  };
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await (await browser.newContext({ viewport: screens.phone })).newPage();

  for (const address of [erika, max]) await signUp(page, origin, address);
  const requests = await mails.received(2);
  const links = (await Promise.all(requests.map(followAll))).flat();
  expect(await statuses(folder)).toEqual({});
  const confirmations = links.filter((address) => address.includes('/abo/bestaetigen/'));
  expect(confirmations).toHaveLength(2);
  for (const address of confirmations) await confirm(page, address);
  const following = { [erika]: ['active', null], [max]: ['active', null] };
  expect(await statuses(folder)).toEqual(following);

  expect(await kurrende(['send', issue, '--yes'], folder, env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 angenommen, 0 abgelehnt, 0 ungeklärt.'),
  });
  /** The mails to an address that hold the story, in both parts. */
  const issuesTo = (address: string) =>
    mails.mails.filter(
      ({ to, text, html }) =>
        [to].flat().some((field) => field?.text.includes(address)) &&
        [text, html].every((part) => String(part).includes('Ülsmann-Pohl')),
    );
  expect([issuesTo(erika).length, issuesTo(max).length]).toEqual([1, 1]);
  const [mail] = issuesTo(erika);
  if (!mail) throw new Error('the issue did not come');
  expect((await followAll(mail)).length).toBeGreaterThan(5);
  expect(await statuses(folder)).toEqual(following);

  // RFC 8058: the mail program posts the content of one header to the address in the other.
  const oneClick = await fetch(here(headerOf(mail, 'list-unsubscribe').slice(1, -1)), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: headerOf(mail, 'list-unsubscribe-post'),
  });
  expect(oneClick.status).toBe(200);
  expect(await statuses(folder)).toEqual({ [max]: ['active', null] });

  expect(await kurrende(['send', issue, '--again', '--yes'], folder, env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Korrektur 1 an 1 Adresse.'),
  });
  expect([issuesTo(erika).length, issuesTo(max).length]).toEqual([1, 2]);
}, 300_000);
