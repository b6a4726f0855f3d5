import { toMoment } from '../store/moments.ts';
import { type Claim, type DeliveryNotes, noteDeliveries, type Settlement } from '../store/queries/delivery-notes.ts';
import type { Database } from '../store/schema.ts';

/** What the connections of a mailing note; each note is on the disk when its promise resolves. */
export interface NoteBook {
  /** Takes a delivery on. False if somebody else did, or if the subscriber has left meanwhile. */
  claim: (recipient: string, messageId: string) => Promise<boolean>;
  settle: (recipient: string, settlement: Settlement) => Promise<void>;
}

/** What is noted together. */
interface Page {
  claims: Claim[];
  settled: DeliveryNotes['settled'][number][];
  /** Has nobody to wait for. */
  write: () => void;
  /** The recipients that were claimed. */
  written: Promise<ReadonlySet<string>>;
}

/** How long a note waits for those of other connections. Short beside the answer of a mail server. */
const patienceMs = 10;

/**
 * Several connections have something to note at the same time, and each note has to be on the disk before its connection goes
 * on. All that come within a moment share one transaction, so that they wait for the disk once; when all `connections` have
 * made their claim there is nobody to wait for. If it fails, it fails for all of them.
 */
export function noteBook(
  db: Database,
  mailing: string,
  { owner, connections, now }: { owner: string; connections: number; now: () => Temporal.Instant },
): NoteBook {
  const note = noteDeliveries(db, mailing, owner);
  let open: Page | undefined;
  // One after the other: what is noted later must not overtake.
  let before: Promise<unknown> = Promise.resolve();

  const newPage = (): Page => {
    const { promise: isFull, resolve: write } = Promise.withResolvers<void>();
    const timer = setTimeout(write, patienceMs);
    const notes = { claims: [], settled: [] };
    const written = Promise.all([isFull, before.catch(() => {})]).then(() => {
      clearTimeout(timer);
      open = undefined;
      return note(notes, toMoment(now()));
    });
    before = written;
    open = { ...notes, write, written };
    return open;
  };
  return {
    async claim(recipient, messageId) {
      const page = open ?? newPage();
      page.claims.push({ recipient, messageId });
      if (page.claims.length >= connections) page.write();
      return (await page.written).has(recipient);
    },
    async settle(recipient, settlement) {
      const page = open ?? newPage();
      page.settled.push({ recipient, ...settlement });
      await page.written;
    },
  };
}
