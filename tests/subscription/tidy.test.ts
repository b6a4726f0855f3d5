import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { openData } from '../../src/store/open-data.ts';
import { takeRoom } from '../../src/store/queries/limits.ts';
import { tidyUp } from '../../src/subscription/tidy.ts';
import { bytesKept, placeOf } from '../postgres/new-database.ts';
import { request, subscriber, temporaryFolder } from '../store/sample-database.ts';
import { facts } from './running-service.ts';

const { periods } = facts();
const at = (moment: string) => Temporal.Instant.from(moment);
const nothing = { requests: 0, proofs: 0, deliveries: 0 };

async function data() {
  const folder = temporaryFolder();
  const { db } = await openData(await placeOf(folder), randomBytes);
  onTestFinished(() => db.destroy());
  return { db, folder };
}

test('of thousands that go nobody is left in any byte: tables that are made smaller keep no rest', async () => {
  const { db, folder } = await data();
  const names = Array.from({ length: 600 }, (_, n) => `weg${(n * 389) % 600}${'x'.repeat(n % 40)}@rathaus.example`);
  await db.transaction().execute(async (transaction) => {
    for (const name of names) await request(transaction, name);
    for (const name of names) await request(transaction, `da-${name}`, { requestedAt: '2025-09-08T00:00:00Z' });
  });
  expect(await tidyUp(db, periods, at('2025-09-09T08:00:00Z'))).toMatchObject({ purged: { requests: 600 } });
  const bytes = await bytesKept(folder);
  expect(names.filter((name) => new RegExp(`(?<!da-)${name}`).test(bytes))).toEqual([]);
  expect(bytes).toContain(`da-${names[0]}`);
});

test('a clock that jumped ahead deletes nothing; when it is back everything is as it was', async () => {
  const { db } = await data();
  await request(db, 'offen@rathaus.example');
  await subscriber(db, 'erika@rathaus.example');
  await tidyUp(db, periods, at('2025-09-01T12:00:00Z'));
  const jumped = at('2026-10-06T12:00:00Z');
  expect(await tidyUp(db, periods, jumped)).toEqual({ kind: 'clock', known: '2025-09-01T12:00:00Z' });
  // What somebody signs up for meanwhile makes the clock no better.
  await request(db, 'spaeter@rathaus.example', {
    requestedAt: '2026-10-06T12:00:00Z',
    expiresAt: '2026-10-09T12:00:00Z',
  });
  await takeRoom(db, [{ bucket: 'total', since: '2026-10-06T11:00:00Z', most: 1 }], '2026-10-06T12:00:00Z');
  expect(await tidyUp(db, periods, jumped.add({ hours: 1 }))).toMatchObject({ kind: 'clock' });

  const back = at('2025-09-01T13:00:00Z');
  const room = { bucket: 'total', since: '2025-09-01T12:00:00Z', most: 1 };
  expect(await takeRoom(db, [room], '2025-09-01T13:00:00Z')).toEqual([]);
  expect(await tidyUp(db, periods, back)).toEqual({ kind: 'purged', purged: nothing });
  expect(await db.selectFrom('request').select(['requestedAt', 'expiresAt']).orderBy('email').execute()).toEqual([
    { requestedAt: '2025-09-01T08:00:00Z', expiresAt: '2025-09-04T08:00:00Z' },
    { requestedAt: '2025-09-01T13:00:00Z', expiresAt: '2025-09-04T14:00:00Z' },
  ]);
  expect(await db.selectFrom('limitHit').select('at').execute()).toEqual([{ at: '2025-09-01T13:00:00Z' }]);
});

test('so does a clock that fell back for years: what is sure stays sure', async () => {
  const { db } = await data();
  await request(db, 'offen@rathaus.example');
  await tidyUp(db, periods, at('2025-09-01T12:00:00Z'));
  expect(await tidyUp(db, periods, at('1970-01-01T00:00:10Z'))).toMatchObject({ kind: 'clock' });
  expect(await tidyUp(db, periods, at('2025-09-01T12:05:00Z'))).toEqual({ kind: 'purged', purged: nothing });
});

test('a service that was off for two weeks deletes as always; one that was off for months does when somebody vouches for the clock', async () => {
  const { db } = await data();
  await request(db, 'offen@rathaus.example');
  await tidyUp(db, periods, at('2025-09-01T12:00:00Z'));
  expect(await tidyUp(db, periods, at('2025-09-15T12:00:00Z'))).toMatchObject({ purged: { requests: 1 } });
  await request(db, 'neu@rathaus.example', { requestedAt: '2025-09-15T13:00:00Z' });
  const months = at('2025-12-15T12:00:00Z');
  expect(await tidyUp(db, periods, months)).toMatchObject({ kind: 'clock' });
  expect(await tidyUp(db, periods, months, { isClockRight: true })).toMatchObject({ purged: { requests: 1 } });
  expect(await tidyUp(db, periods, months.add({ hours: 1 }))).toMatchObject({ kind: 'purged' });
});

test('a database from before clocks were noted is measured by its newest row', async () => {
  const { db } = await data();
  await request(db, 'offen@rathaus.example');
  expect(await tidyUp(db, periods, at('2026-10-06T12:00:00Z'))).toEqual({
    kind: 'clock',
    known: '2025-09-01T08:00:00Z',
  });
  expect(await tidyUp(db, periods, at('2025-09-15T12:00:00Z'))).toMatchObject({ purged: { requests: 1 } });
});
