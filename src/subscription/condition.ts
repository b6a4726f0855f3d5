import type { ServerTrouble } from '../mail/server-trouble.ts';
import { engineOf } from '../store/engine/engine.ts';
import { type DatabaseProblem, databaseProblem } from '../store/engine/problem.ts';
import { dailyHours, hoursFrom, toMoment } from '../store/moments.ts';
import { missedSince } from '../store/queries/arrivals.ts';
import { oldestProof } from '../store/queries/consents.ts';
import { interruptedMailings } from '../store/queries/interrupted.ts';
import { lastTime } from '../store/queries/last-times.ts';
import { mailboxTroubles } from '../store/queries/mailbox-troubles.ts';
import { waitingNotices } from '../store/queries/notices.ts';
import { type UnsentMails, unsentMails } from '../store/queries/requests.ts';
import type { Database, MailboxName, Moment } from '../store/schema.ts';
import { clockJump } from './clock.ts';
import type { ServerAbsence } from './mails/mailer.ts';

/** How the service is, with no person in it: what health, metrics and doctor tell. */
export interface Condition {
  /** What is wrong, the worst first; empty when all is well. */
  troubles: readonly Trouble[];
  /** Undefined while the database can't be read. */
  mails: UnsentMails | undefined;
  /** When the mail server last took a mail of the service; undefined if it never did. */
  mailTakenAt: Moment | undefined;
  /** When the mail server was last reached, with a mail or without. */
  serverReachedAt: Moment | undefined;
  /** When the site left its facts for the service. */
  builtAt: Moment | undefined;
  /** When a backup was last made and checked; undefined if none ever was. */
  backupAt: Moment | undefined;
}

/**
 * One thing that is wrong. `store`: nothing can be written. `clock`: it stands more than thirty days from the last moment
 * that is sure, so nothing is deleted. `shared-clock`: it stands more than a minute beside that of the database's server, and
 * so of other machines. `mail-server`: it takes nothing; what waits is kept. `no-mail-server`: none is set, so
 * mails become files. `leavers`: who left can't be noted beside the backups. `queue`: a mail waits for more than an hour.
 * `given-up`: mails that will never be sent. `mailing`: an issue that not all have got yet, with nobody sending: its sender
 * died, or something is due for more than an hour. `backup`, `build`: the last one is more than a day old. `mailbox`: one could not
 * be read at the last look. `bounces`: nobody looked into that for reports for more than a day, though it once was read.
 * `arrival`: the last issue did not come to the mailbox that proves it.
 */
type Trouble =
  | { kind: 'store'; cause: DatabaseProblem }
  | { kind: 'clock'; known: Moment }
  | { kind: 'shared-clock'; seconds: number }
  | { kind: 'mail-server'; since: Moment; cause: ServerTrouble }
  | { kind: 'leavers'; cause: string }
  | { kind: 'no-mail-server' }
  | { kind: 'queue'; since: Moment; waiting: number }
  | { kind: 'given-up'; count: number }
  | { kind: 'mailing'; issueKey: string; number: number; waiting: number; unknown: number }
  | { kind: 'backup'; since: Moment | undefined }
  | { kind: 'build'; since: Moment }
  | { kind: 'mailbox'; mailbox: MailboxName; since: Moment; cause: string }
  | { kind: 'bounces'; since: Moment }
  | { kind: 'arrival'; since: Moment };

export interface ConditionParts {
  db: Database;
  /** Tries to write, and says what keeps it from that. */
  tryToWrite: (now: Moment) => Promise<DatabaseProblem | undefined>;
  /** The clock that all machines share; undefined where there is none. */
  sharedClock: (db: Database) => Promise<Temporal.Instant | undefined>;
  /** Since when the mail server takes nothing; undefined while it does. */
  away: () => ServerAbsence | undefined;
  /** What keeps those who left from being noted beside the backups; undefined if nothing does. */
  listProblem: () => string | undefined;
  /** When the mail server was last reached. */
  serverReachedAt: () => Moment | undefined;
  /** When the site was last built. */
  builtAt: () => Moment | undefined;
  /** Whether a mail server is set. */
  hasMailServer: boolean;
  now: () => Temporal.Instant;
}

