/** Pictures of an entry as files that feeds name. A drawing in the place of a withheld picture is none of them. */
import type { Article, Issue } from '../model/library.ts';
import type { Picture } from '../model/picture.ts';
import { creditText } from '../views/parts/credit-line.ts';
import { licenceWords, pictureWords } from '../words/pictures.ts';
import type { Enclosure, Entry, EntryPicture } from './feed.ts';

/** The published pictures, and the files that belong to the entry: its own picture, then its attachments. */
export function picturesAndFiles(origin: string, thing: Article | Issue): Pick<Entry, 'pictures' | 'enclosures'> {
  const own = thing.image ? entryPictures(origin, [thing.image]) : [];
  const attachments = 'attachments' in thing ? thing.attachments : [];
  return {
    pictures: [...own, ...entryPictures(origin, thing.pictures)],
    enclosures: [
      ...own.map(({ url, mediaType, bytes, alt, line }): Enclosure => {
        return { url, mediaType, bytes, title: pictureWords.cardAlt(alt ?? pictureWords.decorative, line) };
      }),
      ...attachments.map(({ path, title, mediaType, bytes }) => ({ url: origin + path, title, mediaType, bytes })),
    ],
  };
}

function entryPictures(origin: string, pictures: readonly Picture[]): EntryPicture[] {
  return pictures.flatMap((picture): EntryPicture[] => {
    if (!picture.original || !picture.shown) return [];
    const { jpeg, credit } = picture.shown;
    const { path, ...file } = jpeg;
    const licence = picture.licence && licenceWords[picture.licence];
    return [{ ...credit, ...file, url: origin + path, line: creditText(picture), licence }];
  });
}
