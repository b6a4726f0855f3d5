import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from '../browser/browser.ts';
import { house } from '../cli/house.ts';
import { inProcess } from '../cli/in-process.ts';
import { redaktion } from './redaktion.ts';

/** Writes how far a mailing of 400 is, as whoever sends it does. */
function figuresIn(folder: string): (accepted: number, finishedAt?: string) => void {
  mkdirSync(join(folder, 'data'), { recursive: true });
  return (accepted, finishedAt) => {
    const counts = { queued: 400 - accepted, accepted, failed: 0, unknown: 0 };
    const when = { startedAt: '2026-11-19T09:00:00Z', finishedAt: finishedAt ?? null };
    const figures = {
      writtenAt: '2026-11-19T09:01:00Z',
      mailings: [{ issue: '2026-kw47', number: 1, ...when, ...counts }],
    };
    writeFileSync(join(folder, 'data/figures.json'), JSON.stringify(figures));
  };
}

test('the desk says that no timer has looked, that the one of a house without subscribers has, and that one is silent', async () => {
  const { folder, ask } = await redaktion(await house());
  const page = async () => (await ask('/zahlen/')).body;
  expect(await page()).toContain('Der Zeitplan hat noch nie nachgesehen');

  expect((await inProcess(['due', '--site'], folder, { BUILD_DATE: '' }, Temporal.Now.instant())).code).toBe(0);
  const looked = await page();
  expect(looked).toContain('auf den Stand gebracht oder war es schon');
  expect(looked).not.toContain('noch nie');

  mkdirSync(join(folder, 'data'), { recursive: true });
  const due = { lookedAt: '2026-11-20T08:00:00Z', troubles: {} };
  writeFileSync(join(folder, 'data/figures.json'), JSON.stringify({ writtenAt: due.lookedAt, mailings: [], due }));
  const silent = await page();
  expect(silent).toContain(
    'Seit dem 20. November 2026 um 09:00 sieht niemand mehr nach, ob eine Ausgabe zu verschicken',
  );
  expect(silent).toContain('auf den Stand gebracht oder war es schon');
}, 120_000);

test('whoever looks on sees how far a mailing is, and is told when it has ended', async () => {
  const { folder, address, origin } = await redaktion();
  const state = figuresIn(folder);
  state(100);
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(origin.length)));
  await page.goto(`${origin}/erscheinen/?ausgabe=2026-kw47`);
  await page.getByText('100 von 400 E-Mails').waitFor();
  state(250);
  await page.getByText('250 von 400 E-Mails').waitFor();
  expect(await page.getByRole('progressbar', { name: 'Der Versand läuft' }).getAttribute('value')).toBe('250');
  state(400, '2026-11-19T09:02:00Z');
  await page.getByRole('status').getByText('Verschickt, zu Ende am 19. November 2026').waitFor();
  expect(await page.locator('#versand-stand').innerText()).toContain('400');
  // It asks no more then.
  const times = () => asked.filter((path) => path.startsWith('/erscheinen/versand')).length;
  const before = times();
  await page.waitForTimeout(4_000);
  expect([before > 0, times()]).toEqual([true, before]);
}, 60_000);

test('whoever is signed out while a mailing goes on keeps what was last seen, and nobody is asked any more', async () => {
  const { folder, address, origin } = await redaktion();
  const state = figuresIn(folder);
  state(100);
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  await page.goto(`${origin}/erscheinen/?ausgabe=2026-kw47`);
  await page.getByText('100 von 400 E-Mails').waitFor();
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/erscheinen/versand')) answers.push(response.status());
  });
  await page.context().clearCookies();
  state(250);
  await expect.poll(() => answers.at(-1)).toBe(401);
  const before = answers.length;
  await page.waitForTimeout(7_000);
  expect(answers.length).toBe(before);
  await page.getByText('100 von 400 E-Mails').waitFor();
}, 60_000);
