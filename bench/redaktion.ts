import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../src/model/day.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';
import { launch } from '../tests/browser/browser.ts';
import { checked, typeAtEnd } from '../tests/redaktion/typing.ts';
import { generateArchive } from './generate.ts';

const root = join(import.meta.dirname, '..');
const rounds = 10;

/** Writes ten times in the Redaktion on a generated archive, and prints when problem, preview and saved text are there. */
export async function benchRedaktion(count: number): Promise<void> {
  const folder = join(root, '.cache', 'bench', `redaktion-${count}`);
  const { library } = createReader(contentOnDisk(root))({ today: day('2026-01-31'), mode: 'publish' });
  if (!library) throw new Error('the example content is not in order: npm run check');
  const topics = library.terms.topics.map(({ slug }) => slug);
  generateArchive(folder, count, root, topics);
  // What is being written is a draft: an error in it doesn't take it out of the preview.
  const article = 'content/issues/2025-kw52/01-beitrag-0.md';
  const text = readFileSync(join(folder, article), 'utf8');
  writeFileSync(join(folder, article), text.replace('\nkind:', '\ndraft: true\nkind:'));
  const { address, child } = await start(folder);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address);
  const origin = new URL(address).origin;
  await page.goto(`${origin}/text/?datei=${article}`);
  await checked(page);
  const frame = page.frameLocator('#vorschau-bild');
  await frame.locator('h1').waitFor();
  const times = { problem: [] as number[], preview: [] as number[], saved: [] as number[] };
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
    await page.waitForFunction(() => /^Gesichert/.test(document.getElementById('zustand')?.textContent ?? ''));
    times.saved.push(performance.now() - saving);
  }
  for (const [what, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b).map(Math.round);
    console.log(`${count} articles, ${what}: median ${sorted[rounds / 2]} ms, worst ${sorted.at(-1)} ms of ${rounds}`);
  }
  await browser.close();
  child.kill();
}

function start(folder: string): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(root, 'src', 'cli', 'kurrende.mjs'), 'redaktion'], {
    env: { ...process.env, SITE_ROOT: folder, BUILD_DATE: '2026-01-31' },
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const address = /läuft: (\S+)/.exec(printed)?.[1];
      if (address) resolve({ address, child });
    });
    child.on('close', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}
