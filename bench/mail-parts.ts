/** What each part of sending a mail costs by itself. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Edition } from '../src/mail/edition.ts';
import { editionWriter } from '../src/sending/edition-writer.ts';
import { noteBook } from '../src/sending/note-book.ts';
import { connect } from '../src/sending/smtp-connection.ts';
import { openData } from '../src/store/open-data.ts';
import { putAside } from '../src/store/queries/due-deliveries.ts';
import { startMailing } from '../src/store/queries/mailings.ts';
import { addSubscribers } from './subscribers.ts';

const connections = 10;
const now = '2025-09-01T10:00:00Z';
const aboUrl = 'https://abo.example';

/** Processor milliseconds that one mail of `count` takes of each part, ten at once as in a mailing. */
export async function mailParts(
  folder: string,
  edition: Edition,
  { url, dkimKey, count }: { url: string; dkimKey: string; count: number },
): Promise<Record<string, number>> {
  const token = (n: number) => String(n).padStart(43, '0');
  const context = { aboUrl, date: Temporal.Instant.from(now) };
  const recipient = (n: number) => ({ address: `leserin-${n}@rathaus.example`, token: token(n) });
  const unsigned = editionWriter(edition, {});
  const signed = editionWriter(edition, { DKIM_SELECTOR: 'bench', DKIM_KEY: dkimKey });
  const { wire } = await unsigned.write(recipient(0), context);
  const parts: Record<string, number> = {};
  parts.made = await costOf(count, (n) => unsigned.write(recipient(n), context));
  parts.signed = (await costOf(count, (n) => signed.write(recipient(n), context))) - parts.made;

  const open = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  parts.wire = await costOf(count, (n, lane) =>
    open[lane]?.send({ from: unsigned.sender, to: recipient(n).address }, wire),
  );
  for (const connection of open) connection.close();

  await addSubscribers(
    folder,
    Array.from({ length: count }, (_, n) => recipient(n).address),
  );
  const { db } = await openData({ folder: join(folder, 'data') }, randomBytes);
  await startMailing(db, { id: 'm', issue: 'i', issueKey: 'i', startedAt: now, startedBy: 'bench', edition: null });
  const due = await putAside(db, 'm', { owner: 'bench/1', now, farOff: '9999', after: '', most: count });
  const owner = 'bench/1';
  const notes = noteBook(db, 'm', { owner, connections, now: () => context.date });
  const messageId = `<${'x'.repeat(32)}@kurrende.example>`;
  const reply = { code: 250, text: '250 OK: message queued' };
  // As in a mailing: what became of a mail is noted together with the next one's claim.
  const noted: Promise<void>[] = [];
  parts.noted = await costOf(count, async (n, lane) => {
    const { id = '' } = due[n] ?? {};
    await Promise.all([notes.claim(id, messageId), noted[lane]]);
    noted[lane] = notes.settle(id, { state: 'accepted', reply });
  });
  await Promise.all(noted);
  await db.destroy();
  return parts;
}

/** Processor milliseconds each of `count` times, on ten lanes; what was not warm yet is left out. */
async function costOf(count: number, work: (n: number, lane: number) => Promise<unknown> | undefined): Promise<number> {
  const warm = Math.floor(count / 5);
  let next = 0;
  let before = process.cpuUsage();
  const lane = async (_: unknown, number: number) => {
    while (next < count) {
      if (next === warm) before = process.cpuUsage();
      next += 1;
      await work(next - 1, number);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (count - warm);
}
