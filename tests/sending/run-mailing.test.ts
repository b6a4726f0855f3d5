import { describe, expect, it } from 'vitest';
import { connect } from '../../src/sending/smtp-connection.ts';
import { noteDeliveries } from '../../src/store/queries/delivery-notes.ts';
import { clearUpAfterTheDead } from '../../src/store/queries/left-behind.ts';
import { countDeliveries } from '../../src/store/queries/mailings.ts';
import { leave } from '../../src/store/queries/subscribers.ts';
import type { Database } from '../../src/store/schema.ts';
import { hashOf } from '../store/sample-database.ts';
import { databaseOf, noted, readers, run, started, startedAt } from './sample-mailing.ts';
import { sink } from './sink.ts';

const [anna, bert] = ['anna@rathaus.example', 'bert@rathaus.example'] as const;

describe('a mailing', () => {
  it('reaches every subscriber once, over as many connections as allowed', async () => {
    const db = await databaseOf(readers(40));
    await started(db);
    const server = await sink({ delayMs: 5 });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(readers(40).toSorted());
    expect(server.mostConnections()).toBe(3);
    expect(await countDeliveries(db, 'mailing-1')).toMatchObject({ accepted: 40, failed: 0, unknown: 0, queued: 0 });
    expect((await noted(db))['leserin-7@rathaus.example']).toEqual({
      state: 'accepted',
      attempts: 1,
      replyCode: 250,
      failure: null,
      messageId: '<leserin-7@rathaus.example>',
    });
  });

  it('gives each subscriber the text that is theirs, whatever the server says to the one before', async () => {
    const addresses = readers(60).map((address, n) => 'x'.repeat(n) + address);
    const db = await databaseOf(addresses);
    await started(db);
    const server = await sink({
      atMessage: (address, time) => {
        const isFirstTime = time === 1 && address.length % 7 === 0;
        return isFirstTime ? { code: 451, text: '4.3.0 once more' } : undefined;
      },
    });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(addresses.toSorted());
    expect(server.raw.map(String)).toEqual(
      server.taken.map((address) => `To: ${address}\r\nSubject: Blatt\r\n\r\nGrüße, ${address}\r\n`),
    );
  });

  it('notes each mail as claimed before the server hears of it, and as accepted after its answer', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const states: unknown[] = [];
    const look = () => {
      noted(db).then((rows) => states.push(rows[anna]?.state));
      return undefined;
    };
    const server = await sink({ atSender: look, atMessage: look, delayMs: 30 });
    await run(db, server.url);
    expect(states).toEqual(['claimed', 'claimed']);
    expect((await noted(db))[anna]?.state).toBe('accepted');
  });

  it('keeps to the mails per minute', async () => {
    const db = await databaseOf(readers(8));
    await started(db);
    const server = await sink();
    const begin = performance.now();
    expect(await run(db, server.url, { perMinute: 600 })).toEqual({ kind: 'finished' });
    // Seven pauses of 100 ms, and timers may be early by a little. A slow machine only takes longer.
    expect(performance.now() - begin).toBeGreaterThan(650);
  });

  it('waits for no clock that was set back', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const server = await sink();
    const anHourBefore = Temporal.Instant.from(startedAt).subtract({ hours: 1 });
    expect(await run(db, server.url, { now: () => anHourBefore })).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([anna]);
  });

  it('skips whoever leaves while it runs', async () => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    const server = await sink({
      atMessage() {
        leave(db, bert, { now: startedAt, way: 'one-click', hashOf });
        return undefined;
      },
      delayMs: 50,
    });
    expect(await run(db, server.url, { connections: 1 })).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([anna]);
  });

  it('logs in with the name and password of the address', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const server = await sink({ login: { user: 'blatt', pass: 'ge:heim/ß' } });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([anna]);
  });

  it('stops cleanly when told to, and goes on later', async () => {
    const db = await databaseOf(readers(30));
    await started(db);
    const server = await sink({ delayMs: 20 });
    const stop = new AbortController();
    const onSettled = () => stop.abort();
    expect(await run(db, server.url, { signal: stop.signal, onSettled })).toEqual({ kind: 'stopped' });
    const { accepted, queued, claimed, unknown } = await countDeliveries(db, 'mailing-1');
    expect(accepted).toBe(server.taken.length);
    expect(accepted).toBeLessThanOrEqual(3);
    expect({ claimed, unknown, sum: accepted + queued }).toEqual({ claimed: 0, unknown: 0, sum: 30 });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(readers(30).toSorted());
  });
});

