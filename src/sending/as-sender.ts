import { hostname } from 'node:os';
import { PassingTrouble, UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { engineOf } from '../store/engine/engine.ts';
import { withData } from '../store/open-data.ts';
import type { Database } from '../store/schema.ts';
import type { Secret } from '../store/secret.ts';
import { moveErrors } from '../words/move.ts';
import { sendingErrors } from '../words/sending.ts';
import { serviceErrors } from '../words/service-errors.ts';

/** What a sender works with. */
export interface Sender {
  db: Database;
  secret: Secret;
  /** Its name among others: machine, process, and what tells it from one that had that number before. */
  name: string;
  /** Aborted when other senders can't see this one any more. */
  lost: AbortSignal;
}

/**
 * Opens the Abo's data as one of its senders. A PassingTrouble if another process sends with the same file of SQLite; on
 * PostgreSQL there may be several.
 */
export function asSender<Result>(
  surroundings: Surroundings<'DATA_DIR'>,
  work: (sender: Sender) => Promise<Result>,
): Promise<Result> {
  return withData(surroundings, async ({ db, secret }) => {
    const { kind, place, join } = engineOf(db);
    const name = `${hostname()}/${process.pid}/${surroundings.uuid().slice(0, 8)}`;
    const presence = await join(db, 'sender', name);
    if (!presence) throw new PassingTrouble(kind === 'sqlite' ? sendingErrors.running : serviceErrors.movingNow(place));
    try {
      const result = await work({ db, secret, name, lost: presence.lost });
      if (presence.lost.aborted) throw new PassingTrouble(serviceErrors.databaseServer.unreachable(place));
      return result;
    } finally {
      await presence.leave();
    }
  });
}

/**
 * Opens the Abo's data while no issue goes out. A UserError if one does; on PostgreSQL, where several senders may join at any
 * moment, also while a service runs.
 */
export function whileNobodySends<Result>(
  surroundings: Surroundings<'DATA_DIR'>,
  work: (data: { db: Database; secret: Secret }) => Promise<Result>,
): Promise<Result> {
  return withData(surroundings, async ({ db, secret }) => {
    const { kind, place, join, beAlone } = engineOf(db);
    const presence = kind === 'sqlite' ? await join(db, 'sender', String(process.pid)) : await beAlone(db);
    if (!presence) throw new UserError(kind === 'sqlite' ? sendingErrors.running : moveErrors.atWork(place));
    try {
      return await work({ db, secret });
    } finally {
      await presence.leave();
    }
  });
}
