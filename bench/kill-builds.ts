/** Kills builds at random moments, and looks at the site each time. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finishSwitch, newFilesFolder } from '../src/build/switch.ts';
import { pictureFolder, unfinishedPrefix } from '../src/images/picture-folder.ts';
import { archiveOf } from './archive.ts';
import { Chance } from './random-edits.ts';

const product = join(import.meta.dirname, '..');

type Files = Map<string, string>;

function filesOf(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}

/** Runs a build; kills it after so many milliseconds, if it takes that long. Returns whether it was killed. */
function build(root: string, killAfter?: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(product, 'src/cli/kurrende.mjs'), 'build'], {
    env: { ...process.env, SITE_ROOT: root, BUILD_DATE: '2026-11-24' },
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === null && code !== 0) reject(new Error(`the build ended with ${code}`));
      else resolve(signal === 'SIGKILL');
    });
  });
}

const sameAs = (one: Files, other: Files) =>
  one.size === other.size && [...one].every(([file, bytes]) => other.get(file) === bytes);

/** A site folder with the example content. */
function exampleSite(): string {
  const root = join(product, '.cache', 'bench', 'kill-builds');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'public'), { recursive: true });
  for (const part of ['content', 'public'].filter((one) => existsSync(join(product, one)))) {
    cpSync(join(product, part), join(root, part), { recursive: true });
  }
  return root;
}

/** How many builds were killed, and what each had left. */
interface Kills {
  killed: number;
  /** All of the old site, all of the new one, some of both. */
  before: number;
  after: number;
  between: number;
  /** Before all pages were made, and after the first of them were compressed. */
  along: number;
}

/** Whether a build had compressed pages while it made others, of so many that it had to make. */
function wasCompressing(root: string, pages: number): boolean {
  const folder = newFilesFolder(root);
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const made = names.filter((name) => name.endsWith('.html')).length;
  return made > 0 && made < pages && names.some((name) => name.endsWith('.html.br'));
}

/** What lies in the cache and in the memories of what was read; pictures and bundles are called by their content. */
const namesInCache = (root: string) =>
  ['.', 'texts', 'issues'].flatMap((folder) => readdirSync(join(root, '.cache', folder)));

/** Edits the site's data, so that every page changes, and kills the build of it. Throws if a site was not whole. */
async function killBuilds(root: string, kills: number): Promise<Kills> {
  const dist = join(root, 'dist');
  const site = join(root, 'content/site.md');
  const text = readFileSync(site, 'utf8');
  const sites: Files[] = [];
  const edit = (next: number) =>
    writeFileSync(site, text.replace(/^title: .*$/m, `title: ${next === 0 ? 'Erstes' : 'Zweites'} Blatt`));
  // Each of the two sites that it goes to and fro between, and how long a build takes.
  let took = 0;
  for (const next of [0, 1]) {
    edit(next);
    const started = performance.now();
    await build(root);
    took = performance.now() - started;
    sites.push(filesOf(dist));
  }
  const [first = new Map(), second = new Map()]: Files[] = sites;
  const changing = [...first].filter(([file, bytes]) => file.endsWith('.html') && second.get(file) !== bytes).length;
  // Notes what the one right after an edit could not: then all is there that a build leaves.
  await build(root);
  const cache = new Set(namesInCache(root));
  const chance = new Chance(kills);
  const count: Kills = { killed: 0, before: 0, after: 0, between: 0, along: 0 };
  let next = 0;
  while (count.killed < kills) {
    next = sameAs(filesOf(dist), first) ? 1 : 0;
    edit(next);
    if (!(await build(root, chance.below(took * 1.05)))) continue;
    count.killed += 1;
    const [before, after] = next === 0 ? [second, first] : [first, second];
    const found = filesOf(dist);
    for (const [file, bytes] of found) {
      if (bytes !== before.get(file) && bytes !== after.get(file)) throw new Error(`${file} is neither old nor new`);
    }
    for (const file of before.keys()) {
      if (after.has(file) && !found.has(file)) throw new Error(`${file} is in both sites and was away`);
    }
    if (sameAs(found, before)) {
      count.before += 1;
      if (wasCompressing(root, changing)) count.along += 1;
    } else if (sameAs(found, after)) count.after += 1;
    else {
      count.between += 1;
      // What the next command does first.
      finishSwitch(root);
      if (!sameAs(filesOf(dist), after)) throw new Error('the next command did not finish what was begun');
    }
  }
  await build(root);
  if (!sameAs(filesOf(dist), next === 0 ? first : second)) throw new Error('the last build did not make the site');
  const left = namesInCache(root).filter((name) => !cache.has(name));
  const unfinished = readdirSync(join(root, pictureFolder)).filter((name) => name.startsWith(unfinishedPrefix));
  if (left.length + unfinished.length > 0) throw new Error(`left by what was killed: ${[...left, ...unfinished]}`);
  return count;
}

/** Kills builds of the example content, and as many of an archive whose pages are compressed while others are made. */
export async function benchKillBuilds(kills: number): Promise<void> {
  const archive = Math.floor(kills / 2);
  for (const [what, root, of] of [
    ['the example content', exampleSite(), kills - archive],
    ['an archive of 640 pages', archiveOf(480, 3), archive],
  ] as const) {
    const { killed, before, after, between, along } = await killBuilds(root, of);
    console.log(
      `${what}: ${killed} builds killed, ${along} of them while pages were made and compressed; ${before} times all of the old site, ${after} times all of the new one, ${between} times in the switch between, finished by the next command. No file was cut off, none that stays was away.`,
    );
  }
}
