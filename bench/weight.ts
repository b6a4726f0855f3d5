import { join } from 'node:path';
import { launch } from '../tests/browser/browser.ts';
import { pageTypes } from '../tests/browser/page-types.ts';
import { exampleSite, runCommand, startSite } from './example-site.ts';
import { firstVisit, windows } from './first-visit.ts';
import { pageWeight } from './page-weight.ts';

/** Prints what the heaviest page of each type weighs: its text by itself, and all of a first visit. */
export async function benchWeight(): Promise<void> {
  const folder = exampleSite('weight');
  runCommand('build', folder);
  const { origin, child } = await startSite(folder);
  const browser = await launch();
  try {
    const dist = join(folder, 'dist');
    const rows = [];
    for (const { name, path } of pageTypes(dist)) {
      const { html, css, script } = pageWeight(dist, path);
      const phone = await firstVisit(browser, origin + path, windows.phone);
      const desktop = await firstVisit(browser, origin + path, windows.desktop);
      rows.push({ page: name, 'html + css': html + css, script, phone: phone.bytes, desktop: desktop.bytes });
    }
    console.log('Bytes with brotli: text and styles, own script, then all that a browser fetches on a first visit:');
    console.table(rows);
  } finally {
    await browser.close();
    child.kill('SIGTERM');
  }
}
