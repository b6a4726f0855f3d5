/** Prepares every picture that is published, before a page or feed is written. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { Library, Site } from '../model/library.ts';
import { paletteOf } from '../model/palette.ts';
import type { FileCredit, PublishedLogo, PublishedPicture } from '../model/picture.ts';
import { lookAtLogo, lookAtPicture } from './inspect.ts';
import { type Job, pictureJobs, titleJobs } from './jobs.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';
import { recipe } from './recipe.ts';

/**
 * Puts `shown` into every picture of the issues and, if wanted, `titlePicture` where an issue or article has none to show. What
 * the store holds already is taken from there: an unchanged picture costs a look at its file's time, a changed credit
 * makes all of the picture's files anew. Returns how many had to be made; with `keptOnly` what isn't there is left out, and
 * it is how many would have to be.
 */
export async function preparePictures(
  library: Pick<Library, 'site' | 'issues'>,
  store: PictureStore,
  {
    withTitlePictures = true,
    keptOnly = false,
    progress,
  }: { withTitlePictures?: boolean; keptOnly?: boolean; progress?: (done: number, total: number) => void } = {},
): Promise<number> {
  const underWay = new Map<string, Promise<PublishedPicture | undefined>>();
  // Before the drawings, in which it stands.
  let made = await prepareLogo(library.site, store);
  const prepare = async ({ credit, source, use }: Job, index: number) => {
    progress?.(index, jobs.length);
    const key = await keyOf(source, credit, store);
    // A file that can't be published: a build has stopped before, the preview shows the place without it.
    if (key === undefined) return;
    const make = async () => {
      const kept = await store.find<PublishedPicture>(key);
      if (kept) return kept;
      made += 1;
      return keptOnly ? undefined : makePicture(source, credit, key, store);
    };
    const picture = underWay.get(key) ?? make();
    underWay.set(key, picture);
    const prepared = await picture;
    if (prepared) use(prepared);
  };
  const jobs = [...pictureJobs(library), ...(withTitlePictures ? titleJobs(library) : [])];
  await pMap(jobs, prepare, { concurrency: sideBySide });
  await store.remember();
  return made;
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

/** Loaded only when there is something to make: the fonts and the encoders take their time. */
async function makePicture(source: Job['source'], credit: FileCredit, key: string, store: PictureStore) {
  const { encodeCard, encodePicture } = await import('./encode.ts');
  if ('location' in source) return kept(await encodePicture(source, credit, key));
  const { draw } = await import('./draw.ts');
  const { kind, subject, colours, logo } = source;
  const image = logo && { ...logo, bytes: await store.read(logo.path) };
  const svg = await draw(kind, { ...subject, logo: image }, colours, store.readFile);
  return kept(await (kind === 'placeholder' ? encodePicture : encodeCard)({ svg }, credit, key));

  async function kept({ picture, files }: Awaited<ReturnType<typeof encodePicture>>) {
    await store.keep(key, picture, files);
    return picture;
  }
}

/** Of all that decides what the files hold; twelve digits tell a hundred thousand pictures apart. */
async function keyOf(source: Job['source'], credit: FileCredit, store: PictureStore): Promise<string | undefined> {
  if (!('location' in source)) return hashOf({ recipe, source, credit });
  const { sha256, fault } = await lookAtPicture(source.location, store);
  return fault ? undefined : hashOf({ recipe, sha256, credit });
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
