import { setTimeout } from 'node:timers/promises';
import { figuresFile, readFigures, writeFigures } from '../../build/figures-file.ts';
import type { Figures } from '../../model/figures.ts';
import { presentFigures } from '../../sending/figures.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import type { Database } from '../../store/schema.ts';

type Used = 'DATA_DIR' | 'FIGURES_FILE';

/** So often the Redaktion sees how far a mailing is. */
const everyMs = 2_000;
/** Counting a list of a million takes a second or more: it may hold up a mailing by no more than a fiftieth of its time. */
const pausesPerLook = 50;

/** Tells the Redaktion how everything stands; what it was told of the timer stays. */
async function tellFigures(db: Database, surroundings: Surroundings<Used>, due?: Figures['due']): Promise<void> {
  const file = figuresFile(surroundings);
  const told = due ?? readFigures(file)?.due;
  writeFigures(file, { ...(await presentFigures(db, Temporal.Now.instant())), ...(told && { due: told }) });
}

/** Tells them again and again while something is sent, until what is returned is called, which tells the last. */
export function keepTelling(db: Database, surroundings: Surroundings<Used>): () => Promise<void> {
  const ended = new AbortController();
  const telling = tellUntil(ended.signal, db, surroundings);
  return async () => {
    ended.abort();
    await telling;
    await tellFigures(db, surroundings);
  };
}

async function tellUntil(ended: AbortSignal, db: Database, surroundings: Surroundings<Used>): Promise<void> {
  for (let pauseMs = everyMs; ; ) {
    // A mailing that breaks off ends the process all the same.
    const isOver = await setTimeout(pauseMs, false, { signal: ended, ref: false }).catch(() => true);
    if (isOver) return;
    const begin = performance.now();
    // A look that fails is made up for by the next; the last one is waited for.
    await tellFigures(db, surroundings).catch(() => {});
    pauseMs = Math.max(everyMs, (performance.now() - begin) * pausesPerLook);
  }
}

/** Notes that the timer looked whether something is due, and what kept it from it. */
export async function tellLook(surroundings: Surroundings<Used>, troubles: Record<string, string>): Promise<void> {
  // When the run began: that is the moment for which it was decided what is due.
  const due = { lookedAt: toMoment(surroundings.now), troubles };
  await withData(surroundings, ({ db }) => tellFigures(db, surroundings, due)).catch(() => {
    const { mailings = [] } = readFigures(figuresFile(surroundings)) ?? {};
    writeFigures(figuresFile(surroundings), { writtenAt: due.lookedAt, mailings, due });
  });
}
