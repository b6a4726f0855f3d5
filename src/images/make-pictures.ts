import pMap from 'p-map';
import type { FileCredit, PublishedPicture } from '../model/picture.ts';
import { PassingTrouble } from '../model/user-error.ts';
import { changedMeanwhile } from '../words/pictures.ts';
import type { Job } from './jobs.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/** A picture to be made and kept under its key. Plain data: it can be handed to another process. */
export interface PictureOrder {
  key: string;
  source: Job['source'];
  /** The hash of the original that the key was made of, of a picture that has one. */
  sha256?: string;
  credit: FileCredit;
}

/**
 * Makes pictures that the store doesn't hold, keeps them there, and tells of each when it is made. A PassingTrouble where an
 * original is otherwise than when its key was made.
 */
export type MakePictures = (
  orders: readonly PictureOrder[],
  store: PictureStore,
  tell: (key: string, picture: PublishedPicture) => void,
) => Promise<void>;

/** Makes them here, as many side by side as there are cores. */
export const makePictures: MakePictures = async (orders, store, tell) => {
  await pMap(orders, async (order) => tell(order.key, await makePicture(order, store)), { concurrency: sideBySide });
};

/** Loaded only when there is something to make: the fonts and the encoders take their time. */
async function makePicture(
  { key, source, sha256, credit }: PictureOrder,
  store: PictureStore,
): Promise<PublishedPicture> {
  const { encodeCard, encodePicture } = await import('./encode.ts');
  if ('location' in source) {
    const encoded = await encodePicture(source, credit, key);
    // Somebody may have saved another since it was looked at: under this key it would be shown for ever.
    if (sha256 !== (await store.hash(source.location))) throw new PassingTrouble(changedMeanwhile(source.location));
    return kept(encoded);
  }
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
