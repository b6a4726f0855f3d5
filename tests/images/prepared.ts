import { join } from 'node:path';
import { pictureFolder } from '../../src/images/picture-folder.ts';
import { openPictureStore, type PictureStore } from '../../src/images/picture-store.ts';
import { preparePictures } from '../../src/images/prepare.ts';
import type { Library } from '../../src/model/library.ts';
import { pictureFiles } from '../../src/views/parts/picture-files.ts';
import { readIn } from '../reader/sample-content.ts';

export interface Prepared {
  library: Library;
  store: PictureStore;
  /** How many pictures had to be made. */
  made: number;
  /** Of all files, on the site. */
  paths: string[];
}

/** A project's library with its pictures prepared, as a build has it. */
export async function prepared(project: string): Promise<Prepared> {
  const { library } = readIn(project);
  if (!library) throw new Error('the content is not in order');
  const store = await openPictureStore(join(project, pictureFolder));
  const made = await preparePictures(library, store);
  return { library, store, made, paths: pictureFiles(library).map(({ path }) => path) };
}
