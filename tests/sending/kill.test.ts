import { expect, test } from 'vitest';
import { killRun } from '../../bench/kill.ts';

// `npm run bench -- kill` does the same 200 times. Nearly all of its time goes into the start of 13 processes; the limit
// only ends a test that hangs.
test('a sender that is killed again and again loses nobody and mails nobody twice', { timeout: 600_000 }, async () => {
  const { states, doubled, lost, wronglyAccepted, mostUnknownPerKill } = await killRun({
    name: 'kill-test',
    kills: 12,
    recipients: 400,
    connections: 10,
  });
  expect(states.accepted + states.failed + states.unknown).toBe(400);
  expect({ doubled, lost, wronglyAccepted }).toEqual({ doubled: 0, lost: 0, wronglyAccepted: 0 });
  expect(mostUnknownPerKill).toBeLessThanOrEqual(10);
  expect(states.accepted).toBeGreaterThan(20);
});
