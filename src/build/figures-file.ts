/** The file by which the sender tells the Redaktion its figures: whoever builds or writes opens no list of subscribers. */
import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { type Figures, figuresSchema } from '../model/figures.ts';
import { UserError } from '../model/user-error.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import { makeFolder } from '../settings/make-folder.ts';
import type { Surroundings } from '../settings/surroundings.ts';

type Located = Pick<Surroundings<'DATA_DIR' | 'FIGURES_FILE'>, 'root' | 'settings'>;

/** Where it lies: as it is set, else with the data. */
export function figuresFile({ root, settings }: Located): string {
  return resolve(root, settings.FIGURES_FILE ?? join(settings.DATA_DIR, 'figures.json'));
}

/** The figures that were written last; undefined where there are none, or none that can be read here. */
export function readFigures(file: string): Figures | undefined {
  try {
    const text = ifPresent(() => readFileSync(file, 'utf8'));
    return text === undefined ? undefined : figuresSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Writes them, for every account to read. Says no word of a disk that is full: what was sent is in the database. */
export function writeFigures(file: string, figures: Figures): void {
  try {
    makeFolder(dirname(file), 0o700);
    writeFileAtomic(file, `${JSON.stringify(figures, null, 2)}\n`, { mode: 0o644 });
    chmodSync(file, 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined && !(error instanceof UserError)) throw error;
  }
}
