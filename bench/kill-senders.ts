import { join } from 'node:path';
import pg from 'pg';
import { exampleSite, runCommand } from './example-site.ts';
import { deliveryStates, judge, type Verdict } from './kill.ts';
import { databaseAt, postgresPrograms, startCluster, withClient } from './postgres.ts';
import { countingServer, startSender } from './sender-process.ts';
import { addSubscribers } from './subscribers.ts';

export interface KillSendersReport extends Verdict {
  kills: number;
  seconds: number;
  /** What the last call said that found what the killed ones had left. */
  told: string;
}

interface Options {
  /** Of the folder under `.cache/bench/`. */
  name: string;
  kills: number;
  recipients: number;
  /** How many send at the same time. */
  senders: number;
  /** The database, of PostgreSQL, which must be empty. */
  url: string;
  prepare: (folder: string) => void;
  onKill?: (kill: number, states: Verdict['states']) => void;
}

type Running = ReturnType<typeof startSender>;

const connections = 4;
/** So long a sender that has begun to send lives on at most. */
const longestWaitMs = 400;
/** So often one is killed that is still starting. */
const shareOfEarly = 0.1;

/**
 * Lets several senders share a mailing on PostgreSQL, and kills one of them after the other with SIGKILL at random moments;
 * another takes its place. One recipient in a hundred is refused.
 */
export async function killSendersRun(options: Options): Promise<KillSendersReport> {
  const { name, kills, recipients, senders, url, prepare, onKill } = options;
  const begin = performance.now();
  const folder = exampleSite(name);
  prepare(folder);
  const names = Array.from({ length: recipients }, (_, n) => `${n % 100 === 50 ? 'abgelehnt' : 'leserin'}-${n}`);
  await addSubscribers(
    folder,
    names.map((reader) => `${reader}@rathaus.example`),
    url,
  );
  const server = await countingServer(40);
  const client = new pg.Client(url);
  await client.connect();
  const start = (perMinute: number) =>
    startSender(folder, {
      DATABASE_URL: url,
      SMTP_URL: server.url,
      SEND_CONNECTIONS: String(connections),
      SEND_PER_MINUTE: String(Math.min(1_000_000, Math.max(600, Math.round(perMinute)))),
    });
  try {
    let left = recipients;
    // Mails for each kill, so that there are some left for the last one; now and then many at once.
    const budget = (kill: number) => left / (kills - kill + 1);
    const pace = (kill: number) => (Math.random() < 0.2 ? 1_000_000 : budget(kill) * 30);
    server.answer(recipients / kills);
    const running = Array.from({ length: senders }, () => start(pace(1)));
    for (let kill = 1; kill <= kills; kill += 1) {
      server.answer(Math.ceil(budget(kill) * 0.9));
      const isEarly = Math.random() < shareOfEarly;
      const victim = isEarly ? running.at(-1) : await firstToSend(client, running);
      if (!victim) throw new Error('no sender there');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longestWaitMs));
      running.splice(running.indexOf(victim), 1);
      victim.child.kill('SIGKILL');
      const { printed } = await victim.ended;
      if (victim.child.signalCode !== 'SIGKILL') throw new Error(`a sender ended by itself:\n${printed}`);
      running.push(start(pace(kill)));
      const states = await deliveryStates(url);
      if (states.queued + states.accepted > 0) left = states.queued;
      onKill?.(kill, states);
    }
    server.answer('all');
    const printed = (await Promise.all(running.map(({ ended }) => ended))).map((ended) => ended.printed);
    // Whoever was last may have died: one more call finds what is left.
    const last = await start(1_000_000).ended;
    const verdict = await judge(url, server.taken);
    const seconds = (performance.now() - begin) / 1000;
    return { kills, ...verdict, seconds, told: [...printed, last.printed].join('\n') };
  } finally {
    server.stop();
    await client.end();
  }
}

/** Waits for a sender that has begun to send. */
async function firstToSend(client: pg.Client, running: readonly Running[]): Promise<Running> {
  for (;;) {
    const { rows } = await client.query(
      "select distinct split_part(owner, '/', 2) as pid from delivery where state in ('claimed', 'accepted', 'failed')",
    );
    const pids = new Set(rows.map(({ pid }) => Number(pid)));
    const sending = running.filter(({ child }) => child.pid !== undefined && pids.has(child.pid));
    const [found] = sending.sort(() => Math.random() - 0.5);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** `npm run bench -- killsenders`: 100 kills of three senders that mail 10,000 on a PostgreSQL of its own. */
export async function benchKillSenders(kills: number): Promise<void> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed here: apt-get install postgresql');
  const template = join(import.meta.dirname, '..', '.cache', `postgres${programs.replaceAll('/', '-')}`);
  const cluster = await startCluster(programs, template);
  try {
    await withClient(cluster.url, (client) => client.query('create database bench'));
    const recipients = kills * 100;
    const { states, seconds, ...report } = await killSendersRun({
      name: 'kill-senders',
      kills,
      recipients,
      senders: 3,
      url: databaseAt(cluster.url, 'bench'),
      prepare: (folder) => runCommand('mail', folder, '2025-kw33'),
      onKill(kill, { queued, accepted, failed, unknown, claimed }) {
        if (kill % 10 > 0) return;
        console.log(
          `${kill} kills: ${accepted} accepted, ${failed} failed, ${unknown} unknown, ${claimed} claimed, ${queued} queued`,
        );
      },
    });
    console.log(`
${kills} kills (SIGKILL) of three senders that mail ${recipients} on PostgreSQL, ${seconds.toFixed(0)} s
accepted + failed + unknown = ${states.accepted} + ${states.failed} + ${states.unknown} = ${states.accepted + states.failed + states.unknown}; claimed ${states.claimed}, queued ${states.queued}
doubled ${report.doubled}, lost ${report.lost}, noted as accepted but not taken ${report.wronglyAccepted}
unknown ones that the server did take: ${report.unknownTaken} of ${states.unknown}
the last ones said:\n${report.told}`);
  } finally {
    cluster.stop();
  }
}