/** Looks how the service is: tries a write, counts what waits. Doesn't throw for what is wrong, and tells it. */
export async function condition(parts: ConditionParts): Promise<Condition> {
  const { db, now } = parts;
  // When none of our own transactions is open: the one that tries would wait for it in vain.
  const problem = await whileNobodyWrites(db, () => parts.tryToWrite(toMoment(now())));
  const absence = parts.away();
  const listProblem = parts.listProblem();
  const builtAt = parts.builtAt();
  const troubles: Trouble[] = [
    ...(problem ? [{ kind: 'store', cause: problem } as const] : []),
    ...(absence ? [{ kind: 'mail-server', since: absence.since, cause: absence.trouble } as const] : []),
    ...(listProblem ? [{ kind: 'leavers', cause: listProblem } as const] : []),
    ...(parts.hasMailServer ? [] : [{ kind: 'no-mail-server' } as const]),
  ];
  try {
    const jump = await clockJump(db, now());
    if (jump) troubles.splice(problem ? 1 : 0, 0, { kind: 'clock', ...jump });
    const shared = await parts.sharedClock(db);
    const seconds = shared ? Math.round(now().since(shared).total('seconds')) : 0;
    if (Math.abs(seconds) > mostSecondsApart) troubles.push({ kind: 'shared-clock', seconds });
    const mails = await allUnsent(db);
    const mailTakenAt = await lastTime(db, 'mail-taken');
    const backupAt = await lastTime(db, 'backup');
    const away = await mailboxTroubles(db);
    // One that can't be read is told as that.
    const bouncesAt = away.some(({ mailbox }) => mailbox === 'bounces') ? undefined : await lastTime(db, 'bounces');
    troubles.push(...away.map((trouble) => ({ kind: 'mailbox', ...trouble }) as const));
    // Nobody's moments count while the clock stands wrong.
    const missed = jump ? undefined : await missedSince(db, hoursFrom(now(), -arrivalHours));
    if (missed) troubles.push({ kind: 'arrival', since: missed });
    if (!jump) troubles.push(...(await brokenOff(db, now())));
    if (!jump)
      troubles.push(...overdue({ ...mails, backupAt, builtAt, bouncesAt, needsBackup: await oldestProof(db) }, now()));
    const reached = [mailTakenAt, parts.serverReachedAt()].filter((at) => at !== undefined).sort();
    return { troubles, mails, mailTakenAt, serverReachedAt: reached.at(-1), builtAt, backupAt };
  } catch (error) {
    const cause = databaseProblem(error);
    if (!cause) throw error;
    const told = problem ? troubles : [{ kind: 'store', cause } as const, ...troubles];
    const unknown = { mails: undefined, mailTakenAt: undefined, serverReachedAt: undefined, backupAt: undefined };
    return { troubles: told, builtAt, ...unknown };
  }
}

/** Does something while no transaction of ours is open; a server that gives no connection keeps nobody from it. */
function whileNobodyWrites<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  return engineOf(db).kind === 'sqlite' ? db.connection().execute(work) : work();
}

/** So far the clocks of several machines may stand apart before somebody has to look. */
const mostSecondsApart = 60;
/** Hours within which an issue has to come to the mailbox that proves it. */
const arrivalHours = 1;
/** Hours that a mail may wait before somebody has to look. */
const waitHours = 1;

interface Overdue {
  waiting: number;
  waitingSince: Moment | undefined;
  givenUp: number;
  backupAt: Moment | undefined;
  builtAt: Moment | undefined;
  /** When the mailbox for reports was last read; undefined if there is none, or it can't be read. */
  bouncesAt: Moment | undefined;
  /** Since when there is anything to back up. */
  needsBackup: Moment | undefined;
}

/** What should have happened by now. */
function overdue(known: Overdue, now: Temporal.Instant): Trouble[] {
  const { waiting, waitingSince, givenUp, backupAt, builtAt, bouncesAt, needsBackup } = known;
  const isBefore = (moment: Moment | undefined, hours: number) =>
    moment !== undefined && moment < hoursFrom(now, -hours);
  return [
    ...(waitingSince && isBefore(waitingSince, waitHours)
      ? [{ kind: 'queue', since: waitingSince, waiting } as const]
      : []),
    ...(givenUp > 0 ? [{ kind: 'given-up', count: givenUp } as const] : []),
    ...(isBefore(backupAt ?? needsBackup, dailyHours) ? [{ kind: 'backup', since: backupAt } as const] : []),
    ...(builtAt && isBefore(builtAt, dailyHours) ? [{ kind: 'build', since: builtAt } as const] : []),
    ...(bouncesAt && isBefore(bouncesAt, dailyHours) ? [{ kind: 'bounces', since: bouncesAt } as const] : []),
  ];
}

/** Mailings that wait for somebody to go on; one that was stopped a moment ago, or put off by receivers, goes on as meant. */
async function brokenOff(db: Database, now: Temporal.Instant): Promise<Trouble[]> {
  const interrupted = await interruptedMailings(db, now);
  return interrupted
    .filter(({ kind }) => kind === 'broke-off' || kind === 'overdue')
    .map(({ issueKey, number, waiting, unknown }) => ({ kind: 'mailing', issueKey, number, waiting, unknown }));
}

/** Mails to confirm and all others. */
async function allUnsent(db: Database): Promise<UnsentMails> {
  const { waiting, waitingSince, givenUp } = await unsentMails(db);
  const notices = await waitingNotices(db);
  const [since] = [waitingSince, notices.since].filter((at) => at !== undefined).sort();
  return { waiting: waiting + notices.count, waitingSince: since, givenUp };
}
