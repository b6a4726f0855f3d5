import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, inject, test } from 'vitest';

const build = (name: string) => JSON.stringify(join(import.meta.dirname, '../../src/build', name));

const works: Record<string, (root: string) => string> = {
  'thread that compresses': (root) => `
    const { SiteWriter } = await import(${build('site-writer.ts')});
    const { Compression } = await import(${build('compress.ts')});
    const writer = new SiteWriter(${JSON.stringify(root)});
    for (let page = 0; page < 600; page += 1) writer.put(page + '.html', Buffer.alloc(500, 'Seite ' + page));
    await new Compression(writer, { isKnown: false }).finish();`,
  'process that makes pictures': (root) => `
    const { makePicturesFor } = await import(${build('pictures-apart.ts')});
    await makePicturesFor(${JSON.stringify(root)})(new Array(20).fill({}), undefined, () => {});`,
  'process that makes the search index': (root) => `
    const { SiteWriter } = await import(${build('site-writer.ts')});
    const { makeParts } = await import(${build('pagefind.ts')});
    await makeParts(new SiteWriter(${JSON.stringify(root)}), [{ folder: '/pagefind/', pages: [] }], () => {});`,
};

test.each(Object.entries(works))('a %s and ends without a word is not waited for', (what, work) => {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'threads-'));
  mkdirSync(join(root, '.cache'));
  const ending = join(root, 'ending.mjs');
  writeFileSync(
    ending,
    "import { isMainThread } from 'node:worker_threads';\nif (!isMainThread || process.send) process.exit(3);\n",
  );
  // In the place of Pagefind's own, which is no JavaScript.
  const pagefind = join(root, 'pagefind');
  writeFileSync(pagefind, '#!/bin/sh\nhead -c 1 >/dev/null\nexit 3\n');
  chmodSync(pagefind, 0o755);
  const code = `try { ${work(root)} } catch (error) { console.log(error.message); }`;
  const { stdout } = spawnSync(execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, NODE_OPTIONS: `--import=${ending}`, PAGEFIND_EXTENDED_BINARY_PATH: pagefind },
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(stdout).toMatch(new RegExp(`^the ${what} ended with 3 `));
});
