import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { preparePictures } from '../images/prepare.ts';
import type { Library } from '../model/library.ts';
import { nginxRedirects } from '../views/redirects.ts';
import { commandWords, reportWords } from '../words/commands.ts';
import type { Command, Surroundings } from './command.ts';
import { astroSettings, inspected, openProject, openStore, workingDay } from './project.ts';
import { formatReading, hasErrors } from './report.ts';

/** `npm run build`: checks, then writes `dist/` for the public address and `server/` for the web server. */
export const command: Command = {
  options: { release: { type: 'boolean' } },
  words: 0,
  async run({ flags }, surroundings) {
    const library = await checkForBuild(surroundings, flags.release === true);
    if (!library) return 1;
    await buildSite(library, library.site.publicUrl, surroundings);
    writeServerFiles(library, surroundings);
    surroundings.print(commandWords.built('dist', library.site.publicUrl));
    return 0;
  },
};

/** Checks the content and prints what was found; undefined when there are errors, so that nothing may be built. */
export async function checkForBuild(surroundings: Surroundings, release = false): Promise<Library | undefined> {
  const read = openProject(surroundings);
  const today = workingDay(surroundings);
  const reading = await inspected(read({ today, mode: 'publish', release }), surroundings);
  const text = formatReading(reading, read({ today, mode: 'preview' }));
  if (!hasErrors(reading)) {
    surroundings.print(text);
    return reading.library;
  }
  surroundings.printError(`${text}\n${reportWords.notBuilt}`);
  return undefined;
}

/**
 * Builds the site for `origin` beside `dist/` and puts it there when it is whole: a build that fails or is
 * stopped leaves the last one in place.
 */
export async function buildSite(library: Library, origin: string, surroundings: Surroundings): Promise<void> {
  const { root } = surroundings;
  // Before the pages: they are made in a bundle of their own, which finds every picture ready.
  await preparePictures(library, await openStore(surroundings));
  const next = join(root, '.cache', 'dist-next');
  const last = join(root, '.cache', 'dist-last');
  rmSync(next, { recursive: true, force: true });
  await build({ ...astroSettings(root, origin, 'publish'), outDir: next, logLevel: 'error' });
  rmSync(last, { recursive: true, force: true });
  moveIfPresent(join(root, 'dist'), last);
  renameSync(next, join(root, 'dist'));
  rmSync(last, { recursive: true, force: true });
}

/** Writes what the web server needs beside the files: `server/redirects.nginx.conf`. */
export function writeServerFiles({ redirects }: Library, { root }: Surroundings): void {
  mkdirSync(join(root, 'server'), { recursive: true });
  writeFileAtomic(join(root, 'server', 'redirects.nginx.conf'), nginxRedirects(redirects));
}

function moveIfPresent(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
