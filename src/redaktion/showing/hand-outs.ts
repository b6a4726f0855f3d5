/** Texts that are shown to others by a link: what is shown is kept as it was, until its term is over. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Day, daySchema, daysBetween } from '../../model/day.ts';
import { UserError } from '../../model/user-error.ts';
import { handOutWords } from '../../words/handing-out.ts';
import type { Version } from '../files/text-files.ts';

/** Days that a link may be good for. */
export const longestTerm = 90;

/** Links of one text at a time. */
const mostOfText = 20;

const handOutSchema = z.object({
  file: z.string(),
  /** Of the text that it shows. */
  version: z.string(),
  by: z.string(),
  madeOn: daySchema,
  /** The last day. */
  until: daySchema,
});

/** A link that is good; its key is known to nobody but whoever has it. */
export interface HandOut extends z.output<typeof handOutSchema> {
  /** SHA-256 of the key, in hexadecimal digits. */
  id: string;
}

export interface HandOuts {
  /** Keeps a page and gives the key to it. Throws a UserError where the day is out of reach. */
  make(given: { file: string; version: Version; by: string; until: string; html: string }): Promise<string>;
  /** The page that a key opens; undefined where there is none, or no longer. */
  open(key: string): Promise<string | undefined>;
  /** Those of a text that are good, the one that ends first in front. */
  of(file: string): Promise<HandOut[]>;
  /** Ends one of a text before its day. */
  revoke(file: string, id: string): Promise<void>;
}

/** Those that are kept in `folder`, which is made when the first is. What is over is deleted whenever somebody looks. */
export function openHandOuts(folder: string, today: () => Day): HandOuts {
  const path = (id: string, ending: 'json' | 'html') => join(folder, `${id}.${ending}`);
  const forget = async (id: string) => {
    // The page first: what is left alone by a power cut shows nothing.
    for (const ending of ['html', 'json'] as const) await rm(path(id, ending), { force: true });
  };
  const read = async (id: string): Promise<HandOut | undefined> => {
    const written = await readFile(path(id, 'json'), 'utf8').catch(() => undefined);
    if (written === undefined) return undefined;
    const handOut = { ...handOutSchema.parse(JSON.parse(written)), id };
    if (handOut.until >= today()) return handOut;
    await forget(id);
    return undefined;
  };
  const all = async () => {
    const names = await readdir(folder).catch(() => []);
    const ids = names.flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []);
    const found = await Promise.all(ids.map(read));
    return found.filter((one) => one !== undefined).sort((a, b) => a.until.localeCompare(b.until));
  };
  const of = async (wanted: string) => (await all()).filter(({ file }) => file === wanted);

  return {
    of,
    async make({ html, until, ...facts }) {
      const parsed = daySchema.safeParse(until);
      const term = parsed.success ? daysBetween(today(), parsed.data) : -1;
      if (!parsed.success || term < 0 || term > longestTerm) throw new UserError(handOutWords.badDay(longestTerm));
      if ((await of(facts.file)).length >= mostOfText) throw new UserError(handOutWords.tooMany(mostOfText));
      const key = randomBytes(24).toString('base64url');
      const id = idOf(key);
      const handOut = { ...facts, madeOn: today(), until: parsed.data };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFileAtomic(path(id, 'html'), html, { mode: 0o600 });
      await writeFileAtomic(path(id, 'json'), JSON.stringify(handOut), { mode: 0o600 });
      return key;
    },
    async open(key) {
      const id = idOf(key);
      return (await read(id)) && (await readFile(path(id, 'html'), 'utf8').catch(() => undefined));
    },
    async revoke(file, id) {
      if ((await of(file)).some((one) => one.id === id)) await forget(id);
    },
  };
}

/** Whoever reads the folder finds no key in it. */
function idOf(key: string): string {
  return createHash('sha256').update(`kurrende ansicht ${key}`).digest('hex');
}
