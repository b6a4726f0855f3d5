/** A picture's frame: what stands under it, and why its place may be taken by something else. */
import type { Image } from '../model/image-credit.ts';
import { creditLine } from './credit-line.ts';

export interface PictureFrame {
  isWithheld: boolean;
  caption: string | undefined;
  /** The credit as a sentence, always shown with the picture (§ 13 UrhG). */
  credit: string;
}

/** The frame of a picture, if there is one. */
export function pictureFrame(image: Image | undefined): PictureFrame | undefined {
  if (!image) return undefined;
  const isWithheld = image.withheld !== undefined;
  return {
    isWithheld,
    // The caption of a picture that is not there would describe nothing.
    caption: isWithheld ? undefined : image.caption,
    credit: creditLine(image),
  };
}
