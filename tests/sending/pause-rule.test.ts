import { describe, expect, it } from 'vitest';
import { pauseByRule } from '../../src/sending/pause-rule.ts';
import { subscriberOf } from '../../src/store/queries/subscribers.ts';
import { databaseOf, run, started } from './sample-mailing.ts';
import { sink } from './sink.ts';

const [anna, bert] = ['anna@rathaus.example', 'bert@rathaus.example'] as const;
const now = '2025-09-30T10:00:00Z';
const rule = { now, isConfirmed: false, reasonFor: () => 'abgelehnt' };

/** Sends so many issues, one a day, to anna and bert; each is answered by what `answers` says for anna. */
async function sent(answers: readonly (string | undefined)[], issues?: readonly string[]) {
  const db = await databaseOf([anna, bert]);
  let current: string | undefined;
  const server = await sink({
    atRecipient: (address) => (address === anna && current ? { code: 550, text: current } : undefined),
  });
  const paused: number[] = [];
  for (const [index, answer] of answers.entries()) {
    current = answer;
    const mailing = `mailing-${index + 1}`;
    await started(db, mailing, issues?.[index] ?? `tag:issue-${index + 1}`, `2025-09-0${index + 1}T10:00:00Z`);
    await run(db, server.url, { mailing });
    paused.push((await pauseByRule(db, mailing, 2, rule)).paused);
  }
  return { db, paused };
}

const full = '5.2.2 mailbox full';

describe('an address is paused', () => {
  it('after three issues in a row', async () => {
    const { db, paused } = await sent([full, full, full]);
    expect(paused).toEqual([0, 0, 1]);
    expect(await subscriberOf(db, anna)).toMatchObject({ status: 'paused', pauseReason: 'abgelehnt' });
    expect(await subscriberOf(db, bert)).toMatchObject({ status: 'active' });
  });

  it('at once if there is no such mailbox', async () => {
    expect((await sent(['5.1.1 unknown'])).paused).toEqual([1]);
  });

  it('not when one of them arrived', async () => {
    expect((await sent([full, undefined, full, full])).paused).toEqual([0, 0, 0, 0]);
  });

  it('not for corrections of one issue', async () => {
    expect((await sent([full, full, full], ['tag:1', 'tag:1', 'tag:2'])).paused).toEqual([0, 0, 0]);
  });

  it('not for what a rule of the server refuses', async () => {
    const policy = '5.7.1 policy';
    expect((await sent([policy, policy, policy])).paused).toEqual([0, 0, 0]);
  });
});
