/** The memory of issues between runs, in `.cache/issues/`. */
import { createHash } from 'node:crypto';
import type { IssueMemory, KnownIssue } from '../reader/issue-memory.ts';
import { openPack } from './pack.ts';

/** A memory that can be written down. */
export interface IssuePack extends IssueMemory {
  /** Writes what has come, for the next run; forgets what nobody asked for, but where nobody had to ask for all (`ofSome`). */
  save(asked?: { ofSome?: boolean }): void;
}

interface Head {
  made: string;
  /** The day on which it was found, and whether it holds on that day alone. */
  day: string;
  isOfDay: boolean;
  version: string;
}

/** The memory in a folder, of issues as this `version` of the product understands them; `isWanted`: whether most are asked for. */
export function openIssuePack(folder: string, version: string, { isWanted = true } = {}): IssuePack {
  const pack = openPack<Head>(folder, 'issues', version, { isWanted });
  return {
    find(name, { made, today }) {
      const found = pack.find(name);
      if (!found || found.head.made !== made) return undefined;
      const { day, isOfDay } = found.head;
      if (isOfDay ? today !== day : today < day) return undefined;
      const bytes = found.bytes();
      return bytes && { known: JSON.parse(bytes.toString('utf8')) as KnownIssue, version: found.head.version };
    },
    keep(name, { made, today, isOfDay }, known) {
      const bytes = Buffer.from(JSON.stringify(known));
      const number = createHash('sha256').update(bytes).digest('base64');
      pack.keep(name, { made, day: today, isOfDay, version: number }, bytes);
      return number;
    },
    save: (asked) => pack.save(asked),
  };
}
