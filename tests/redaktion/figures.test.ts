import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { house } from '../cli/house.ts';
import { inProcess } from '../cli/in-process.ts';
import { redaktion } from './redaktion.ts';

test('the desk says that no timer has looked, that the one of a house without subscribers has, and that one is silent', async () => {
  const { folder, ask } = await redaktion(await house());
  const page = async () => (await ask('/zahlen/')).body;
  expect(await page()).toContain('Der Zeitplan hat noch nie nachgesehen');

  expect((await inProcess(['due', '--site'], folder, { BUILD_DATE: '' }, Temporal.Now.instant())).code).toBe(0);
  const looked = await page();
  expect(looked).toContain('auf den Stand gebracht oder war es schon');
  expect(looked).not.toContain('noch nie');

  mkdirSync(join(folder, 'data'), { recursive: true });
  const due = { lookedAt: '2026-11-20T08:00:00Z', troubles: {} };
  writeFileSync(join(folder, 'data/figures.json'), JSON.stringify({ writtenAt: due.lookedAt, mailings: [], due }));
  const silent = await page();
  expect(silent).toContain(
    'Seit dem 20. November 2026 um 09:00 sieht niemand mehr nach, ob eine Ausgabe zu verschicken',
  );
  expect(silent).toContain('auf den Stand gebracht oder war es schon');
}, 120_000);
