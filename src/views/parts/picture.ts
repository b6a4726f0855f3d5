/** A picture's frame: the picture or what takes its place, and what stands under it. */
import type { Picture, PublishedPicture } from '../../model/picture.ts';
import { pictureWords } from '../../words/pictures.ts';
import { creditLine, creditRemarks } from './credit-line.ts';
import type { FactValue } from './facts.ts';

export interface PictureFrame {
  /** The files; undefined only in the preview, where a file can't be shown. */
  shown: PublishedPicture | undefined;
  /** Empty for a picture that adds nothing to the text: one that decorates, and a drawing in the place of another. */
  alt: string;
  caption: string | undefined;
  /** The credit as a sentence, always shown with the picture (§ 13 UrhG). */
  credit: string;
  /** Licence, changes, machines' part. */
  remarks: FactValue[];
  /** Whose the drawing is that stands in the place of a withheld picture. */
  drawing?: string;
}

/** The frame of a picture, if there is one. */
export function pictureFrame(image: Picture | undefined): PictureFrame | undefined {
  if (!image) return undefined;
  const { original, shown, alt = '', caption } = image;
  const isWithheld = original === undefined;
  return {
    shown,
    alt: isWithheld ? '' : alt,
    // The caption of a picture that is not there would describe nothing.
    caption: isWithheld ? undefined : caption,
    credit: creditLine(image),
    remarks: creditRemarks(image),
    ...(isWithheld && shown && { drawing: pictureWords.drawing(shown.credit.credit) }),
  };
}

/** The same for a list, which shows no drawings. */
export function publishedFrame(image: Picture | undefined): PictureFrame | undefined {
  return image?.original ? pictureFrame(image) : undefined;
}
