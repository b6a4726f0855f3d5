import type { ServiceFacts } from '../../model/service-facts.ts';
import type { Database } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import type { Log } from '../log.ts';
import type { Transport } from './transport.ts';

/** What the service's mails are made and handed over with. */
export interface MailerParts {
  db: Database;
  secret: Secret;
  facts: () => ServiceFacts;
  transport: Transport;
  now: () => Temporal.Instant;
  newId: () => string;
  log: Log;
  /** The service's name among others that mail with the same data. */
  name: string;
  /** Whether the others can't see it just now: then it mails nothing. */
  isAlone: () => boolean;
}
