import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import type { Frame } from './page.ts';
import type { Database } from './schema.ts';
import type { Secret } from './secret.ts';
import type { Settings } from './settings.ts';

/** What the routes work with; all of the world outside comes in through it. */
export interface ServiceParts {
  db: Database;
  secret: Secret;
  settings: Settings;
  frame: () => Frame;
  mailer: Pick<Mailer, 'wake' | 'alarm'>;
  now: () => Temporal.Instant;
  newId: () => string;
  newToken: () => string;
  log: Log;
}
