import pMap from 'p-map';
import type { FileCredit, PublishedPicture } from '../model/picture.ts';
import type { Job } from './jobs.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/** A picture to be made and kept under its key. Plain data: it can be handed to another process. */
export interface PictureOrder {
  key: string;
  source: Job['source'];
  credit: FileCredit;
}

/** Makes pictures that the store doesn't hold, keeps them there, and tells of each when it is made. */
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
async function makePicture({ key, source, credit }: PictureOrder, store: PictureStore): Promise<PublishedPicture> {
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
