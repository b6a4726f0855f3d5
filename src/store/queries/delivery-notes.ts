/** What a sender notes of its deliveries: that it takes one on, and what became of it. Many at once, since each waits for the disk. */
import type { Database, DeliveryFailure, DeliveryState, Moment } from '../schema.ts';
import { rowsListed } from './listed.ts';
import { isToActive } from './recipient.ts';

/** The server's answer: its code, and its words as they came. */
export interface Reply {
  code: number;
  text: string;
}

/** What became of a claimed delivery. */
export interface Settlement {
  state: Exclude<DeliveryState, 'claimed'>;
  reply?: Reply;
  failure?: DeliveryFailure;
  /** For one that is queued again. */
  nextAttemptAt?: Moment;
  /** The server never heard of it, so that it doesn't count as a try. */
  isUntried?: boolean;
}

/** A delivery that is to be taken on, before the server hears of it. */
export interface Claim {
  recipient: string;
  messageId: string;
}

/** What is to be noted of deliveries that are each another's. */
export interface DeliveryNotes {
  claims: readonly Claim[];
  settled: readonly (Settlement & { recipient: string })[];
}

/**
 * Notes all of it as a whole or not at all; it is on the disk when the promise resolves. Returns the recipients whose delivery
 * is taken on: not those that somebody else took on, or who have left meanwhile. What this sender didn't claim is not settled:
 * another's claim, after a long silence of this one, stays.
 */
export type NoteDeliveries = (notes: DeliveryNotes, now: Moment) => Promise<ReadonlySet<string>>;

/**
 * Takes the notes of the sender `owner` of a mailing. It is one statement, so that the database is asked once and no transaction
 * is begun and ended for it; and it is put together once, which cost as much of a mail's time as what the database does for it.
 */
export function noteDeliveries(db: Database, mailing: string, owner: string): NoteDeliveries {
  const list = Symbol('list');
  const moment = Symbol('moment');
  const statement = noting(db, mailing, owner, list, moment as unknown as Moment).compile();
  // Nothing in what it returns has a name of two words.
  const plain = db.withoutPlugins();
  return async ({ claims, settled }, now) => {
    const rows = JSON.stringify([...claims.map(noteOfClaim), ...settled.map(noteOfSettlement)].map(listedNote));
    const values = new Map<unknown, string>([
      [list, rows],
      [moment, now],
    ]);
    const parameters = statement.parameters.map((parameter) => values.get(parameter) ?? parameter);
    const noted = await plain.executeQuery<Pick<Note, 'recipient' | 'state'>>({ ...statement, parameters });
    return new Set(noted.rows.flatMap(({ recipient, state }) => (state === 'claimed' ? recipient : [])));
  };
}

/** A note as the statement reads it. What is left out stays as it is, but for `failure`, which there is none of then. */
interface Note {
  recipient: string;
  state: DeliveryState;
  messageId?: string | undefined;
  /** What it adds to the number of tries. */
  tries?: number | undefined;
  replyCode?: number | undefined;
  replyText?: string | undefined;
  failure?: DeliveryFailure | undefined;
  nextAttemptAt?: Moment | undefined;
}

const columns = {
  recipient: 'text',
  state: 'text',
  messageId: 'text',
  tries: 'integer',
  replyCode: 'integer',
  replyText: 'text',
  failure: 'text',
  nextAttemptAt: 'text',
} as const satisfies Record<keyof Note, string>;

const names = Object.keys(columns) as (keyof Note)[];

const listedNote = (note: Note) => names.map((name) => note[name]);

const noteOfClaim = ({ recipient, messageId }: Claim): Note => ({ recipient, state: 'claimed', messageId, tries: 1 });

const noteOfSettlement = ({
  recipient,
  state,
  reply,
  failure,
  nextAttemptAt,
  isUntried,
}: DeliveryNotes['settled'][number]): Note => ({
  recipient,
  state,
  tries: isUntried ? -1 : undefined,
  replyCode: reply?.code,
  replyText: reply?.text,
  failure,
  nextAttemptAt,
});

function noting(db: Database, mailing: string, owner: string, list: unknown, now: Moment) {
  return (
    db
      // As a table of its own, else SQLite reads the list anew for each of its rows.
      .with(
        (table) => table('note').materialized(),
        () => rowsListed<Required<Note>>(db, columns, list),
      )
      .updateTable('delivery')
      .from('note')
      .set(({ eb, fn, ref, val }) => ({
        state: ref('note.state'),
        // Whoever comes first may try a queued one again.
        owner: eb.case('note.state').when('queued').then(null).else(owner).end(),
        messageId: fn.coalesce('note.messageId', 'delivery.messageId'),
        claimedAt: eb.case('note.state').when('claimed').then(now).else(ref('delivery.claimedAt')).end(),
        settledAt: eb.case().when('note.state', 'in', ['claimed', 'queued']).then(null).else(now).end(),
        replyCode: fn.coalesce('note.replyCode', 'delivery.replyCode'),
        replyText: fn.coalesce('note.replyText', 'delivery.replyText'),
        failure: ref('note.failure'),
        nextAttemptAt: fn.coalesce('note.nextAttemptAt', 'delivery.nextAttemptAt'),
        attempts: eb('delivery.attempts', '+', fn.coalesce('note.tries', val(0))),
      }))
      .where('mailing', '=', mailing)
      .whereRef('delivery.recipient', '=', 'note.recipient')
      // Said once more, so that SQLite goes by recipient and not through all that are in a state.
      .where('delivery.recipient', 'in', ({ selectFrom }) => selectFrom('note').select('note.recipient'))
      .where('delivery.state', '=', ({ eb, val }) =>
        eb
          .case('note.state')
          .when('claimed')
          .then(val<DeliveryState>('queued'))
          .else(val<DeliveryState>('claimed'))
          .end(),
      )
      .where(({ eb, or }) => or([eb('note.state', '!=', 'claimed'), isToActive(db)]))
      .where(({ eb, or }) => or([eb('note.state', '=', 'claimed'), eb('delivery.owner', '=', owner)]))
      .returning(['delivery.recipient', 'delivery.state'])
  );
}
