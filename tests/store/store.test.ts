import { describe, expect, test } from 'vitest';
import { proofsOf } from '../../src/store/queries/consents.ts';
import { leftAt } from '../../src/store/queries/leavers.ts';
import { takeRoom } from '../../src/store/queries/limits.ts';
import { leaveByToken, subscriberByToken } from '../../src/store/queries/links.ts';
import { keepMailWording } from '../../src/store/queries/mail-wordings.ts';
import { purge } from '../../src/store/queries/purge.ts';
import { isOpenRequest, requestsOf } from '../../src/store/queries/requests.ts';
import { confirmRequest, pause, recipients, subscriberOf } from '../../src/store/queries/subscribers.ts';
import { consentOf, emptyDatabase, form, hashOf, request, subscriber } from './sample-database.ts';

const erika = 'erika@blatt.example';
const later = '2025-09-02T08:00:00Z';
const leaving = { now: later, way: 'one-click', hashOf, consentOf } as const;
const confirming = { id: 'new', hashOf };

describe('a request', () => {
  test('makes nobody a subscriber', async () => {
    const db = await emptyDatabase();
    await request(db, erika);
    expect(await recipients(db, '', 10)).toEqual([]);
    expect(await proofsOf(db, erika)).toEqual([]);
  });

  test('is confirmed once', async () => {
    const db = await emptyDatabase();
    await request(db, erika);
    const confirm = () => confirmRequest(db, `token of ${erika}`, later, confirming);
    const results = await Promise.all([confirm(), confirm()]);
    expect(results.filter((result) => result !== undefined)).toEqual([{ id: confirming.id }]);
    expect(await recipients(db, '', 10)).toHaveLength(1);
    expect(await proofsOf(db, erika)).toHaveLength(1);
  });

  test('can be confirmed until it expires, not a second longer', async () => {
    const db = await emptyDatabase();
    await request(db, erika);
    const token = `token of ${erika}`;
    expect(await isOpenRequest(db, token, '2025-09-04T07:59:59Z')).toBe(true);
    expect(await isOpenRequest(db, token, '2025-09-04T08:00:00Z')).toBe(false);
    expect(await confirmRequest(db, token, '2025-09-04T08:00:00Z', confirming)).toBeUndefined();
    expect(await requestsOf(db, erika)).toHaveLength(1);
  });

  test('takes the other requests of its address with it', async () => {
    const db = await emptyDatabase();
    await request(db, erika, { id: 'one', tokenHash: 'one' });
    await request(db, 'Erika@Blatt.example', { id: 'two', tokenHash: 'two' });
    await confirmRequest(db, 'one', later, confirming);
    expect(await confirmRequest(db, 'two', later, { ...confirming, id: 'again' })).toBeUndefined();
  });
});

describe('a proof', () => {
  test('holds what was agreed to, when, and by which mail', async () => {
    const db = await emptyDatabase();
    await subscriber(db, erika);
    const { id: _, ...said } = form;
    expect(await proofsOf(db, erika)).toEqual([
      {
        id: erika,
        email: erika,
        source: 'form',
        ...said,
        requestedAt: '2025-09-01T08:00:00Z',
        mailedAt: null,
        messageId: `<mail to ${erika}>`,
        mailVersion: '1',
        mailText: null,
        confirmedAt: '2025-09-01T09:00:00Z',
      },
    ]);
  });

  test('says when and how the consent was withdrawn', async () => {
    const db = await emptyDatabase();
    await subscriber(db, erika);
    expect(await leaveByToken(db, `leave ${erika}`, leaving)).toBe('left');
    expect(await proofsOf(db, erika)).toMatchObject([{ withdrawnAt: later, way: 'one-click' }]);
  });
});

