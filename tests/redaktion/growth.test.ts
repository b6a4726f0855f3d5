import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { weekRange } from '../../src/model/week.ts';
import { organisation } from '../cli/command-line.ts';
import { redaktion } from './redaktion.ts';

/** A house that has put out an issue each week of these years. */
function houseSince(first: number): string {
  const folder = organisation();
  for (let year = first; year < 2025; year += 1) {
    for (let week = 1; week <= 52; week += 1) {
      const key = `${year}-kw${String(week).padStart(2, '0')}`;
      const issue = join(folder, 'content', 'issues', key);
      mkdirSync(issue, { recursive: true });
      const id = `tag:kurrende.example,${weekRange({ year, week }).first}:${key}`;
      writeFileSync(join(issue, 'index.md'), `---\nid: ${id}\ntitle: Woche ${week}\nlead: Kurz.\n---\n\nGuten Tag.\n`);
    }
  }
  return folder;
}

test('after many years the pages are as long as before, and early issues are still reached', async () => {
  const young = await redaktion(houseSince(2021));
  const old = await redaktion(houseSince(2005));
  for (const path of ['/', '/neu/', '/einlesen/', '/text/?datei=content/site.md', '/erscheinen/?ausgabe=2024-kw52']) {
    const [before, after] = [await young.ask(path), await old.ask(path)];
    // A link more for each of the sixteen years.
    expect(after.body.length - before.body.length, path).toBeLessThan(16 * 60);
  }
  const { body } = await old.ask('/neu/?ausgabe=2005-kw07');
  expect(body).toMatch(/<option value="2005-kw07" selected>/);
  expect(body).toContain('Zu einer früheren Ausgabe führt die Übersicht ihres Jahres.');
  expect((await old.ask('/?jahr=2005')).body).toContain('/neu/?ausgabe=2005-kw07');
});
