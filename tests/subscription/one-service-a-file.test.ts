import { expect, test } from 'vitest';
import { runningService } from './running-service.ts';

test('two services don’t work with the same file of SQLite: both would send the same mails', async () => {
  const first = await runningService();
  await expect(runningService({ folder: first.folder })).rejects.toThrow('arbeitet schon ein Abo-Dienst');
  expect((await first.get('/abo/health')).status).toBe(200);
  await first.stop();
  const second = await runningService({ folder: first.folder });
  expect((await second.get('/abo/health')).status).toBe(200);
});
