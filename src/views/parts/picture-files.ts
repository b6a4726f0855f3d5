import { type Library, shownPages } from '../../model/library.ts';
import { filesOf, type PictureFile } from '../../model/picture.ts';

/** Every file of every picture that some page, feed or social card names, once each. */
export function pictureFiles({ issues }: Pick<Library, 'issues'>): PictureFile[] {
  const files = new Map<string, PictureFile>();
  for (const page of issues.flatMap(shownPages)) {
    const pictures = [page.image?.shown, page.titlePicture, ...page.pictures.map(({ shown }) => shown)];
    for (const picture of pictures) {
      for (const file of picture ? filesOf(picture) : []) files.set(file.path, file);
    }
  }
  return [...files.values()];
}
