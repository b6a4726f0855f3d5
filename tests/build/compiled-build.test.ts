import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isWhole } from '../../src/build/bundle-files.ts';
import { compiledBuild } from '../../src/build/compiled-build.ts';
import { productVersion } from '../../src/build/product.ts';
import { kurrende, type Outcome, organisation } from '../cli/command-line.ts';
import { builtOrganisation } from '../cli/organisations.ts';
import { sharedExample } from '../site/build.ts';
import { freshClone } from '../site/clone.ts';

/** Runs Node in a folder, with the content there on the day of the example. */
function node(args: string[], cwd: string, root: string): Promise<Outcome> {
  const env = { ...process.env, BUILD_DATE: '2026-11-24', VITEST: '', NODE_ENV: '', SITE_ROOT: root };
  return new Promise((resolve) => {
    execFile(execPath, args, { cwd, env, encoding: 'utf8' }, (error, out, err) =>
      resolve({
        code: Number(error?.code ?? 0),
        out: stripVTControlCharacters(out),
        err: stripVTControlCharacters(err),
      }),
    );
  });
}

/** `npm run build` by the compiled build, wherever the content lies and whether or not it was built before. */
function compiled(root: string): Promise<Outcome> {
  const main = JSON.stringify(compiledBuild(productVersion())?.main);
  const code = `const { main } = await import(${main}); process.exitCode = await main(['build']);`;
  return node(['--input-type=module', '--eval', code], root, root);
}

/** Paths below a folder with their bytes. */
function bytesIn(folder: string): [path: string, bytes: string][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [file, readFileSync(join(folder, file), 'latin1')]);
}

test('the compiled build gives what the build from source gives, byte by byte', async () => {
  const bySource = await sharedExample();
  const folder = organisation();
  expect(await compiled(folder)).toMatchObject({ code: 0, err: '' });
  for (const name of ['dist', 'server']) {
    const [found, expected] = [bytesIn(join(folder, name)), bytesIn(join(bySource, name))];
    expect(found.map(([path]) => path)).toEqual(expected.map(([path]) => path));
    expect(found.filter(([, bytes], index) => bytes !== expected[index]?.[1]).map(([path]) => path)).toEqual([]);
  }
});

test('it compresses very many files too, which it has a thread do', async () => {
  const folder = await builtOrganisation();
  const files = Array.from({ length: 600 }, (_, number): [name: string, text: string] => [
    `tabellen/${number}.csv`,
    `Straße ${number};Zahl\n`.repeat(60),
  ]);
  mkdirSync(join(folder, 'public/tabellen'));
  for (const [name, text] of files) writeFileSync(join(folder, 'public', name), text);
  expect(await compiled(folder)).toMatchObject({ code: 0, err: '' });
  const told = files.map(([name]) => [
    name,
    brotliDecompressSync(readFileSync(join(folder, 'dist', `${name}.br`))).toString(),
    gunzipSync(readFileSync(join(folder, 'dist', `${name}.gz`))).toString(),
  ]);
  expect(told).toEqual(files.map(([name, text]) => [name, text, text]));
});

test('it says of wrong content what the build from source says', async () => {
  await sharedExample();
  const folder = organisation();
  const change = (file: string, how: (text: string) => string) => {
    const path = join(folder, 'content', file);
    writeFileSync(path, how(readFileSync(path, 'utf8')));
  };
  change('issues/2025-kw33/index.md', (text) => text.replace('title:', 'titel:'));
  change(
    'issues/2025-kw33/01-open-prosoz-wesermarsch.md',
    (text) => `${text}\n<script>alert(1)</script>\n\n#### Tief\n`,
  );
  change('site.md', (text) => text.replace(/^publicUrl:.*$/m, 'publicUrl: kurrende'));
  const bySource = await kurrende(['build'], folder);
  expect(bySource.code).toBe(1);
  expect(bySource.out + bySource.err).toContain('Meinten Sie „title“?');
  expect(await compiled(folder)).toEqual(bySource);
});

test('where a file of it is lost or damaged, the site is built from source, and the compiled build made anew', async () => {
  const clone = freshClone();
  const build = () => node([join(clone, 'src/cli/kurrende.mjs'), 'build', '--full'], clone, clone);
  expect(await build()).toMatchObject({ code: 0, err: '' });
  const [bundle = ''] = globSync(join(clone, '.cache/bundles/*'));
  const site = bytesIn(join(clone, 'dist'));
  const damages: ((file: string) => void)[] = [(file) => truncateSync(file, 100), (file) => rmSync(file)];
  for (const damage of damages) {
    damage(join(bundle, 'build', 'main.js'));
    damage(globSync(join(bundle, 'build/chunk-*.js')).sort()[0] ?? '');
    expect(await build()).toMatchObject({ code: 0, err: '' });
    expect(isWhole(bundle, 'build')).toBe(true);
  }
  expect(bytesIn(join(clone, 'dist'))).toEqual(site);
});
