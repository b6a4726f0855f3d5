/**
 * The list of those who left, beside the backups: one line of JSON each, keyed hashes only. It is written when somebody
 * leaves, so that a backup from before can be put back without bringing anybody back, even where the database is lost.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../settings/make-folder.ts';
import { listedLeavers, noteListed, unlistedLeavers } from './queries/leavers.ts';
import { type Database, type LeaverTable, type Moment, withdrawalWays } from './schema.ts';

const leaverSchema = z.object({
  addressHash: z.string().regex(/^[0-9a-f]{64}$/),
  leftAt: z.iso.datetime(),
  way: z.enum(withdrawalWays).nullable(),
  erasedAt: z.iso.datetime().nullable(),
}) satisfies z.ZodType<LeaverTable>;

/** The list in a folder, whether it is there or not. */
export const leaverList = (folder: string) => join(folder, 'leavers.jsonl');

const linesAtOnce = 1000;

/** Adds to the list in `folder` whom it doesn't know yet; the lines are on the disk when this resolves. */
export async function listLeavers(db: Database, folder: string, now: Moment): Promise<void> {
  for (;;) {
    const unlisted = await unlistedLeavers(db, linesAtOnce);
    if (unlisted.length === 0) return;
    makeFolder(folder, 0o700);
    append(leaverList(folder), unlisted.map((leaver) => `${JSON.stringify(leaver)}\n`).join(''));
    await noteListed(
      db,
      unlisted.map(({ addressHash }) => addressHash),
      now,
    );
  }
}

function append(file: string, lines: string): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    // A line that a full disk cut off must not swallow the next one.
    writeSync(descriptor, `\n${lines}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The lists of several folders as one, the oldest first. Lines that were cut off are left out. */
export function readLeaverLists(folders: readonly string[]): LeaverTable[] {
  const files = new Set(folders.map(leaverList).filter((file) => existsSync(file)));
  const lines = [...files].flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.flatMap((line) => parseLine(line) ?? []).sort((one, other) => (one.leftAt < other.leftAt ? -1 : 1));
}

/** How many of those who are noted as listed are on none of these lists: another machine wrote them elsewhere. */
export async function missingInLists(db: Database, folders: readonly string[]): Promise<number> {
  const listed = new Set(readLeaverLists(folders).map(({ addressHash }) => addressHash));
  return (await listedLeavers(db)).filter((addressHash) => !listed.has(addressHash)).length;
}

function parseLine(line: string): LeaverTable | undefined {
  try {
    return leaverSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
