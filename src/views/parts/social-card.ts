/** What social networks show of a page (ogp.me): one JPEG, with its credit inside and in its description. */
import type { Article, Issue } from '../../model/library.ts';
import type { PublishedPicture } from '../../model/picture.ts';
import { pictureWords } from '../../words/pictures.ts';
import { creditText } from './credit-line.ts';

export interface SocialCard {
  picture: PublishedPicture;
  /** What is to be seen, and whose it is. */
  alt: string;
}

/** The page's own picture if it is published, else its drawn title picture; never another's credit on a drawing. */
export function socialCard({
  image,
  titlePicture,
}: Pick<Article | Issue, 'image' | 'titlePicture'>): SocialCard | undefined {
  if (image?.original) {
    const seen = image.alt ?? pictureWords.decorative;
    return image.shown && { picture: image.shown, alt: pictureWords.cardAlt(seen, creditText(image)) };
  }
  if (!titlePicture) return undefined;
  const { alt = '', credit } = titlePicture.credit;
  return { picture: titlePicture, alt: pictureWords.cardAlt(alt, pictureWords.drawing(credit)) };
}
