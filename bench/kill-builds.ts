/** Kills builds at random moments, and looks at the site each time. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finishSwitch } from '../src/build/switch.ts';
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

/** Edits the site's data, so that every page changes, and kills the build of it. Throws if a site was not whole. */
export async function benchKillBuilds(kills: number): Promise<void> {
  const root = join(product, '.cache', 'bench', 'kill-builds');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'public'), { recursive: true });
  for (const part of ['content', 'public'].filter((one) => existsSync(join(product, one)))) {
    cpSync(join(product, part), join(root, part), { recursive: true });
  }
  const dist = join(root, 'dist');
  const site = join(root, 'content/site.md');
  const text = readFileSync(site, 'utf8');
  const sites: Files[] = [];
  // Each of the two sites that it goes to and fro between, and how long a build takes.
  let took = 0;
  for (const title of ['Erstes Blatt', 'Zweites Blatt']) {
    writeFileSync(site, text.replace(/^title: .*$/m, `title: ${title}`));
    const started = performance.now();
    await build(root);
    took = performance.now() - started;
    sites.push(filesOf(dist));
  }
  const chance = new Chance(kills);
  const count = { killed: 0, before: 0, after: 0, between: 0 };
  while (count.killed < kills) {
    const [now, next] = sameAs(filesOf(dist), sites[0] ?? new Map()) ? [0, 1] : [1, 0];
    writeFileSync(site, text.replace(/^title: .*$/m, `title: ${next === 0 ? 'Erstes' : 'Zweites'} Blatt`));
    if (!(await build(root, chance.below(took * 1.05)))) continue;
    count.killed += 1;
    const [before, after] = [sites[now] ?? new Map(), sites[next] ?? new Map()];
    const found = filesOf(dist);
    for (const [file, bytes] of found) {
      if (bytes !== before.get(file) && bytes !== after.get(file)) throw new Error(`${file} is neither old nor new`);
    }
    for (const file of before.keys()) {
      if (after.has(file) && !found.has(file)) throw new Error(`${file} is in both sites and was away`);
    }
    if (sameAs(found, before)) count.before += 1;
    else if (sameAs(found, after)) count.after += 1;
    else {
      count.between += 1;
      // What the next command does first.
      finishSwitch(root);
      if (!sameAs(filesOf(dist), after)) throw new Error('the next command did not finish what was begun');
    }
  }
  await build(root);
  console.log(
    `${count.killed} builds killed: ${count.before} times all of the old site, ${count.after} times all of the new one, ${count.between} times in the switch between, finished by the next command. No file was cut off, none that stays was away.`,
  );
}
