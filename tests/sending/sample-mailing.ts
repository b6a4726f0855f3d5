import { setImmediate } from 'node:timers/promises';
import { wireForm } from '../../src/mail/wire-form.ts';
import type { MailingParts } from '../../src/sending/mailing-parts.ts';
import { type MailingEnd, runMailing } from '../../src/sending/run-mailing.ts';
import { connect } from '../../src/sending/smtp-connection.ts';
import { type Mailing, startMailing } from '../../src/store/queries/mailings.ts';
import type { Database } from '../../src/store/schema.ts';
import { emptyDatabase, subscriber } from '../store/sample-database.ts';

export const startedAt = '2025-09-01T10:00:00Z';
const seconds = (count: number) => Temporal.Duration.from({ seconds: count });

/** Addresses of so many readers. */
export const readers = (count: number) => Array.from({ length: count }, (_, n) => `leserin-${n + 1}@rathaus.example`);

/** A database with these subscribers; the id of each is the address. */
export async function databaseOf(addresses: readonly string[]): Promise<Database> {
  const db = await emptyDatabase();
  for (const address of addresses) await subscriber(db, address);
  return db;
}

export function started(db: Database, id = 'mailing-1', issue = 'tag:issue-1', at = startedAt): Promise<Mailing> {
  return startMailing(db, { id, issue, issueKey: '2025-kw33', startedAt: at, startedBy: 'betrieb', edition: null });
}

/** Sends a mailing to the server at `url`; pauses last a second of the clock, which goes on by itself. */
export function run(db: Database, url: string, changes: Partial<MailingParts> = {}): Promise<MailingEnd> {
  return runMailing({
    db,
    mailing: 'mailing-1',
    messageFor: async ({ id, email }) => {
      await setImmediate();
      return {
        wire: wireForm(Buffer.from(`To: ${email}\r\nSubject: Blatt\r\n\r\nGrüße, ${id}\r\n`)),
        messageId: `<${email}>`,
      };
    },
    connect: () => connect(url),
    sender: 'blatt@blatt.example',
    owner: 'test/1',
    server: '127.0.0.1:25',
    connections: 3,
    perMinute: 1_000_000,
    pauses: [seconds(1), seconds(1)],
    reconnectMs: 10,
    now: () => Temporal.Now.instant(),
    signal: new AbortController().signal,
    onSettled: () => {},
    onLeftBehind: () => {},
    onRest: () => {},
    ...changes,
  });
}

/** What is noted of each delivery, by address. */
export async function noted(db: Database, mailing = 'mailing-1') {
  const rows = await db
    .selectFrom('delivery')
    .select(['recipient', 'state', 'attempts', 'replyCode', 'failure', 'messageId'])
    .where('mailing', '=', mailing)
    .orderBy('recipient')
    .execute();
  return Object.fromEntries(rows.map(({ recipient, ...row }) => [recipient, row]));
}
