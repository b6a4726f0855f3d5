import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pageTypes } from '../tests/browser/page-types.ts';
import { exampleSite, runCommand } from './example-site.ts';
import { pageWeight } from './page-weight.ts';

/** Prints what the heaviest page of each type weighs, and all fonts together. */
export function benchWeight(): void {
  const folder = exampleSite('weight');
  runCommand('build', folder);
  const dist = join(folder, 'dist');
  const rows = pageTypes(dist).map(({ name, path }) => {
    const { html, css, script } = pageWeight(dist, path);
    return { page: name, html, css, 'html + css': html + css, script };
  });
  console.log('Bytes with brotli, without pictures and fonts:');
  console.table(rows);
  const fonts = globSync('**/*.woff2', { cwd: dist }).map((file) => statSync(join(dist, file)).size);
  console.log(`Fonts: ${fonts.length} files, ${fonts.reduce((sum, bytes) => sum + bytes, 0)} bytes.`);
}
