import { join } from 'node:path';
import { pictureFolder } from '../images/picture-folder.ts';
import { openPictureStore, type PictureStore } from '../images/picture-store.ts';
import { siteRoot } from './settings.ts';

let store: Promise<PictureStore> | undefined;

/** Where the prepared pictures lie. */
export function getPictureStore(): Promise<PictureStore> {
  store ??= openPictureStore(join(siteRoot, pictureFolder));
  return store;
}
