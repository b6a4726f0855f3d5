import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { databaseIn, databaseOf } from '../postgres/new-database.ts';
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
  await addSubscribers(folder, addresses, (await databaseOf(folder)).DATABASE_URL);
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

/** The site at its public address, as web servers have it. */
export interface PublishedSite {
  url: string;
  /** What was asked for. */
  asked: string[];
  /** Paths that it answers with this status instead of 200. */
  answers: Map<RegExp, number>;
}

/** Publishes the site on loopback, where every path answers; gone when the test has finished. */
export async function publish(folder: string, host = '127.0.0.1'): Promise<PublishedSite> {
  const asked: string[] = [];
  const answers: PublishedSite['answers'] = new Map();
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead([...answers].find(([path]) => path.test(url))?.[1] ?? 200).end();
  }).listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  editSite(folder, (text) => text.replace(/^publicUrl: .*$/m, `publicUrl: ${url}`));
  return { url, asked, answers };
}

/** Subscribers by address: whether they get mail, and why not. */
export async function statuses(folder: string): Promise<Record<string, [status: string, reason: string | null]>> {
  const db = await openDatabase(await databaseIn(folder));
  const rows = await db.selectFrom('subscriber').select(['email', 'status', 'pauseReason']).execute();
  await db.destroy();
  return Object.fromEntries(rows.map(({ email, status, pauseReason }) => [email, [status, pauseReason]]));
}

/** What a sender leaves behind that dies while it hands over the mail to this address. */
export async function claimFor(folder: string, address: string): Promise<void> {
  const db = await openDatabase(await databaseIn(folder));
  await db
    .updateTable('delivery')
    .set({ state: 'claimed', owner: 'dead/1', messageId: '<a@kurrende.example>', claimedAt: '2026-11-24T08:00:00Z' })
    .where('recipient', 'in', (eb) => eb.selectFrom('subscriber').select('id').where('email', '=', address))
    .execute();
  await db.destroy();
}

/** What a mailing leaves behind that stopped after this address was put off until a moment. */
export async function putOff(folder: string, address: string, until: Temporal.Instant): Promise<void> {
  const db = await openDatabase(await databaseIn(folder));
  await db
    .updateTable('delivery')
    .set({ state: 'queued', attempts: 3, nextAttemptAt: until.toString({ smallestUnit: 'second' }) })
    .where('recipient', 'in', (eb) => eb.selectFrom('subscriber').select('id').where('email', '=', address))
    .execute();
  await db.destroy();
}
