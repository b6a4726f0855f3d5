import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type MakePictures, makePictures, type PictureOrder } from '../images/make-pictures.ts';
import { pictureFolder } from '../images/picture-folder.ts';
import { PassingTrouble } from '../model/user-error.ts';
import type { FromPictures } from './picture-process.ts';
import { productRoot } from './product.ts';

/** As many pictures are worth a process of their own, which takes a fifth of a second to start. */
export const leastForProcess = 20;

/**
 * Makes the pictures of a site, many of them in a process of their own: what encoders and fonts have taken of the memory,
 * which the system's allocator doesn't give back, goes with it before a page is made. Throws what hindered it.
 */
export function makePicturesFor(root: string): MakePictures {
  return async (orders, store, tell) => {
    if (orders.length < leastForProcess) return makePictures(orders, store, tell);
    await startPictures(root, orders, tell).made;
  };
}

/** A process that makes pictures. */
export interface PictureProcess {
  /** It has been told of all of them, and goes on whatever is done here. */
  ordered: Promise<void>;
  /** It has ended; rejected with what hindered it. */
  made: Promise<void>;
  /** Ends it, also where it has hardly begun, and tells no more of it: nobody wants the others. */
  stop(): void;
}

/** Starts a process that makes pictures and keeps them in the project's store. */
export function startPictures(
  root: string,
  orders: readonly PictureOrder[],
  tell: Parameters<MakePictures>[2],
): PictureProcess {
  const child = fork(join(productRoot, 'src/build/picture-process.ts'), [join(root, pictureFolder)], {
    execArgv: [],
    serialization: 'advanced',
  });
  let count = 0;
  let isWanted = true;
  let trouble: Error | undefined;
  child.on('message', (told: FromPictures) => {
    if ('passing' in told) {
      trouble = new PassingTrouble(told.passing);
      return;
    }
    if ('trouble' in told) {
      trouble = Object.assign(new Error(told.trouble.message), told.trouble);
      return;
    }
    count += 1;
    // Some are heard of only when whoever was at work here has ended.
    if (isWanted) tell(told.key, told.picture);
  });
  const { promise: ordered, resolve } = Promise.withResolvers<void>();
  // One that has ended takes none: its end says so.
  child.send(orders, () => resolve());
  const ended = async () => {
    const [code] = await once(child, 'close');
    if (trouble) throw trouble;
    if (count < orders.length) throw new Error(`the process that makes pictures ended with ${code} before it was done`);
  };
  const stop = () => {
    isWanted = false;
    child.kill();
  };
  return { ordered, made: ended(), stop };
}
