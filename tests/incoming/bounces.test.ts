import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBounces, removePutAway, removeReportsOn } from '../../src/incoming/bounces.ts';
import type { Mailbox } from '../../src/incoming/mailbox/mailbox.ts';
import { maildir } from '../../src/incoming/mailbox/maildir.ts';
import { returnPathFor } from '../../src/mail/return-path.ts';
import { pauseByRule } from '../../src/sending/pause-rule.ts';
import { resume } from '../../src/store/queries/subscribers.ts';
import type { Database } from '../../src/store/schema.ts';
import { corpus, mailTo } from './corpus/corpus.ts';
import { forms } from './corpus/report-forms.ts';
import { type Answer, answers } from './corpus/server-words.ts';
import { filesOf, maildirWith, mailedDatabase, mailing, mailName } from './sample-mailbox.ts';

const now = () => Temporal.Instant.from('2026-11-25T08:00:00Z');
const [postfix] = forms;

function answer(name: string): Answer {
  const found = answers.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

function report(number: number, name: string, id = number, messageId = mailTo(number).messageId): string {
  if (!postfix) throw new Error('no forms');
  return postfix.write({ ...mailTo(number), messageId }, answer(name), 'en', id);
}

const kept = (db: Database) =>
  db.selectFrom('bounce').select(['recipient', 'kind', 'said']).orderBy('recipient').execute();
const status = async (db: Database, number: number) =>
  (await db.selectFrom('subscriber').select('status').where('email', '=', mailTo(number).to).executeTakeFirstOrThrow())
    .status;

describe('a report', () => {
  test('counts once, when the process dies before it is put away', async () => {
    const db = await mailedDatabase(3);
    const folder = maildirWith([report(1, 'no-user'), report(2, 'full'), report(3, 'slow')]);
    const mailbox = await maildir(folder);
    let moved = 0;
    const dying: Mailbox = {
      ...mailbox,
      mails: async () =>
        (await mailbox.mails()).map((mail) => ({
          ...mail,
          async putAway() {
            moved += 1;
            if (moved === 2) throw new Error('killed');
            await mail.putAway();
          },
        })),
    };
    await expect(readBounces(dying, { db, now })).rejects.toThrow('killed');
    expect((await kept(db)).map(({ kind }) => kind)).toEqual(['gone', 'refused']);
    expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: { late: 1 }, left: {} });
    expect((await kept(db)).map(({ kind }) => kind)).toEqual(['gone', 'refused', 'late']);
    expect(Object.keys(filesOf(folder)).filter((path) => !path.startsWith('.Kurrende/'))).toEqual([]);
  });

  test('that comes a second time counts once', async () => {
    const db = await mailedDatabase(1);
    const mailbox = await maildir(maildirWith([report(1, 'slow', 7), report(1, 'slow', 7), report(1, 'slow', 8)]));
    expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: { late: 2 }, left: {} });
    expect(await kept(db)).toHaveLength(2);
    expect(await mailbox.putAwayMails()).toHaveLength(3);
  });

  test('changes the delivery that it is about, and no other', async () => {
    const db = await mailedDatabase(5);
    const names = ['no-user', 'full', 'policy', 'expired', 'slow'];
    const mailbox = await maildir(maildirWith(names.map((name, index) => report(index + 1, name))));
    await readBounces(mailbox, { db, now });
    const rows = await db
      .selectFrom('delivery')
      .select(['state', 'failure', 'replyCode'])
      .orderBy('recipient')
      .execute();
    expect(rows).toEqual([
      { state: 'failed', failure: 'address-gone', replyCode: 550 },
      { state: 'failed', failure: 'address-refused', replyCode: 552 },
      { state: 'failed', failure: 'message-refused', replyCode: 550 },
      { state: 'failed', failure: 'given-up', replyCode: 451 },
      { state: 'accepted', failure: null, replyCode: null },
    ]);
  });

  test('on a mail that is under way waits for the next time', async () => {
    const db = await mailedDatabase(1, 'claimed');
    const mailbox = await maildir(maildirWith([report(1, 'no-user')]));
    expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: {}, left: {} });
    await db.updateTable('delivery').set({ state: 'accepted' }).execute();
    expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: { gone: 1 }, left: {} });
  });

  test('on an address that mail was passed on to is for a person to decide', async () => {
    const db = await mailedDatabase(1);
    const passedOn = report(1, 'no-user').replace(
      `Final-Recipient: rfc822; ${mailTo(1).to}`,
      'Final-Recipient: rfc822; privat@anderswo.example',
    );
    await readBounces(await maildir(maildirWith([passedOn])), { db, now });
    expect(await kept(db)).toMatchObject([{ kind: 'unclear' }]);
    expect(await db.selectFrom('delivery').select('state').execute()).toEqual([{ state: 'accepted' }]);
  });

  test('is known by the address that it came to, where nothing of our mail is in it; without both it changes nothing', async () => {
    const db = await mailedDatabase(2);
    const bare = (number: number, to: string) =>
      `Return-Path: <>\nFrom: MAILER-DAEMON@host.example\nTo: ${to}\nSubject: failure notice\n\nI wasn't able to deliver your message.\n\n<${mailTo(number).to}>:\nRemote host said: 550 5.1.1 no such user\n`;
    const named = returnPathFor('ruecklauf@haus.example', mailTo(1).messageId);
    expect(named).toMatch(/^ruecklauf\+[0-9a-z]{30,38}@haus\.example$/);
    const mailbox = await maildir(maildirWith([bare(1, named.toUpperCase()), bare(2, 'ruecklauf@haus.example')]));
    expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: { gone: 1 }, left: { foreign: 1 } });
    expect(await kept(db)).toMatchObject([{ recipient: mailTo(1).to }]);
  });

  test('is read once: what was left is not looked at again, and forgotten when it is gone', async () => {
    const db = await mailedDatabase(1);
    const folder = maildirWith(['From: a@b.example\n\nHallo\n']);
    const mailbox = await maildir(folder);
    expect((await readBounces(mailbox, { db, now })).left).toEqual({ other: 1 });
    expect((await readBounces(mailbox, { db, now })).left).toEqual({});
    // Somebody reads it: other flags, the same mail.
    renameSync(join(folder, 'new', mailName(0)), join(folder, 'cur', `${mailName(0)}:2,S`));
    expect((await readBounces(mailbox, { db, now })).left).toEqual({});
    renameSync(join(folder, 'cur', `${mailName(0)}:2,S`), join(folder, 'tmp', 'gone'));
    await readBounces(mailbox, { db, now });
    expect(await db.selectFrom('leftMail').selectAll().execute()).toEqual([]);
  });

  test('of any number goes with its person from the mailbox, and with time', async () => {
    const db = await mailedDatabase(corpus.length);
    const reports = corpus.filter((_, index) => index % 9 === 0);
    const mailbox = await maildir(maildirWith(reports.map(({ raw }) => raw)));
    await readBounces(mailbox, { db, now });
    for (const { mail } of reports.slice(0, 5)) {
      const theirs = { addresses: [mail.to.toUpperCase()], messageIds: new Set([mail.messageId]) };
      expect(await removeReportsOn(mailbox, theirs)).toBe(1);
    }
    expect(await removePutAway(mailbox, Temporal.Instant.from('2020-01-01T00:00:00Z'))).toBe(0);
    expect(await removePutAway(mailbox, Temporal.Now.instant().add({ hours: 1 }))).toBe(reports.length - 5);
  });
});

