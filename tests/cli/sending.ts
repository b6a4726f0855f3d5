import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Outcome } from './command-line.ts';
import { inProcess } from './in-process.ts';
import { preparedOrganisation } from './organisations.ts';

/** Runs a command; `now` is the moment at which it is called, `ask` who sits at the terminal: without, one who says ja. */
export type Run = (
  args: string[],
  env?: Record<string, string>,
  now?: Temporal.Instant,
  ask?: (question: string) => Promise<string>,
) => Promise<Outcome>;

/** The example content with these subscribers, and a way to run commands there in this process. */
export async function sendingOrganisation(addresses: readonly string[]): Promise<{ folder: string; run: Run }> {
  const folder = await preparedOrganisation();
  await addSubscribers(folder, addresses);
  const usual = { SEND_PER_MINUTE: '1000000', USER: 'betrieb' };
  return {
    folder,
    run: (args, env, now, ask = async () => 'ja') => inProcess(args, folder, { ...usual, ...env }, now, ask),
  };
}

/** Changes `content/site.md`. */
export function editSite(folder: string, change: (text: string) => string): void {
  const path = join(folder, 'content', 'site.md');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** The publisher is a real one from here on, as far as the product can tell. */
export function makeReal(folder: string): void {
  editSite(folder, (text) => text.replace(/^example: true\n/m, ''));
}

/** Subscribers by address: whether they get mail, and why not. */
export async function statuses(folder: string): Promise<Record<string, [status: string, reason: string | null]>> {
  const db = await openDatabase(join(folder, 'data', 'abo.sqlite'));
  const rows = await db.selectFrom('subscriber').select(['email', 'status', 'pauseReason']).execute();
  await db.destroy();
  return Object.fromEntries(rows.map(({ email, status, pauseReason }) => [email, [status, pauseReason]]));
}

/** What a sender leaves behind that dies while it hands over the mail to this address. */
export async function claimFor(folder: string, address: string): Promise<void> {
  const db = await openDatabase(join(folder, 'data', 'abo.sqlite'));
  await db
    .updateTable('delivery')
    .set({ state: 'claimed', owner: 'dead/1', messageId: '<a@kurrende.example>', claimedAt: '2026-11-24T08:00:00Z' })
    .where('recipient', 'in', (eb) => eb.selectFrom('subscriber').select('id').where('email', '=', address))
    .execute();
  await db.destroy();
}
