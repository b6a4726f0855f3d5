import { setImmediate } from 'node:timers/promises';
import type { Database } from '../store/schema.ts';

/** Makes a change in a transaction; resolves with its result when it is on the disk. */
export type Commit = <Result>(change: (transaction: Database) => Promise<Result>) => Promise<Result>;

interface Waiting {
  change: (transaction: Database) => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Several connections have something to note at the same time, and each note has to be on the disk before its sender
 * goes on. All that wait at a moment share one transaction, so that they wait for the disk once. If it fails, it
 * fails for all of them.
 */
export function groupCommit(db: Database): Commit {
  let waiting: Waiting[] = [];
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await setImmediate();
      const group = waiting;
      waiting = [];
      try {
        const results = await db.transaction().execute(async (transaction) => {
          const made: unknown[] = [];
          for (const { change } of group) made.push(await change(transaction));
          return made;
        });
        for (const [index, { resolve }] of group.entries()) resolve(results[index]);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isRunning = false;
  };

  return <Result>(change: (transaction: Database) => Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ change, resolve: resolve as (result: unknown) => void, reject });
      if (!isRunning) void run();
    });
}
