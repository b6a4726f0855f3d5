import { expect, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { editSite } from '../cli/sending.ts';
import { sink } from '../sending/sink.ts';
import { redaktion } from './redaktion.ts';

test('thirty tests an hour go out, and the log says whose they are and names no address', async () => {
  const server = await sink();
  const folder = organisation();
  const readers = Array.from({ length: 16 }, (_, n) => `probe-${n}@rathaus.example`);
  editSite(folder, (text) => text.replace('\nmail:\n', `\nmail:\n  previewTo: [${readers.join(', ')}]\n`));
  const desk = await redaktion(folder, { SMTP_URL: server.url });
  const send = (fields: Record<string, string> = {}) =>
    desk.ask('/erscheinen/probe', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ausgabe: '2026-kw47', ...fields }).toString(),
    });
  expect([(await send()).status, server.taken]).toEqual([200, readers]);
  const refused = await send();
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('höchstens 30 Proben')]);
  // What is left of the hour is there for a shorter list.
  expect((await send({ an: 'erika@rathaus.example' })).status).toBe(200);
  expect(server.taken).toHaveLength(17);
  const log = desk.told.join('\n');
  expect(log).toMatch(/verschickt 16 Proben von 2026-kw47\.\n.+ verschickt 1 Probe von 2026-kw47\./);
  expect(log).not.toContain('@rathaus');
});
