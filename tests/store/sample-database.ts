import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { keepFormVersion } from '../../src/store/queries/form-versions.ts';
import { addRequest, type NewRequest } from '../../src/store/queries/requests.ts';
import { confirmRequest } from '../../src/store/queries/subscribers.ts';
import type { Database } from '../../src/store/schema.ts';
import { newDatabase } from '../postgres/new-database.ts';

/** A folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'abo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty database: in memory, or on PostgreSQL in the project that runs there. */
export async function emptyDatabase(): Promise<Database> {
  const url = inject('postgres');
  const db = await openDatabase(url === undefined ? ':memory:' : await newDatabase(url));
  onTestFinished(() => db.destroy());
  return db;
}

export const form = {
  id: 'form-1',
  list: 'Blatt',
  consentText: 'Ich möchte das Blatt per E-Mail erhalten.',
  consentSha256: 'f98fc697fcf9edda94fc3f2e7f0aac07db731b1462046c810da783d1a6c98b01',
  formUrl: 'https://blatt.example/abo/',
  privacyVersion: '2025-08-01',
  siteCommit: 'abc123',
};

/** Stands for the keyed hash: a test sees what it belongs to. */
export const hashOf = (addressKey: string) => `hash of ${addressKey}`;

/** Keeps a request; its token's hash is `token of <address>` unless told otherwise. */
export async function request(db: Database, email: string, changes: Partial<NewRequest> = {}): Promise<void> {
  await keepFormVersion(db, form, '2025-09-01T08:00:00Z');
  await addRequest(db, {
    id: `request of ${email}`,
    email,
    addressKey: email.toLowerCase(),
    formVersion: form.id,
    requestedAt: '2025-09-01T08:00:00Z',
    expiresAt: '2025-09-04T08:00:00Z',
    tokenHash: `token of ${email}`,
    messageId: `<mail to ${email}>`,
    ...changes,
  });
  // As before wordings were kept: a name that is no hash.
  await db.updateTable('request').set({ mailVersion: '1' }).where('email', '=', email).execute();
}

/** Reads a token to leave as the tests write it: `leave <id>`. */
export const consentOf = (token: string) => /^leave (.+)/.exec(token)?.[1];

/** Makes a subscriber by request and confirmation; the token to leave is `leave <id>`. */
export async function subscriber(db: Database, email: string, id = email, now = '2025-09-01T09:00:00Z'): Promise<void> {
  await request(db, email, { id: `request of ${id}`, tokenHash: `token of ${id}` });
  await confirmRequest(db, `token of ${id}`, now, { id, hashOf });
}