describe('whoever leaves', () => {
  test('gets nothing more and is known by a hash only', async () => {
    const db = await emptyDatabase();
    await subscriber(db, erika);
    await leaveByToken(db, `leave ${erika}`, leaving);
    expect(await recipients(db, '', 10)).toEqual([]);
    expect(await leftAt(db, hashOf(erika))).toBe(later);
    expect(await leaveByToken(db, `leave ${erika}`, { ...leaving, now: '2025-09-03T08:00:00Z' })).toBe('gone');
    expect(await proofsOf(db, erika)).toMatchObject([{ withdrawnAt: later }]);
  });

  test('may come back by a new confirmation, and can leave through an old mail then', async () => {
    const db = await emptyDatabase();
    await subscriber(db, erika, 'first');
    await leaveByToken(db, 'leave first', leaving);
    await subscriber(db, erika, 'second', '2025-09-03T08:00:00Z');
    expect(await leftAt(db, hashOf(erika))).toBeUndefined();
    expect(await subscriberByToken(db, 'leave first', { consentOf })).toMatchObject({ id: 'second' });
    expect(await leaveByToken(db, 'leave first', { ...leaving, now: '2025-09-04T08:00:00Z' })).toBe('left');
    expect((await proofsOf(db, erika)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([later, '2025-09-04T08:00:00Z']);
  });

  test('with a token that nobody has, ends nothing', async () => {
    const db = await emptyDatabase();
    await subscriber(db, erika);
    expect(await leaveByToken(db, 'nobody', leaving)).toBe('unknown');
    expect(await recipients(db, '', 10)).toHaveLength(1);
  });
});

test('a paused address gets nothing until it confirms again', async () => {
  const db = await emptyDatabase();
  await subscriber(db, erika, 'first');
  await pause(db, 'first', '550 5.1.1', later);
  expect(await recipients(db, '', 10)).toEqual([]);
  expect(await subscriberOf(db, erika)).toMatchObject({ status: 'paused', pauseReason: '550 5.1.1' });
  await subscriber(db, erika, 'second');
  expect(await recipients(db, '', 10)).toMatchObject([{ id: 'first' }]);
  expect(await proofsOf(db, erika)).toHaveLength(2);
});

test('recipients come page by page, each once', async () => {
  const db = await emptyDatabase();
  for (let n = 0; n < 25; n += 1) await subscriber(db, `leser${n}@blatt.example`, `id-${n}`);
  const ids: string[] = [];
  for (let page = await recipients(db, '', 10); page.length > 0; page = await recipients(db, ids.at(-1) ?? '', 10)) {
    ids.push(...page.map(({ id }) => id));
  }
  expect(new Set(ids).size).toBe(25);
  expect(ids).toHaveLength(25);
});

describe('purging', () => {
  const longAgo = '2000-01-01T00:00:00Z';
  const before = { requestedAt: longAgo, withdrawnAt: longAgo, limitHitAt: later, mailingStartedAt: longAgo };

  test('takes requests and ended proofs that are old enough, and keeps the leaver', async () => {
    const db = await emptyDatabase();
    await request(db, 'offen@blatt.example');
    await subscriber(db, erika);
    await subscriber(db, 'bleibt@blatt.example');
    await leaveByToken(db, `leave ${erika}`, leaving);
    expect(await purge(db, before)).toEqual({ requests: 0, proofs: 0, deliveries: 0 });
    expect(await purge(db, { ...before, requestedAt: '2025-09-01T08:00:00Z', withdrawnAt: later })).toEqual({
      requests: 1,
      proofs: 1,
      deliveries: 0,
    });
    expect(await proofsOf(db, erika)).toEqual([]);
    expect(await leftAt(db, hashOf(erika))).toBe(later);
    expect(await proofsOf(db, 'bleibt@blatt.example')).toHaveLength(1);
  });
});

describe('room', () => {
  const since = '2025-09-01T09:00:00Z';
  const now = '2025-09-01T10:00:00Z';

  test('ends with the limit and comes back when the hits are old', async () => {
    const db = await emptyDatabase();
    const check = { bucket: 'prefix a', since, most: 2 };
    expect(await takeRoom(db, [check], now)).toEqual([]);
    expect(await takeRoom(db, [check], now)).toEqual([]);
    expect(await takeRoom(db, [check], now)).toEqual([check]);
    expect(await takeRoom(db, [{ ...check, since: now }], '2025-09-01T11:00:00Z')).toEqual([]);
  });

  test('of others is not taken by what a full bucket turns away', async () => {
    const db = await emptyDatabase();
    const address = { bucket: 'address', since, most: 1 };
    const all = { bucket: 'all', since, most: 2 };
    await takeRoom(db, [address, all], now);
    for (let n = 0; n < 5; n += 1) expect(await takeRoom(db, [address, all], now)).toEqual([address]);
    expect(await takeRoom(db, [{ ...address, bucket: 'other address' }, all], now)).toEqual([]);
    expect(await takeRoom(db, [{ ...address, bucket: 'third address' }, all], now)).toEqual([all]);
    expect(await takeRoom(db, [address, all], now)).toEqual([address, all]);
  });
});

test('the database refuses to change a proof', async () => {
  const db = await emptyDatabase();
  await subscriber(db, 'erika@blatt.example');
  await keepMailWording(db, { version: '1', mailText: 'Guten Tag.' }, '2025-09-01T10:00:00Z');
  const changes = [
    db.updateTable('consent').set({ confirmedAt: '2020-01-01T00:00:00Z' }),
    db.updateTable('formVersion').set({ consentText: 'Alles.' }),
    db.updateTable('mailWording').set({ mailText: 'Nichts.' }),
  ];
  for (const change of changes) await expect(change.execute()).rejects.toThrow('proofs are never changed');
});
