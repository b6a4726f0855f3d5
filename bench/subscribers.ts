import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openData } from '../src/store/open-data.ts';
import { keepFormVersion } from '../src/store/queries/form-versions.ts';
import { addSubscriptions } from '../src/store/queries/subscribers.ts';

const confirmedAt = '2025-01-01T08:00:00Z';
const form = {
  id: 'form',
  list: 'Kurrende',
  consentText: 'Ich möchte den Newsletter erhalten.',
  consentSha256: '0'.repeat(64),
  formUrl: 'https://kurrende.example/abo/',
  privacyVersion: '2025-01-01',
  siteCommit: null,
};

/** Adds subscribers to the Abo of the site in `folder`, or at an address of PostgreSQL; it is made if it is missing. */
export async function addSubscribers(
  folder: string,
  addresses: readonly string[],
  url?: string | undefined,
): Promise<void> {
  const { db } = await openData({ folder: join(folder, 'data'), url }, randomBytes);
  await keepFormVersion(db, form, confirmedAt);
  for (let start = 0; start < addresses.length; start += 1000) {
    const consents = addresses.slice(start, start + 1000).map((email) => ({
      id: randomUUID(),
      email,
      addressKey: email,
      formVersion: form.id,
      source: 'form' as const,
      requestedAt: confirmedAt,
      mailedAt: confirmedAt,
      messageId: null,
      mailVersion: null,
      confirmedAt,
    }));
    const active = { status: 'active' as const, statusSince: confirmedAt, pauseReason: null };
    const subscribers = consents.map(({ id, email, addressKey }) => ({ id, email, addressKey, ...active }));
    await db.transaction().execute((transaction) => addSubscriptions(transaction, consents, subscribers));
  }
  await db.destroy();
}