describe('the rule of pauses', () => {
  const rule = (db: Database, id: string, total: number) =>
    pauseByRule(db, id, total, {
      now: '2026-11-25T08:00:00Z',
      isConfirmed: false,
      reasonFor: ({ isGone }) => String(isGone),
    });
  const read = async (db: Database, reports: readonly string[]) =>
    readBounces(await maildir(maildirWith(reports)), { db, now });

  test('holds for reports: gone at once, refused after three issues in a row, late never', async () => {
    const db = await mailedDatabase(3);
    await read(db, [report(1, 'no-user', 1), report(2, 'full', 2), report(3, 'slow', 3)]);
    expect(await rule(db, 'mailing-1', 3)).toEqual({ paused: 1, held: 0 });
    for (const [index, id] of ['mailing-2', 'mailing-3'].entries()) {
      await mailing(db, id, 'accepted', `2026-11-2${5 + index}T08:00:00Z`);
      expect(await status(db, 2)).toBe('active');
      const messageId = mailTo(2).messageId.replace('<', `<${id}-`);
      await read(db, [report(2, 'full', 10 + index, messageId), report(3, 'slow', 20 + index, mailTo(3).messageId)]);
      await rule(db, id, 3);
    }
    expect([await status(db, 1), await status(db, 2), await status(db, 3)]).toEqual(['paused', 'paused', 'active']);
  });

  test('pauses nobody more when a large part comes back, also one report after the other', async () => {
    const db = await mailedDatabase(20);
    for (let number = 1; number <= 5; number += 1) {
      await read(db, [report(number, 'no-user')]);
      expect(await rule(db, 'mailing-1', 20)).toEqual({ paused: 1, held: 0 });
    }
    await read(db, [report(6, 'no-user')]);
    expect(await rule(db, 'mailing-1', 20)).toEqual({ paused: 0, held: 1 });
  });

  test('forgets what was refused before a person said to send again', async () => {
    const db = await mailedDatabase(1);
    await read(db, [report(1, 'no-user')]);
    await rule(db, 'mailing-1', 1);
    await resume(db, mailTo(1).to, '2026-11-25T09:00:00Z');
    expect(await rule(db, 'mailing-1', 1)).toEqual({ paused: 0, held: 0 });
    expect(await status(db, 1)).toBe('active');
  });
});
