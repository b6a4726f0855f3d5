import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { shippedLibrary } from '../shipped.ts';
import { until } from '../until.ts';
import { sharedExample } from './build.ts';
import { freshClone } from './clone.ts';

let clone: string;

beforeAll(() => {
  clone = freshClone();
});

interface Running {
  printed: () => string;
  ended: Promise<number | null>;
  child: ChildProcess;
}

function launch(args: string[], settings: Record<string, string> = {}): Running {
  const { SITE_ROOT: _, ...env } = process.env;
  const child = spawn('npx', ['astro', ...args], {
    cwd: clone,
    // Nothing of the test's own: Astro behaves otherwise in a test.
    env: { ...env, BUILD_DATE: '2026-11-24', VITEST: '', NODE_ENV: '', ASTRO_TELEMETRY_DISABLED: '', ...settings },
    // A group of its own, to be stopped as a whole.
    detached: true,
  });
  let printed = '';
  const note = (chunk: unknown) => {
    printed += stripVTControlCharacters(String(chunk));
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });
  return { printed: () => printed, ended, child };
}

async function astro(...args: string[]): Promise<{ code: number | null; printed: string }> {
  const { ended, printed } = launch(args);
  return { code: await ended, printed: printed() };
}

/** The files of a folder with their bytes. */
function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** Names first: a missing page is told by its name, not by its bytes. */
function expectSameFiles(found: Map<string, Buffer>, expected: Map<string, Buffer>): void {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  expect([...found].filter(([name, bytes]) => !expected.get(name)?.equals(bytes)).map(([name]) => name)).toEqual([]);
}

test('npx astro build on a fresh clone makes what npm run build makes, byte by byte', async () => {
  const [example, { code, printed }] = await Promise.all([sharedExample('2026-11-24'), astro('build')]);
  expect([code, printed]).toEqual([0, expect.stringContaining('Gebaut: dist/ für https://kurrende.example')]);
  const pages = filesOf(join(clone, 'dist'));
  expect(pages.has('ausgaben/2025/kw33/index.html')).toBe(true);
  expectSameFiles(pages, filesOf(join(example, 'dist')));
  expectSameFiles(filesOf(join(clone, 'server')), filesOf(join(example, 'server')));
});

test('npx astro build refuses what npm run check refuses, and leaves the last site alone', async () => {
  const before = filesOf(join(clone, 'dist'));
  const file = join(clone, 'content/issues/2025-kw33/index.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('title:', 'titel:'));
  onTestFinished(() => writeFileSync(file, text));
  const { code, printed } = await astro('build');
  expect(code).toBe(1);
  expect(printed).toMatch(/^content\/issues\/2025-kw33\/index\.md:\d+ {2}Fehler {2}titel$/m);
  expect(printed).toContain('Meinten Sie „title“?');
  expect(printed).toContain('Nicht gebaut. dist/ ist unverändert.');
  expect(printed).not.toMatch(/^\s+at /m);
  expectSameFiles(filesOf(join(clone, 'dist')), before);
});

test.each([
  ['--site=https://andere.example', 'Die Adresse der Website steht als „publicUrl“ in content/site.md.'],
  ['--base=/blatt', 'Alle Adressen der Website beginnen bei „/“.'],
  ['--outDir=woanders', 'Gebaut wird immer nach dist/.'],
])('npx astro build %s is refused with a sentence, and tells nobody of the build', async (option, sentence) => {
  const { code, printed } = await astro('build', option, '--verbose');
  expect(code).toBe(2);
  expect(printed).toContain(sentence);
  expect(printed).toContain('[record] telemetry has been disabled');
});

test('npx astro dev shows drafts, and in the terminal what is wrong', async () => {
  const port = await freePort();
  // One that another preview of the same folder doesn't hinder, and that stays in the foreground.
  const { child, ended, printed } = launch(['dev', '--ignore-lock'], { PORT: String(port) });
  onTestFinished(async () => {
    if (child.pid !== undefined) process.kill(-child.pid);
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(() => printed().includes(`Vorschau mit Entwürfen: ${origin}/`));
  expect(printed()).toContain(`In Ordnung: ${shippedLibrary().issues.length} Ausgaben`);
  const html = await (await fetch(`${origin}/ausgaben/2026/kw49/`)).text();
  expect(html).toContain('Entwurf');
  expect(html).toContain(`<link rel="canonical" href="${origin}/ausgaben/2026/kw49/">`);

  const file = join(clone, 'content/issues/2025-kw33/index.md');
  const text = readFileSync(file, 'utf8');
  onTestFinished(() => writeFileSync(file, text));
  writeFileSync(file, text.replace('title:', 'titel:'));
  await until(() => printed().includes('Meinten Sie „title“?'));
});
