import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draw } from '../../src/images/draw.ts';
import { titleJobs } from '../../src/images/jobs.ts';
import { article, library } from '../reader/sample-content.ts';

const ukrainian = readFileSync(
  join(import.meta.dirname, '..', 'fixtures', 'cases', 'title-picture-scripts.md'),
  'utf8',
);

/** The title picture of an article with such a title: what it says to who can't see it, and how many shapes it has. */
async function titlePicture(title: string) {
  const read = library({ [article]: ukrainian.replace(/^title: .*/m, `title: ${JSON.stringify(title)}`) });
  const job = titleJobs(read).find(({ credit }) => !credit.alt?.includes('Sommer im Rathaus'));
  if (!job || 'location' in job.source) throw new Error('no title picture');
  const { kind, subject, colours } = job.source;
  const svg = await draw(kind, subject, colours, readFile);
  return { alt: job.credit.alt, shapes: svg.match(/<path/g)?.length };
}

test('the title picture of a Ukrainian article shows its title, and says so', async () => {
  const [, title = ''] = /^title: "(.*)"$/m.exec(ukrainian) ?? [];
  const { alt, shapes } = await titlePicture(title);
  expect(alt).toContain('„Інформація для мешканців“');
  expect(shapes).toBe((await titlePicture('Hinweise für Einwohner'))?.shapes);
});

test('a title in a script that can’t be drawn leaves its place to the name of the publication, and the alternative text says that', async () => {
  const { alt } = await titlePicture('水道についてのお知らせ');
  expect(alt).not.toContain('水道');
  expect(alt).toMatch(/Zeichnung mit dem Titel „[^“]+“/);
});
