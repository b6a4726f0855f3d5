/** What keeps a database from being opened or from working, by the codes of both. */
import pg from 'pg';

/**
 * Of a server only: `crowded`: it gives no connection more. `refused`: nobody listens there. `not-found`: the name of its
 * machine is unknown. `no-tls`: it doesn't encrypt, and shall. `certificate`: nobody we trust vouches for it. `login`: it takes
 * not this name with this password. `not-admitted`: it doesn't let this name in from here, whatever its password.
 * `no-database`: it has none of this name.
 */
export type DatabaseProblem =
  | 'refused'
  | 'not-found'
  | 'no-tls'
  | 'certificate'
  | 'login'
  | 'not-admitted'
  | 'no-database'
  | 'damaged'
  | 'busy'
  | 'crowded'
  | 'full'
  | 'read-only'
  | 'no-access'
  | 'unreachable'
  | 'newer'
  | 'moved';

/** What a database says that has moved, and PostgreSQL's code for it. */
export const movedMark = 'these data have moved';
export const movedCode = 'KU001';

/** The server of the database gives no answer; `cause` says why, in the system's words. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super('the database server gives no answer', { cause });
    this.name = 'ServerUnreachable';
  }
}

/** SQLite's result codes, by what they mean to the operator. */
const sqliteProblems: Record<number, DatabaseProblem> = {
  3: 'no-access',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'no-access',
  11: 'damaged',
  13: 'full',
  14: 'no-access',
  26: 'damaged',
};

/** PostgreSQL's codes (its manual, appendix A), the longest beginning first. */
const postgresProblems: readonly (readonly [beginning: string, problem: DatabaseProblem])[] = [
  [movedCode, 'moved'],
  ['53100', 'full'],
  ['53300', 'crowded'],
  ['25006', 'read-only'],
  ['42501', 'no-access'],
  ['3D000', 'no-database'],
  ['28P01', 'login'],
  ['55P03', 'busy'],
  ['40', 'busy'],
  ['53', 'busy'],
  ['28', 'not-admitted'],
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['58', 'damaged'],
  ['XX', 'damaged'],
];

/** What it is that keeps a database from being opened; undefined for an error of the product's own. */
export function databaseProblem(error: unknown): DatabaseProblem | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EROFS') return 'read-only';
  if (code === 'EACCES' || code === 'EPERM') return 'no-access';
  if (message?.startsWith('corrupted migrations')) return 'newer';
  return openDatabaseProblem(error);
}

/** Which of the two an error comes from; undefined for one that is neither's. */
export function engineOfError(error: unknown): 'sqlite' | 'postgres' | undefined {
  if (error instanceof ServerUnreachable || error instanceof pg.DatabaseError) return 'postgres';
  return (error as { errcode?: number }).errcode === undefined ? undefined : 'sqlite';
}

/** What it is that keeps an open database from working; undefined for an error that isn't the database's. */
export function openDatabaseProblem(error: unknown): DatabaseProblem | undefined {
  if (error instanceof ServerUnreachable) return unreachableBecause(error.cause);
  if (error instanceof pg.DatabaseError) {
    return postgresProblems.find(([beginning]) => error.code?.startsWith(beginning))?.[1];
  }
  const { errcode, message } = error as { errcode?: number; message?: string };
  if (errcode !== undefined && message === movedMark) return 'moved';
  // The low byte is the code; the others say more about it.
  return errcode === undefined ? undefined : sqliteProblems[errcode & 0xff];
}

/** What OpenSSL and Node say of a certificate that they don't trust. */
const certificate = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|INVALID_CA)/;

/** Where no answer came: what the system or the driver says, who has no codes of its own. */
function unreachableBecause(cause: unknown): DatabaseProblem {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (code === 'ENOTFOUND') return 'not-found';
  // A server on the same machine has a socket, which is gone with it.
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'refused';
  if (certificate.test(code)) return 'certificate';
  if (message.includes('does not support SSL')) return 'no-tls';
  // The server asked for one, and none was set.
  return message.includes('client password must be') ? 'login' : 'unreachable';
}

/** What may be gone by itself when somebody tries again. */
const passing: readonly DatabaseProblem[] = [
  'busy',
  'crowded',
  'full',
  'read-only',
  'unreachable',
  'refused',
  // While a machine starts its resolver may not know any name yet.
  'not-found',
];

/** Whether waiting may heal a problem. Of a file also what its folder doesn't allow: its disk may not be mounted yet. */
export function mayPass(problem: DatabaseProblem, isServer: boolean): boolean {
  return passing.includes(problem) || (problem === 'no-access' && !isServer);
}
