import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRun } from '../../bench/kill.ts';
import { sharedExample } from '../site/build.ts';
import { sized } from '../sized.ts';

// `npm run bench -- kill` does the same 200 times. Nearly all of its time goes into the starts of processes; the limit
// only ends a test that hangs.
test('a sender that is killed again and again loses nobody and mails nobody twice', { timeout: 600_000 }, async () => {
  const built = await sharedExample();
  const { states, doubled, lost, wronglyAccepted, mostUnknownPerKill } = await killRun({
    name: 'kill-test',
    kills: sized({ ci: 12, home: 6 }),
    recipients: 400,
    connections: 10,
    // So that no process prepares the pictures before it sends.
    prepare: (folder) => cpSync(join(built, '.cache'), join(folder, '.cache'), { recursive: true }),
  });
  expect(states.accepted + states.failed + states.unknown).toBe(400);
  expect({ doubled, lost, wronglyAccepted }).toEqual({ doubled: 0, lost: 0, wronglyAccepted: 0 });
  expect(mostUnknownPerKill).toBeLessThanOrEqual(10);
  expect(states.accepted).toBeGreaterThan(20);
});
