import { describe, expect, test } from 'vitest';
import { watchArrivals } from '../../src/incoming/arrival/arrival.ts';
import { readBounces, removePutAway } from '../../src/incoming/bounces.ts';
import { withMailbox } from '../../src/incoming/mailbox/open-mailbox.ts';
import { PassingTrouble } from '../../src/model/user-error.ts';
import { corpus, mailTo } from './corpus/corpus.ts';
import { otherMails } from './corpus/other-mails.ts';
import { hasImapServer, imapServer } from './imap-server.ts';
import { mailedDatabase } from './sample-mailbox.ts';

const now = () => Temporal.Instant.from('2026-11-25T08:00:00Z');

describe.skipIf(!hasImapServer)('a mailbox on an IMAP server', () => {
  test('is read as a folder is: ours is moved, everything else stays unread where it is', async () => {
    const server = await imapServer();
    const reports = corpus.filter((_, index) => index % 20 === 0);
    const others = otherMails(mailTo(1)).filter((_, index) => index % 8 === 0);
    server.deliver([...reports, ...others].map(({ raw }) => raw));
    const db = await mailedDatabase(corpus.length);
    const first = await withMailbox(server.withPassword, (mailbox) => readBounces(mailbox, { db, now }));
    expect(Object.values(first.kinds).reduce((sum, count) => sum + count, 0)).toBe(reports.length);
    expect(Object.values(first.left).reduce((sum, count) => sum + count, 0)).toBe(others.length);
    const kinds = await db.selectFrom('bounce').select(['recipient', 'kind']).execute();
    expect(new Map(kinds.map(({ recipient, kind }) => [recipient, kind]))).toEqual(
      new Map(reports.map(({ mail, kind }) => [mail.to, kind])),
    );
    await withMailbox(server.withPassword, async (mailbox) => {
      expect(await mailbox.mails()).toHaveLength(others.length);
      expect(await mailbox.putAwayMails()).toHaveLength(reports.length);
      expect(await readBounces(mailbox, { db, now })).toEqual({ kinds: {}, left: {} });
      expect(await removePutAway(mailbox, Temporal.Now.instant().add({ hours: 1 }))).toBe(reports.length);
      expect(await mailbox.putAwayMails()).toEqual([]);
    });
    expect(server.unread()).toBe(others.length);
  }, 60_000);

  test('where somebody else read on in the same moment, nothing is counted twice', async () => {
    const server = await imapServer();
    server.deliver(corpus.slice(0, 10).map(({ raw }) => raw));
    const db = await mailedDatabase(10);
    await Promise.all(
      [1, 2].map(() => withMailbox(server.withPassword, (mailbox) => readBounces(mailbox, { db, now }))),
    );
    expect(await db.selectFrom('bounce').select('id').execute()).toHaveLength(10);
    await withMailbox(server.withPassword, async (mailbox) => expect(await mailbox.mails()).toEqual([]));
  }, 60_000);

  test('shows when a mail came, also among unwanted ones', async () => {
    const server = await imapServer();
    const db = await mailedDatabase(1);
    const sent = Temporal.Now.instant().subtract({ minutes: 2 }).toString({ smallestUnit: 'second' });
    await db.updateTable('delivery').set({ settledAt: sent }).execute();
    await db.updateTable('mailing').set({ startedAt: sent }).execute();
    const parts = { db, addressKey: mailTo(1).to, trusted: 'mx.haus.example', now: Temporal.Now.instant() };
    const look = () => withMailbox(server.withPassword, (mailbox) => watchArrivals(mailbox, parts));
    expect(await look()).toMatchObject([{ state: 'waiting' }]);
    server.deliver(
      [
        `Authentication-Results: mx.haus.example; spf=pass smtp.mailfrom=blatt.example; dkim=pass header.d=blatt.example; dmarc=pass header.from=blatt.example\nMessage-ID:\n ${mailTo(1).messageId}\nFrom: blatt@blatt.example\n\nGuten Tag\n`,
      ],
      '.Unerwuenscht',
    );
    expect(await look()).toMatchObject([{ state: 'arrived', arrival: { spf: 'pass', dkim: 'pass', dmarc: 'pass' } }]);
  }, 60_000);

  test('that doesn’t let us in is told, without the password', async () => {
    const server = await imapServer();
    const wrong = server.withPassword.replace(/:[^:@/]*@/, ':falsch@');
    await expect(withMailbox(wrong, async () => {})).rejects.toThrow('Name oder Kennwort ist falsch');
    await expect(withMailbox(wrong, async () => {})).rejects.not.toBeInstanceOf(PassingTrouble);
    await expect(withMailbox('imap://a:b@127.0.0.1:1/', async () => {})).rejects.toThrow(
      'niemand nimmt dort Verbindungen an',
    );
  }, 60_000);

  test('that lets nobody in for a while is no wrong password: the next time it may', async () => {
    const server = await imapServer(undefined, { isClosed: true });
    const read = withMailbox(server.withPassword, async () => {});
    await expect(read).rejects.toThrow('der Server kann gerade niemanden einlassen');
    await expect(read).rejects.toBeInstanceOf(PassingTrouble);
  }, 60_000);
});
