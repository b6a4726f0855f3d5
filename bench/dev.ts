/** How long an editor waits for `npm run dev`, on a generated archive: for its start, a saved text, a problem. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tests/free-port.ts';
import { archiveOf } from './archive.ts';
import { ours } from './peers.ts';

const product = join(import.meta.dirname, '..');
const rounds = 10;

/** Starts it twice, without and with texts remembered, saves ten times and prints median and worst. */
export async function benchDev(count: number): Promise<void> {
  const { folder, article, env } = ours(archiveOf(count), join(product, '.cache', 'bench', 'dev'), 'dev', [], product);
  for (const which of ['first start', 'second start']) {
    const { child, started, said, origin } = await start(folder, env);
    const path = pathOf(article);
    const asked = performance.now();
    await fetch(origin + path);
    console.log(
      `${count} articles, ${which}: ${seconds(started)} s, its first page ${seconds(performance.now() - asked)} s`,
    );
    if (which === 'second start') await save({ origin: origin + path, article, said, count });
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
}

async function save(at: { origin: string; article: string; said: () => string; count: number }): Promise<void> {
  const { origin, article, said, count } = at;
  const pages: number[] = [];
  const problems: number[] = [];
  const whole = readFileSync(article, 'utf8');
  for (let round = 0; round < rounds; round += 1) {
    const sentence = `Gesichert zum ${round}. Mal.`;
    const saved = performance.now();
    appendFileSync(article, `\n${sentence}\n`);
    while (!(await (await fetch(origin)).text()).includes(sentence)) await wait(10);
    pages.push(performance.now() - saved);
    const target = `/gibt-es-nicht-${round}/`;
    const broken = performance.now();
    writeFileSync(article, `${whole}\n[Ins Leere](${target}) und weiter.\n`);
    while (!said().includes(target)) await wait(10);
    problems.push(performance.now() - broken);
    writeFileSync(article, whole);
    await wait(1_000);
  }
  for (const [what, times] of Object.entries({ page: pages, 'problem in the terminal': problems })) {
    const sorted = times.toSorted((a, b) => a - b).map(Math.round);
    console.log(
      `${count} articles, save to ${what}: median ${sorted[rounds / 2]} ms, worst ${sorted.at(-1)} ms of ${rounds}`,
    );
  }
}

interface Started {
  child: ChildProcess;
  /** Milliseconds until it printed its address. */
  started: number;
  said: () => string;
  origin: string;
}

async function start(folder: string, env: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [join(product, 'src/cli/kurrende.mjs'), 'dev'], {
    env: { ...process.env, ...env, SITE_ROOT: folder, PORT: String(port) },
  });
  let printed = '';
  const note = (chunk: unknown) => {
    printed += String(chunk);
  };
  child.stderr.on('data', note);
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      note(chunk);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (origin) resolve({ child, started: performance.now() - begun, said: () => printed, origin });
    });
    child.on('close', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

/** The path of an article's page, of its file in an issue of one week. */
function pathOf(article: string): string {
  const [issue = '', name = ''] = article.split('/').slice(-2);
  return `/ausgaben/${issue.replace('-', '/')}/${basename(name, '.md').slice(3)}/`;
}
