/** What a mailing works with. */
import type { Reply, Settlement } from '../store/queries/delivery-notes.ts';
import type { ActiveSubscriber } from '../store/queries/subscribers.ts';
import type { Database } from '../store/schema.ts';
import type { MailConnection } from './smtp-connection.ts';

/** A message that is ready to go. */
export interface OutgoingMessage {
  /** In its wire form. */
  wire: Buffer;
  /** In angle brackets. */
  messageId: string;
}

export interface MailingParts {
  db: Database;
  /** Id of the mailing. */
  mailing: string;
  messageFor: (recipient: ActiveSubscriber) => Promise<OutgoingMessage>;
  connect: () => Promise<MailConnection>;
  /** Where refusals of the relay go: the address in MAIL FROM. */
  sender: string;
  /** Whether that address names each mail (VERP). */
  isNamedInSender?: boolean;
  /** The name of this sender, for the claims. */
  owner: string;
  /** Name and port of the mail server, whose pace all senders share. */
  server: string;
  connections: number;
  perMinute: number;
  /** Between the tries of one that is put off; after the last it has failed. */
  pauses: readonly Temporal.Duration[];
  /** Before another try to connect: the first pause, doubled each time. */
  reconnectMs: number;
  /** How long to stay for recipients that were put off, when nothing else is left; for ever if left out. */
  patience?: Temporal.Duration | undefined;
  now: () => Temporal.Instant;
  /** Ends the mailing when what is on the wire has its answer. */
  signal: AbortSignal;
  onSettled: (state: Settlement['state']) => void;
  /** Another sender died, and left so many unknown. */
  onLeftBehind: (unknown: number) => void;
  /** The server puts everybody off. */
  onRest: (pause: Temporal.Duration, reply: Reply) => void;
}
