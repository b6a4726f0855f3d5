import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMailing } from '../../src/store/queries/mailings.ts';
import type { Database, DeliveryState } from '../../src/store/schema.ts';
import { emptyDatabase, subscriber, temporaryFolder } from '../store/sample-database.ts';
import { mailTo } from './corpus/corpus.ts';

const sentAt = '2026-11-24T08:00:00Z';

/** A database with a mailing to so many readers, each mail under its Message-ID; `state` is how it stands. */
export async function mailedDatabase(count: number, state: DeliveryState = 'accepted'): Promise<Database> {
  const db = await emptyDatabase();
  for (let number = 1; number <= count; number += 1) await subscriber(db, mailTo(number).to);
  await mailing(db, 'mailing-1', state);
  return db;
}

/** One more mailing to all who are active. */
export async function mailing(db: Database, id: string, state: DeliveryState = 'accepted', at = sentAt): Promise<void> {
  await startMailing(db, {
    id,
    issue: `tag:${id}`,
    issueKey: '2026-kw48',
    startedAt: at,
    startedBy: 'betrieb',
    edition: null,
  });
  const rows = await db.selectFrom('delivery').select('recipient').where('mailing', '=', id).execute();
  for (const { recipient } of rows) {
    const { messageId } = mailTo(Number(/\d+/.exec(recipient)?.[0]));
    await db
      .updateTable('delivery')
      .set({
        state,
        messageId: id === 'mailing-1' ? messageId : messageId.replace('<', `<${id}-`),
        claimedAt: at,
        settledAt: at,
      })
      .where('mailing', '=', id)
      .where('recipient', '=', recipient)
      .execute();
  }
}

/** A Maildir with these mails in `new/`, named by their order. */
export function maildirWith(mails: readonly string[], folder = join(temporaryFolder(), 'Maildir')): string {
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(folder, part), { recursive: true });
  mails.forEach((raw, index) => {
    writeFileSync(join(folder, 'new', mailName(index)), raw);
  });
  return folder;
}

export const mailName = (index: number) => `${1_764_000_000 + index}.M${index}P1.host`;

/** All files of a Maildir by their paths in it, with their bytes. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}
