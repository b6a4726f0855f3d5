/** How long editors wait for the Redaktion on a generated archive: for its start, its pages, a check, a preview, a save. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { day } from '../src/model/day.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';
import { launch } from '../tests/browser/browser.ts';
import { checked, typeAtEnd } from '../tests/redaktion/typing.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import { generateArchive } from './generate.ts';

const root = join(import.meta.dirname, '..');
const rounds = 10;
const issue = '2025-kw52';
/** What is being written is a draft: an error in it doesn't take it out of the preview. */
const article = `content/issues/${issue}/01-beitrag-0.md`;

/** However long it takes: the numbers say that. */
const patience = 600_000;

/** Opens the pages of the Redaktion, the first time ever and once more, writes ten times, and prints the times. */
export async function benchRedaktion(count: number): Promise<void> {
  const folder = join(root, '.cache', 'bench', `redaktion-${count}`);
  const { library } = createReader(contentOnDisk(root))({ today: day('2026-01-31'), mode: 'publish' });
  if (!library) throw new Error('the example content is not in order: npm run check');
  const topics = library.terms.topics.map(({ slug }) => slug);
  generateArchive(folder, count, root, topics);
  writeFileSync(
    join(folder, article),
    readFileSync(join(folder, article), 'utf8').replace('\nkind:', '\ndraft: true\nkind:'),
  );
  keepAll(folder);
  const say = (what: string, milliseconds: number) =>
    console.log(
      `${count} articles, ${what}: ${(milliseconds / 1_000).toFixed(2)} s (load ${loadavg()[0]?.toFixed(1)})`,
    );
  const browser = await launch();
  for (const which of ['the first time ever', 'once more']) {
    const begun = performance.now();
    const desk = await start(folder);
    const { address } = desk;
    say(`started ${which}`, performance.now() - begun);
    await desk.during(async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(address);
      say(`anything shown since the start, ${which}`, performance.now() - begun);
      await page.locator('nav.ruler').waitFor();
      say(`first overview since the start, ${which}`, performance.now() - begun);
      if (which === 'once more') await openPages(page, new URL(address).origin, say);
      await page.close();
    });
    await desk.stop();
  }
  const desk = await start(folder);
  await desk.during(() => writeTenTimes(desk.address, browser, count));
  await desk.stop();
  await browser.close();
}

/** As a house has it whose Redaktion has been running for long: everything is in the history. */
function keepAll(folder: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, maxBuffer: 100_000_000 });
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  writeFileSync(join(folder, '.gitignore'), '.cache/\n');
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=Erika Mustermann', '-c', 'user.email=erika@rathaus.example', 'commit', '--quiet', '-m', 'Alles');
}

type Say = (what: string, milliseconds: number) => void;

async function openPages(page: Page, origin: string, say: Say): Promise<void> {
  const open = async (what: string, path: string, isThere: () => Promise<unknown> = async () => {}) => {
    const begun = performance.now();
    await page.goto(origin + path);
    await isThere();
    say(what, performance.now() - begun);
  };
  await open('overview again', '/');
  await open('overview of an early year', '/?jahr=2000');
  await open('page of a text', `/text/?datei=${article}`);
  await open('page of a text, until it is checked', `/text/?datei=${article}`, () => checked(page));
  const preview = () => page.frameLocator('#vorschau-bild').locator('h1').first().waitFor();
  await open('page of a text, until it is shown', `/text/?datei=${article}`, preview);
  await open('history of a text', `/verlauf/?datei=${article}`);
  await open('schedule of an issue', `/erscheinen/?ausgabe=${issue}`);
  await open('page for a new text', '/neu/');
}

const start = (folder: string): Promise<DeskProcess> =>
  startDesk({ ...process.env, SITE_ROOT: folder, BUILD_DATE: '2026-01-31' });

async function writeTenTimes(address: string, browser: Browser, count: number): Promise<void> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(address);
  const origin = new URL(address).origin;
  await page.goto(`${origin}/text/?datei=${article}`);
  await checked(page);
  const frame = page.frameLocator('#vorschau-bild');
  await frame.locator('h1').waitFor();
  const times = { problem: [] as number[], preview: [] as number[], saved: [] as number[], overview: [] as number[] };
  const overview = await browser.newPage();
  overview.setDefaultTimeout(patience);
  await overview.goto(address);
  for (let round = 0; round < rounds; round += 1) {
    await typeAtEnd(page, `\n\n[Runde ${round}](https://`);
    const started = performance.now();
    await page.keyboard.type(')');
    const wanted = round + 1;
    await page.waitForFunction(
      (least) => document.querySelectorAll('#problemliste li:not(.hint)').length >= least,
      wanted,
    );
    times.problem.push(performance.now() - started);
    await frame.getByText(`Runde ${round}`).waitFor();
    times.preview.push(performance.now() - started);
    const saving = performance.now();
    await page.keyboard.press('Control+s');
    await page.waitForFunction(() => /^Gesichert um/.test(document.getElementById('zustand')?.textContent ?? ''));
    times.saved.push(performance.now() - saving);
    const looking = performance.now();
    await overview.reload();
    times.overview.push(performance.now() - looking);
  }
  for (const [what, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b).map(Math.round);
    console.log(
      `${count} articles, ${what}: median ${sorted[rounds / 2]} ms, worst ${sorted.at(-1)} ms of ${rounds} (load ${loadavg()[0]?.toFixed(1)})`,
    );
  }
}
