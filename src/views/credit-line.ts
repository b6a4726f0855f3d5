/** Whose a picture is, as the line that stands at it, in the list of all pictures, and in the feeds. */
import type { Image } from '../model/image-credit.ts';
import { pictureWords } from '../words/de.ts';
import { creditWords } from '../words/legal.ts';

/** Nobody holds a copyright in these, so that claiming one would be false. */
const publicDomain = /^(?:CC0|PDM|Public Domain|gemeinfrei)\b/i;

/**
 * The credit of a picture (§ 13 UrhG) in one line: `Bild: © AdobeStock/heidepinkall`, or whose original is not
 * published. A © that the editor wrote is not doubled; a work in the public domain gets none.
 * Throws a TypeError without a credit: the reader refuses such a picture.
 */
export function creditLine({ credit, withheld, licence }: Pick<Image, 'credit' | 'withheld' | 'licence'>): string {
  const holder = credit?.replace(/^(?:©|\(c\))\s*/i, '');
  if (!holder) throw new TypeError('picture without credit');
  if (licence && publicDomain.test(licence)) {
    return withheld ? creditWords.withheldPublicDomain(holder) : creditWords.publicDomain(holder);
  }
  return withheld ? pictureWords.withheld(holder) : pictureWords.credit(holder);
}
