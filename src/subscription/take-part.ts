import { setTimeout as sleep } from 'node:timers/promises';
import { engineOf, type Presence } from '../store/engine/engine.ts';
import type { Database } from '../store/schema.ts';
import type { Log } from './log.ts';
import { causeOf } from './trouble.ts';

/** A service among others. */
export interface Participation {
  /** Whether the others can't see it just now, and may have taken over what it was about to mail. */
  isAlone: () => boolean;
  leave: () => Promise<void>;
}

const msBetweenTries = 5_000;

/**
 * Lets a service take part under its name; where the database's server was away, it joins again. Undefined where it may not
 * take part.
 */
export async function takePart(db: Database, name: string, log: Log): Promise<Participation | undefined> {
  const join = () => engineOf(db).join(db, 'service', name);
  const first = await join();
  if (!first) return undefined;
  let presence: Presence | undefined = first;
  const end = new AbortController();

  const joinAgain = async () => {
    log('database-lost');
    presence = undefined;
    while (!end.signal.aborted) {
      try {
        await sleep(msBetweenTries, undefined, { signal: end.signal });
        presence = await join();
      } catch (error) {
        if (!end.signal.aborted) log('database-away', { cause: causeOf(error) });
      }
      if (presence) return watch(presence);
    }
  };
  const watch = ({ lost }: Presence) => lost.addEventListener('abort', () => void joinAgain(), { once: true });
  watch(first);

  return {
    isAlone: () => presence === undefined,
    async leave() {
      end.abort();
      await presence?.leave();
    },
  };
}
