import { join } from 'node:path';
import { openDatabase } from '../src/store/database.ts';
import type { DeliveryState } from '../src/store/schema.ts';
import { exampleSite } from './example-site.ts';
import { type CountingServer, countingServer, startSender } from './sender-process.ts';
import { addSubscribers } from './subscribers.ts';

/** What became of everybody. */
export interface Verdict {
  /** How many recipients are in which state at the end. */
  states: Record<DeliveryState, number>;
  /** Recipients that the server gave more than one message. */
  doubled: number;
  /** Recipients that are neither served nor noted as failed or unknown. */
  lost: number;
  /** Noted as accepted, but the server knows nothing of it. */
  wronglyAccepted: number;
  /** Unknown ones that the server did take. */
  unknownTaken: number;
}

export interface KillReport extends Verdict {
  kills: number;
  /** The most that one kill left unknown, and for how many kills it was so many (index: new unknown). */
  mostUnknownPerKill: number;
  killsByNewUnknown: number[];
  seconds: number;
}

interface KillOptions {
  /** Of the folder under `.cache/bench/`. */
  name: string;
  kills: number;
  recipients: number;
  connections: number;
  /** Called with the folder before anything is sent. */
  prepare?: (folder: string) => void;
  /** Called after each kill. */
  onKill?: (kill: number, states: Record<DeliveryState, number>) => void;
}

const longestDelayMs = 40;

/**
 * Sends to a counting server and kills the sender with SIGKILL at random moments, so many times; then lets it come to
 * its end. One recipient in a hundred is refused.
 */
export async function killRun({
  name,
  kills,
  recipients,
  connections,
  prepare,
  onKill,
}: KillOptions): Promise<KillReport> {
  const begin = performance.now();
  const addresses = Array.from(
    { length: recipients },
    (_, n) => `${n % 100 === 50 ? 'abgelehnt' : 'leserin'}-${n}@rathaus.example`,
  );
  const folder = exampleSite(name);
  prepare?.(folder);
  await addSubscribers(folder, addresses);
  const server = await countingServer(longestDelayMs);
  try {
    const killsByNewUnknown: number[] = [];
    let unknownBefore = 0;
    let left = recipients;
    for (let kill = 1; kill <= kills; kill += 1) {
      await killOnce(server, folder, connections, left / (kills - kill + 1));
      const states = await deliveryStates(databaseIn(folder));
      // What is claimed when its sender is dead is what the next one notes as unknown.
      const unknown = states.unknown + states.claimed;
      const more = unknown - unknownBefore;
      killsByNewUnknown[more] = (killsByNewUnknown[more] ?? 0) + 1;
      unknownBefore = unknown;
      if (states.queued + states.accepted > 0) left = states.queued;
      onKill?.(kill, states);
    }
    server.answer('all');
    const env = { SMTP_URL: server.url, SEND_CONNECTIONS: String(connections), SEND_PER_MINUTE: '1000000' };
    const { printed } = await startSender(folder, env).ended;
    if (!printed.includes('Verschickt')) throw new Error(`the last run did not come to its end:\n${printed}`);
    const verdict = await judge(databaseIn(folder), server.taken);
    const mostUnknownPerKill = killsByNewUnknown.length - 1;
    const seconds = (performance.now() - begin) / 1000;
    return { kills, ...verdict, mostUnknownPerKill, killsByNewUnknown, seconds };
  } finally {
    server.stop();
  }
}

/**
 * Starts a sender and kills it: mostly while it sends, sometimes while it starts. `budget` is how many mails it may
 * use up on average, so that there are some left for the last kill. Where the kill comes late because the machine is
 * busy, the server waits for it: what is on the wire then stays there.
 */
async function killOnce(server: CountingServer, folder: string, connections: number, budget: number): Promise<void> {
  server.answer(Math.floor(Math.max(budget - connections, budget * 0.7)));
  const isBurst = budget > 8 && Math.random() < 0.15;
  const windowMs = isBurst ? 40 : 250;
  const perMinute = isBurst ? 1_000_000 : Math.max(60, Math.round((budget * 0.7 * 60_000) / (windowMs / 2)));
  const { child, ended } = startSender(folder, {
    SMTP_URL: server.url,
    SEND_CONNECTIONS: String(connections),
    SEND_PER_MINUTE: String(Math.min(perMinute, 1_000_000)),
  });
  const connected = new Promise<void>((resolve) => {
    server.onEvent(({ kind }) => {
      if (kind === 'connected') resolve();
    });
  });
  const isEarly = Math.random() < 0.1;
  if (isEarly) await wait(Math.random() * 2000);
  else await Promise.race([connected, ended]).then(() => wait(Math.random() * windowMs));
  child.kill('SIGKILL');
  const { printed } = await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`the sender ended by itself:\n${printed}`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const databaseIn = (folder: string) => join(folder, 'data', 'abo.sqlite');

/** How many deliveries in a database are in which state. */
export async function deliveryStates(database: string): Promise<Record<DeliveryState, number>> {
  const states: Record<DeliveryState, number> = { queued: 0, claimed: 0, accepted: 0, failed: 0, unknown: 0 };
  for (const { state } of await deliveries(database)) states[state] += 1;
  return states;
}

async function deliveries(database: string) {
  const db = await openDatabase(database);
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('consent', 'consent.id', 'delivery.recipient')
    .select(['consent.email', 'delivery.state'])
    .execute();
  await db.destroy();
  return rows;
}

/** Compares what is noted in a database with how often the server took a message to each address. */
export async function judge(database: string, taken: ReadonlyMap<string, number>): Promise<Verdict> {
  const rows = await deliveries(database);
  const isTaken = ({ email }: { email: string }) => taken.has(email);
  return {
    states: await deliveryStates(database),
    doubled: [...taken.values()].filter((count) => count > 1).length,
    lost: rows.filter((row) => !isTaken(row) && row.state !== 'failed' && row.state !== 'unknown').length,
    wronglyAccepted: rows.filter((row) => row.state === 'accepted' && !isTaken(row)).length,
    unknownTaken: rows.filter((row) => row.state === 'unknown' && isTaken(row)).length,
  };
}

/** `npm run bench -- kill`: 200 kills of a mailing to 20,000 over 10 connections. */
export async function benchKill(kills: number): Promise<void> {
  const recipients = kills * 100;
  const report = await killRun({
    name: 'kill',
    kills,
    recipients,
    connections: 10,
    onKill(kill, { queued, accepted, failed, unknown, claimed }) {
      if (kill % 20 > 0) return;
      console.log(
        `${kill} kills: ${accepted} accepted, ${failed} failed, ${unknown + claimed} unknown, ${queued} queued`,
      );
    },
  });
  const { states, killsByNewUnknown } = report;
  const histogram = killsByNewUnknown.map((count, unknown) => `${unknown}: ${count}`).join(', ');
  console.log(`
${report.kills} kills (SIGKILL) of a mailing to ${recipients} over 10 connections, ${report.seconds.toFixed(0)} s
accepted + failed + unknown = ${states.accepted} + ${states.failed} + ${states.unknown} = ${states.accepted + states.failed + states.unknown}
doubled ${report.doubled}, lost ${report.lost}, noted as accepted but not taken ${report.wronglyAccepted}
unknown ones that the server did take: ${report.unknownTaken} of ${states.unknown}
new unknown per kill: at most ${report.mostUnknownPerKill}; kills by number of new unknown: ${histogram}`);
}