describe('a temporary refusal', () => {
  it('is tried again until the server takes the mail', async () => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    const server = await sink({
      atRecipient: (address, time) =>
        address === anna && time < 3 ? { code: 450, text: '4.2.0 greylisted' } : undefined,
    });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([bert, anna]);
    expect((await noted(db))[anna]).toMatchObject({ state: 'accepted', attempts: 3 });
  });

  it('for long keeps nobody waiting', async () => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    const server = await sink({
      atRecipient: (address) => (address === anna ? { code: 450, text: '4.2.0 greylisted' } : undefined),
    });
    const pauses = [Temporal.Duration.from({ hours: 1 })];
    const patience = Temporal.Duration.from({ minutes: 5 });
    expect(await run(db, server.url, { pauses, patience })).toEqual({ kind: 'put-off', dueAt: expect.any(String) });
    expect(server.taken).toEqual([bert]);
    expect((await noted(db))[anna]).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('ends as failed when there have been enough', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const server = await sink({ atMessage: () => ({ code: 451, text: '4.3.0 later' }) });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect((await noted(db))[anna]).toMatchObject({
      state: 'failed',
      attempts: 3,
      replyCode: 451,
      failure: 'given-up',
    });
  });

  it('of everybody lets the mailing rest, and stop in the end, with nobody lost', async () => {
    const db = await databaseOf(readers(100));
    await started(db);
    const server = await sink({ atRecipient: () => ({ code: 454, text: '4.7.0 throttled' }) });
    const rests: number[] = [];
    const end = await run(db, server.url, { onRest: (_pause, { code }) => rests.push(code) });
    expect(end).toEqual({ kind: 'server-busy', reply: { code: 454, text: '454 4.7.0 throttled' } });
    expect(rests).toEqual([454, 454]);
    expect(await countDeliveries(db, 'mailing-1')).toMatchObject({ queued: 100, failed: 0 });
  });
});

describe('a refusal for good', () => {
  it.each([
    ['of an address without a mailbox', { code: 550, text: '5.1.1 user unknown' }, 'address-gone'],
    ['of an address for another reason of its own', { code: 552, text: '5.2.2 mailbox full' }, 'address-refused'],
    ['of an address without a reason', { code: 550, text: 'no' }, 'address-refused'],
    ['by a rule of the server', { code: 550, text: '5.7.1 policy' }, 'message-refused'],
    ['because of the sender', { code: 553, text: '5.1.8 bad sender' }, 'message-refused'],
  ])('%s is not tried again', async (_case, answer, failure) => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    const server = await sink({ atRecipient: (address) => (address === anna ? answer : undefined) });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([bert]);
    expect((await noted(db))[anna]).toMatchObject({ state: 'failed', attempts: 1, replyCode: answer.code, failure });
  });

  it('of the text is not the fault of the address', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const server = await sink({ atMessage: () => ({ code: 550, text: '5.1.1 odd but said after the text' }) });
    await run(db, server.url);
    expect((await noted(db))[anna]).toMatchObject({ state: 'failed', failure: 'message-refused' });
  });

  it('of one after the other stops the mailing before it costs the list', async () => {
    const db = await databaseOf(readers(60));
    await started(db);
    const server = await sink({ atRecipient: () => ({ code: 554, text: '5.7.1 relay access denied' }) });
    const end = await run(db, server.url);
    expect(end).toEqual({ kind: 'all-refused', reply: { code: 554, text: '554 5.7.1 relay access denied' } });
    expect((await countDeliveries(db, 'mailing-1')).failed).toBeLessThan(25);
  });

  it('of the sender fails nobody', async () => {
    const db = await databaseOf(readers(5));
    await started(db);
    const server = await sink({ atSender: () => ({ code: 553, text: '5.7.1 not your address' }) });
    expect(await run(db, server.url)).toMatchObject({ kind: 'sender-refused', reply: { code: 553 } });
    expect(await countDeliveries(db, 'mailing-1')).toMatchObject({ queued: 5, failed: 0 });
    expect((await noted(db))['leserin-1@rathaus.example']?.attempts).toBe(0);
  });
});

