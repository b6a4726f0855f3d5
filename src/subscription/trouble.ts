import { serverTrouble, type TransportError } from '../mail/server-trouble.ts';
import { type DatabaseProblem, databaseProblem } from '../store/engine/problem.ts';
import { ServerAway } from './mails/transport.ts';

/** What the log calls a problem of the database. */
const databaseCauses: Record<DatabaseProblem, string> = {
  full: 'disk-full',
  'read-only': 'disk-read-only',
  'no-access': 'no-access',
  busy: 'database-locked',
  crowded: 'database-crowded',
  damaged: 'database-damaged',
  unreachable: 'database-away',
  refused: 'database-away',
  'not-found': 'database-away',
  'no-tls': 'database-unencrypted',
  certificate: 'database-certificate',
  login: 'database-login',
  'not-admitted': 'database-login',
  'no-database': 'database-missing',
  moved: 'database-moved',
  newer: 'database-newer',
};

/** What it is that failed, in one word for the log: of the disk, the database or the mail server, never of a person. */
export function causeOf(error: unknown): string {
  const problem = databaseProblem(error);
  if (problem) return databaseCauses[problem];
  if (error instanceof ServerAway) return error.trouble;
  if (!(error instanceof Error)) return 'unknown';
  const { code, path } = error as TransportError & { path?: string };
  if (code && path !== undefined) return code;
  // Errors of connections have codes, also those of nodemailer's own; others are told by their kind.
  return code && /^E[A-Z]+$/.test(code) ? serverTrouble(error) : error.name;
}
