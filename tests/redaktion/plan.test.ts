import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day } from '../../src/model/day.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader } from '../../src/reader/read.ts';
import { house } from '../cli/house.ts';
import { until } from '../until.ts';
import { opened, redaktion } from './redaktion.ts';

const file = 'content/issues/2026-kw49/index.md';

test('an issue whose date was called off has no date any more, and never comes out by it, whoever takes the draft’s mark away', async () => {
  const desk = await redaktion(await house());
  const send = (path: string, fields: Record<string, string>) =>
    desk.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const head = () => readFileSync(join(desk.folder, file), 'utf8').split('\n---\n')[0] ?? '';
  await send('/neu/', { was: 'ausgabe', woche: '2026-kw49' });
  const { version, base } = await opened(desk, file);
  const filled = [
    { path: ['title'], value: 'Der Hafen im Winter' },
    { path: ['lead'], value: 'Was in den Häfen geschieht.' },
  ];
  await desk.post('/api/sichern', { file, version, synced: base, edits: { base, changes: filled, body: 'Moin.\n' } });
  const plan = { ausgabe: '2026-kw49', tag: '2026-12-01', zeit: '10:00', versand: 'ja' };
  expect((await send('/erscheinen/planen', plan)).body).toMatch(/Der Termin steht: 1\.\sDezember\s2026/);
  expect(head()).toMatch(/^publishedOn: 2026-12-01 10:00\b/m);
  expect(head()).toMatch(/^mailing: true$/m);

  const cancelled = await send('/erscheinen/absagen', { ausgabe: '2026-kw49' });
  expect(cancelled.body).toContain('Der Termin ist abgesagt.');
  expect(head()).toMatch(/^draft: true$/m);
  expect(head()).not.toMatch(/^(?:publishedOn|mailing):/m);
  const log = execFileSync('git', ['log', '-1', '--format=%s', '--', file], { cwd: desk.folder, encoding: 'utf8' });
  expect(log).toMatch(/^Termin abgesagt \(1\.\sDezember\s2026.*\): /);

  const draft = await opened(desk, file);
  const edits = { base: draft.base, changes: [{ path: ['draft'], value: false }] };
  await desk.post('/api/sichern', { file, version: draft.version, synced: draft.base, edits });
  const isOutOn = (date: string) => {
    const { library } = createReader(contentOnDisk(desk.folder))({ today: day(date), mode: 'publish' });
    return library?.issues.some(({ key }) => key === '2026-kw49');
  };
  // Without a date it is the Thursday of its week that counts, as for every issue.
  expect(['2026-12-01', '2026-12-02', '2026-12-03'].map(isOutOn)).toEqual([false, false, true]);
}, 60_000);

test('a picture of an issue that is out keeps another from being scheduled where nothing can read it', async () => {
  const { ask, folder } = await redaktion();
  const [picture = ''] = globSync('content/issues/*/winterdienst.png', { cwd: folder });
  const planned = async () => (await ask('/erscheinen/?ausgabe=2026-kw49')).body;
  expect(await planned()).not.toContain('Außerhalb der Ausgabe ist noch zu beheben');
  writeFileSync(join(folder, picture), 'kein Bild');
  await until(async () => (await planned()).includes('Außerhalb der Ausgabe ist noch zu beheben'));
  expect(await planned()).toContain('winterdienst.png');
});
