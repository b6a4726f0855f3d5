import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'));

test('no package may run a script when it is installed', () => {
  const packages: Record<string, { hasInstallScript?: true }> = read('package-lock.json').packages;
  const withScript = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(withScript).toContain('esbuild');
  expect(read('package.json').allowScripts).toEqual(Object.fromEntries(withScript.map((name) => [name, false])));
});
