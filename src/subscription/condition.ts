import type { ServerTrouble } from '../mail/server-trouble.ts';
import { type DatabaseProblem, databaseProblem } from '../store/database.ts';
import { toMoment } from '../store/moments.ts';
import { lastTime } from '../store/queries/last-times.ts';
import { type UnsentMails, unsentMails } from '../store/queries/requests.ts';
import type { Database, Moment } from '../store/schema.ts';
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
  /** When a backup was last made and checked; undefined if none ever was. */
  backupAt: Moment | undefined;
}

/**
 * One thing that is wrong. `store`: nothing can be written. `clock`: it stands more than thirty days from the last moment
 * that is sure, so nothing is deleted. `mail-server`: it takes nothing; what waits is kept. `no-mail-server`: none is set, so
 * mails become files. `leavers`: who left can't be noted beside the backups.
 */
export type Trouble =
  | { kind: 'store'; cause: DatabaseProblem }
  | { kind: 'clock'; known: Moment }
  | { kind: 'mail-server'; since: Moment; cause: ServerTrouble }
  | { kind: 'leavers'; cause: string }
  | { kind: 'no-mail-server' };

export interface ConditionParts {
  db: Database;
  /** Tries to write, and says what keeps it from that. */
  tryToWrite: (now: Moment) => DatabaseProblem | undefined;
  /** Since when the mail server takes nothing; undefined while it does. */
  away: () => ServerAbsence | undefined;
  /** What keeps those who left from being noted beside the backups; undefined if nothing does. */
  listProblem: () => string | undefined;
  /** Whether a mail server is set. */
  hasMailServer: boolean;
  now: () => Temporal.Instant;
}

/** Looks how the service is: tries a write, counts what waits. Doesn't throw for what is wrong, and tells it. */
export async function condition(parts: ConditionParts): Promise<Condition> {
  const { db, now } = parts;
  // When none of our own transactions is open: the one that tries would wait for it in vain.
  const problem = await db.connection().execute(async () => parts.tryToWrite(toMoment(now())));
  const absence = parts.away();
  const listProblem = parts.listProblem();
  const troubles: Trouble[] = [
    ...(problem ? [{ kind: 'store', cause: problem } as const] : []),
    ...(absence ? [{ kind: 'mail-server', since: absence.since, cause: absence.trouble } as const] : []),
    ...(listProblem ? [{ kind: 'leavers', cause: listProblem } as const] : []),
    ...(parts.hasMailServer ? [] : [{ kind: 'no-mail-server' } as const]),
  ];
  try {
    const jump = await clockJump(db, now());
    if (jump) troubles.splice(problem ? 1 : 0, 0, { kind: 'clock', ...jump });
    return {
      troubles,
      mails: await unsentMails(db),
      mailTakenAt: await lastTime(db, 'mail-taken'),
      backupAt: await lastTime(db, 'backup'),
    };
  } catch (error) {
    const cause = databaseProblem(error);
    if (!cause) throw error;
    const told = problem ? troubles : [{ kind: 'store', cause } as const, ...troubles];
    return { troubles: told, mails: undefined, mailTakenAt: undefined, backupAt: undefined };
  }
}
