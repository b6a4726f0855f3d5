import type { Database } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import type { Condition } from '../condition.ts';
import type { LimitSettings } from '../limits.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mails/mailer.ts';
import type { ServiceFrame } from './page.ts';

/** What the routes work with; all of the world outside comes in through it. */
export interface ServiceParts {
  db: Database;
  secret: Secret;
  settings: LimitSettings;
  frame: () => ServiceFrame;
  mailer: Pick<Mailer, 'wake' | 'alarm'>;
  /** How the service is just now. */
  condition: () => Promise<Condition>;
  /** Adds to the list beside the backups who left; a disk that refuses is told in the log. */
  noteLeavers: () => Promise<void>;
  /** Whether the mail server takes letters beyond ASCII before the `@`; undefined if that isn't known now. */
  takesUtf8: () => Promise<boolean | undefined>;
  now: () => Temporal.Instant;
  newId: () => string;
  log: Log;
}
