/** Whose a picture is, as the line that stands at it, in the list of all pictures, and in the feeds. */
import type { Image } from '../../model/image-credit.ts';
import { termsOf } from '../../model/licence.ts';
import { aiUse, holderOf, licencePage } from '../../model/picture.ts';
import { licenceWords, pictureWords } from '../../words/pictures.ts';
import type { FactValue } from './facts.ts';

/**
 * The credit of a picture (§ 13 UrhG) in one line: `Bild: © AdobeStock/heidepinkall`, or whose original is not
 * published. A © that the editor wrote is not doubled; a work in the public domain gets none.
 * Throws a TypeError without a credit: the reader refuses such a picture.
 */
export function creditLine(image: Pick<Image, 'credit' | 'withheld' | 'licence'>): string {
  const holder = holderOf(image);
  if (termsOf(image.licence).free) {
    return image.withheld ? pictureWords.withheldPublicDomain(holder) : pictureWords.publicDomain(holder);
  }
  return image.withheld ? pictureWords.withheld(holder) : pictureWords.credit(holder);
}

/**
 * What has to be read beside the credit: a public licence with its page, that the picture was edited, and what a machine had to do with it (Art. 50 (4) Regulation (EU) 2024/1689). Nothing of a withheld one.
 */
export function creditRemarks(image: Image): FactValue[] {
  const { withheld, licence, edited } = image;
  if (withheld) return [];
  const ai = aiUse(image);
  return [
    ...(ai ? [{ text: pictureWords.ai[ai] }] : []),
    ...(licence && termsOf(licence).page ? [{ text: licenceWords[licence], href: licencePage(image) }] : []),
    ...(edited && !ai ? [{ text: pictureWords.edited }] : []),
  ];
}

/** Credit and remarks in one line, for places that show nothing but text. */
export function creditText(image: Image): string {
  return [creditLine(image), ...creditRemarks(image).map(({ text }) => text)].join(', ');
}
