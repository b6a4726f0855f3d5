import { type Library, type Site, shownPages } from '../../model/library.ts';
import { filesOf, type PictureFile } from '../../model/picture.ts';

/** Every file of the logo and of every picture that some page, feed or social card names, once each. */
export function pictureFiles({ issues, site }: Pick<Library, 'issues'> & { site: Pick<Site, 'logo'> }): PictureFile[] {
  const files = new Map<string, PictureFile>();
  const { light, dark } = site.logo?.shown ?? {};
  for (const logo of [light, dark]) {
    for (const file of logo ? filesOf(logo) : []) files.set(file.path, file);
  }
  for (const page of issues.flatMap(shownPages)) {
    const pictures = [page.image?.shown, page.titlePicture, ...page.pictures.map(({ shown }) => shown)];
    for (const picture of pictures) {
      for (const file of picture ? filesOf(picture) : []) files.set(file.path, file);
    }
  }
  return [...files.values()];
}
