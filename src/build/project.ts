import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspectPictures } from '../images/inspect.ts';
import { openPictureStore, type PictureStore, pictureFolder } from '../images/picture-store.ts';
import { inReadingOrder } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { createReader, type Reading, type ReadOptions } from '../reader/read.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { commandErrors } from '../words/commands.ts';

/** Where the product itself lies: `src/` and Astro's configuration. */
const productRoot = join(import.meta.dirname, '..', '..');

/**
 * Astro's settings for the site of the organisation in `root`, at `origin`. Whether drafts are shown is said here and
 * nowhere else: Vite's own `import.meta.env.DEV` can be set by a variable of the machine.
 */
export function astroSettings(root: string, origin: string, mode: ReadOptions['mode']) {
  return {
    root: productRoot,
    site: origin,
    // The preview would want a slash even after `.jpg`; in a build that is left to the web server.
    trailingSlash: mode === 'preview' ? ('ignore' as const) : ('always' as const),
    publicDir: join(root, 'public'),
    cacheDir: join(root, '.cache', 'astro'),
    vite: { define: { IS_PREVIEW: JSON.stringify(mode === 'preview') } },
  };
}

/** The reader of the project that a command works on. */
export function openProject({ root }: Surroundings): ReturnType<typeof createReader> {
  if (!existsSync(join(root, 'content'))) throw new UserError(commandErrors.noContent(root));
  return createReader(contentOnDisk(root));
}

/** The reading with what is wrong with the files of its pictures. */
export async function inspected(reading: Reading, surroundings: Surroundings): Promise<Reading> {
  const found = await inspectPictures(reading.pictures, await openStore(surroundings));
  return { ...reading, problems: inReadingOrder([...reading.problems, ...found]) };
}

/** The prepared pictures of the project. */
export function openStore({ root }: Surroundings): Promise<PictureStore> {
  return openPictureStore(join(root, pictureFolder));
}
