/** A process that makes the pictures it is sent orders for (`pictures-apart.ts`), and ends. */
import { argv } from 'node:process';
import { makePictures, type PictureOrder } from '../images/make-pictures.ts';
import { openPictureStore } from '../images/picture-store.ts';
import type { PublishedPicture } from '../model/picture.ts';
import { PassingTrouble } from '../model/user-error.ts';

/** What it answers: each picture that is made and kept, or what hindered it. */
export type FromPictures =
  | { key: string; picture: PublishedPicture }
  | { passing: string }
  | { trouble: Pick<NodeJS.ErrnoException, 'message' | 'stack' | 'code' | 'path' | 'syscall'> };

const [, , folder = ''] = argv;
/** Settles when what was told last has left this process, and with it all before. */
let gone = Promise.resolve();
const tell = (told: FromPictures) => {
  gone = new Promise((resolve) => process.send?.(told, () => resolve()));
};

process.once('message', async (orders: readonly PictureOrder[]) => {
  try {
    await makePictures(orders, await openPictureStore(folder), (key, picture) => tell({ key, picture }));
  } catch (error) {
    const { message, stack, code, path, syscall } = error as NodeJS.ErrnoException;
    tell(error instanceof PassingTrouble ? { passing: message } : { trouble: { message, stack, code, path, syscall } });
  }
  // Who is busy takes it later: what hasn't left by then would be lost.
  await gone;
  process.disconnect?.();
});
// Nobody waits for pictures any more: the build was ended.
process.once('disconnect', () => process.exit());
