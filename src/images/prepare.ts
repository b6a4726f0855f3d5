/** Prepares every picture that is published, before a page or feed is written. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { Library, Site } from '../model/library.ts';
import { paletteOf } from '../model/palette.ts';
import type { PublishedLogo, PublishedPicture } from '../model/picture.ts';
import { lookAtLogo, lookAtPicture } from './inspect.ts';
import { type Job, pictureJobs, titleJobs } from './jobs.ts';
import { type MakePictures, makePictures, type PictureOrder } from './make-pictures.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';
import { recipe } from './recipe.ts';

/**
 * Puts `shown` into every picture of the issues and, if wanted, `titlePicture` where an issue or article has none to show. What
 * the store holds already is taken from there: an unchanged picture costs a look at its file's state, a changed credit
 * makes all of the picture's files anew. Returns how many had to be made; with `keptOnly` what isn't there is left out, and
 * it is how many would have to be.
 */
export async function preparePictures(
  library: Pick<Library, 'site' | 'issues'>,
  store: PictureStore,
  {
    withTitlePictures = true,
    keptOnly = false,
    make = makePictures,
    progress,
  }: {
    withTitlePictures?: boolean;
    keptOnly?: boolean;
    make?: MakePictures;
    progress?: (done: number, total: number) => void;
  } = {},
): Promise<number> {
  // Before the drawings, in which it stands.
  const logos = await prepareLogo(library.site, store);
  const jobs = [...pictureJobs(library), ...(withTitlePictures ? titleJobs(library) : [])];
  const keyed = await pMap(
    jobs,
    async (job) => {
      const { key, sha256 } = await keyOf(job, store);
      return { job, key, sha256, kept: key === undefined ? undefined : await store.find<PublishedPicture>(key) };
    },
    { concurrency: sideBySide },
  );
  await store.remember();
  const orders = new Map<string, PictureOrder>();
  for (const { job, key, sha256, kept } of keyed) {
    // None has a file that can't be published: a build has stopped before, the preview shows the place without it.
    if (key !== undefined && !kept) {
      orders.set(key, { key, source: job.source, credit: job.credit, ...(sha256 && { sha256 }) });
    }
  }
  const made = new Map<string, PublishedPicture>();
  if (!keptOnly)
    await make([...orders.values()], store, (key, picture) => {
      made.set(key, picture);
      progress?.(made.size, orders.size);
    });
  for (const { job, key = '', kept } of keyed) {
    const picture = kept ?? made.get(key);
    if (picture) job.use(picture);
  }
  return logos + orders.size;
}

/** Puts `shown` into the site's logo, if it has one. Returns how many files' worth had to be made. */
async function prepareLogo(site: Site, store: PictureStore): Promise<number> {
  const { logo } = site;
  if (!logo) return 0;
  const { page } = paletteOf(site);
  let made = 0;
  const prepare = async (location: string, paper: string) => {
    const { sha256, fault } = await lookAtLogo(location, store);
    if (fault) return undefined;
    const key = hashOf({ recipe, logo: sha256, paper });
    const kept = await store.find<PublishedLogo>(key);
    if (kept) return kept;
    made += 1;
    const { encodeLogo } = await import('./logo-files.ts');
    const { picture, files } = await encodeLogo(await store.readFile(pathToFileURL(location)), paper, key);
    await store.keep(key, picture, files);
    return picture;
  };
  const light = await prepare(logo.originals.light, page.light);
  const dark = logo.originals.dark && (await prepare(logo.originals.dark, page.dark));
  if (light) logo.shown = { light, ...(dark && { dark }) };
  return made;
}

/**
 * Of all that decides what the files hold, with the hash of the original, if there is one; twelve digits tell a hundred
 * thousand pictures apart. None of a file that can't be published.
 */
async function keyOf({ source, credit }: Job, store: PictureStore): Promise<{ key?: string; sha256?: string }> {
  if (!('location' in source)) return { key: hashOf({ recipe, source, credit }) };
  const { sha256, fault } = await lookAtPicture(source.location, store);
  return fault ? {} : { key: hashOf({ recipe, sha256, credit }), sha256 };
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
