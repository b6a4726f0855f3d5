import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const product = join(import.meta.dirname, '..', '..');

function bench(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(product, 'bench', 'main.ts'), ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('npm run bench', () => {
  test('says which benchmarks there are, and the README names the same', () => {
    const { code, out } = bench('signup', '--help');
    expect(code).toBe(0);
    const named = (text: string) => new Set([...text.matchAll(/npm run bench -- (\w+)/g)].map(([, name]) => name));
    expect(named(out)).toContain('archive');
    expect(named(readFileSync(join(product, 'README.md'), 'utf8'))).toEqual(named(out));
  });

  test.each([
    [['quatsch'], 'There is no benchmark "quatsch".'],
    [['signup', '--fast'], 'There is no option "--fast".'],
    [['archive', 'viele'], '"viele" is no number of articles.'],
    [['weight', '5'], '"weight" takes no number.'],
    [['kill', '5', '6'], 'Nothing can be done with "6".'],
  ])('%j is answered with what there is, and last with what is wrong', (args, sentence) => {
    const { code, err } = bench(...args);
    expect([code, err.trimEnd().split('\n').at(-1)]).toEqual([2, sentence]);
    expect(err).toContain('npm run bench -- archive [ARTICLES]');
  });
});