describe('a connection that breaks', () => {
  it('before the text was on its way costs nothing', async () => {
    const db = await databaseOf(readers(3));
    await started(db);
    const server = await sink({
      atRecipient: (_address, time) => (time === 1 ? { code: 421, text: '4.3.2 shutting down' } : undefined),
    });
    expect(await run(db, server.url, { connections: 1 })).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(readers(3));
    expect((await noted(db))['leserin-1@rathaus.example']).toMatchObject({ state: 'accepted', attempts: 1 });
  });

  it('after that leaves it unknown, and nobody sends it again', async () => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    const server = await sink({ atMessage: (address) => (address === anna ? 'hang-up' : undefined) });
    expect(await run(db, server.url, { connections: 1 })).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([bert]);
    expect((await noted(db))[anna]).toMatchObject({ state: 'unknown', messageId: `<${anna}>` });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([bert]);
  });

  it('again and again stops the mailing after two rounds', async () => {
    const db = await databaseOf(readers(60));
    await started(db);
    const server = await sink({ atMessage: () => 'hang-up' });
    expect(await run(db, server.url, { connections: 1 })).toMatchObject({ kind: 'server-away' });
    expect((await countDeliveries(db, 'mailing-1')).unknown).toBeLessThanOrEqual(5);
  });

  it('because the server is tired of waiting for the next turn is made anew', async () => {
    const db = await databaseOf(readers(8));
    await started(db);
    const server = await sink({ timeoutMs: 250 });
    expect(await run(db, server.url, { perMinute: 300 })).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(readers(8));
    expect((await noted(db))['leserin-1@rathaus.example']).toMatchObject({ attempts: 1 });
  });

  it('because there are too many leaves the work to the others', async () => {
    const db = await databaseOf(readers(9));
    await started(db);
    const server = await sink({ mostConnections: 1, delayMs: 150 });
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken.toSorted()).toEqual(readers(9));
  });

  it('for want of a server fails nobody', async () => {
    const db = await databaseOf(readers(3));
    await started(db);
    expect(await run(db, 'smtp://127.0.0.1:1')).toMatchObject({
      kind: 'server-away',
      reason: 'connect ECONNREFUSED 127.0.0.1:1',
    });
    expect(await countDeliveries(db, 'mailing-1')).toMatchObject({ queued: 3, failed: 0, unknown: 0 });
  });

  it('for want of a server is told as soon with few recipients as with many', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    let tries = 0;
    const connectInVain = () => {
      tries += 1;
      return connect('smtp://127.0.0.1:1');
    };
    expect(await run(db, '', { connect: connectInVain })).toMatchObject({ kind: 'server-away' });
    expect(tries).toBe(7);
  });

  it('for a wrong password is told at once', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    const server = await sink({ login: { user: 'blatt', pass: 'geheim' } });
    const end = await run(db, server.url.replace('geheim', 'falsch'), { reconnectMs: 60_000 });
    expect(end).toMatchObject({ kind: 'server-away', reply: { code: 535 } });
  });
});

/** Whether a sender could take a delivery on. */
async function claimed(db: Database, recipient: string, owner: string): Promise<boolean> {
  const notes = { claims: [{ recipient, messageId: '<a>' }], settled: [] };
  return (await noteDeliveries(db, 'mailing-1', owner)(notes, startedAt)).has(recipient);
}

describe('after a crash', () => {
  it('what was claimed is unknown, what was queued goes out', async () => {
    const db = await databaseOf([anna, bert]);
    await started(db);
    await claimed(db, anna, 'dead/1');
    expect(await clearUpAfterTheDead(db, 'mailing-1', 'test/1', startedAt)).toEqual({ unknown: 1, free: 0 });
    const server = await sink();
    expect(await run(db, server.url)).toEqual({ kind: 'finished' });
    expect(server.taken).toEqual([bert]);
    expect((await noted(db))[anna]).toMatchObject({ state: 'unknown', messageId: '<a>' });
  });

  it('nobody can claim twice', async () => {
    const db = await databaseOf([anna]);
    await started(db);
    expect([await claimed(db, anna, 'one'), await claimed(db, anna, 'other')]).toEqual([true, false]);
  });
});
