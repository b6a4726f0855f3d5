import { creditHolder, type Image } from './image-credit.ts';
import { termsOf } from './licence.ts';
import type { Place } from './problem.ts';

/** A picture where it is used. */
export interface Picture extends Image {
  /** Where the file lies on disk that may be published; without one the picture is withheld and a drawing stands for it. */
  original?: string;
  /** What is shown: the picture, or the drawing in its place. Put here by images/prepare, before anything is written. */
  shown?: PublishedPicture;
}

/** The file of a picture that may be published, and where an editor has named it. */
export interface PlacedFile {
  place: Place;
  /** As it is called in messages. */
  name: string;
  /** Where it lies on disk. */
  location: string;
  /** Of the logo, which may be a drawing in SVG and has limits of its own. */
  isLogo?: true;
  /** Whose picture the editor says it is, and where she says so. */
  credit?: { said: string; place: Place };
}

/** A file of a picture below `/bilder/`. */
export interface PictureFile {
  /** Path on the site. */
  path: string;
  mediaType: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Size of the file. */
  bytes: number;
}

/** A picture as it is published, each file with its credit inside. */
export interface PublishedPicture {
  /** For `<picture>`: the best format first, in each the widest file last. */
  sources: { mediaType: string; files: PictureFile[] }[];
  /** For all that takes one file only: browsers without better formats, social cards, feeds, mail. */
  jpeg: PictureFile;
  credit: FileCredit;
}

/** The organisation's logo as it is published. */
export interface PublishedLogo {
  /** On pages: a drawing in SVG, or a PNG with what is transparent in the original. */
  onPage: PictureFile;
  /** On the paper of its surroundings, for all that knows no SVG: mail, drawings, search engines. */
  png: PictureFile;
}

/** All files of a picture or logo. */
export function filesOf(picture: PublishedPicture | PublishedLogo): PictureFile[] {
  if ('png' in picture) return [picture.onPage, picture.png];
  return [picture.jpeg, ...picture.sources.flatMap(({ files }) => files)];
}

/** The credit as it stands in every published file, in structured data and in feeds: the same everywhere. */
export interface FileCredit {
  creator: string;
  /** As demanded, without © (IPTC Credit Line). */
  credit: string;
  /** IPTC Copyright Notice. */
  copyright?: string;
  /** IPTC Web Statement of Rights. */
  licenceUrl?: string;
  /** IPTC Licensor URL. */
  sourceUrl?: string;
  /** Term of the IPTC NewsCodes "Digital Source Type". */
  digitalSource?: DigitalSource;
  alt?: string;
}

export type DigitalSource =
  | 'digitalCapture'
  | 'digitalCreation'
  | 'screenCapture'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia';

const bySource = {
  photograph: 'digitalCapture',
  drawing: 'digitalCreation',
  screenshot: 'screenCapture',
  generated: 'trainedAlgorithmicMedia',
  edited: 'compositeWithTrainedAlgorithmicMedia',
} as const satisfies Record<string, DigitalSource>;

/** The full name of how a picture was made: what XMP and schema.org take. */
export function digitalSourceUrl({ digitalSource }: Pick<FileCredit, 'digitalSource'>): string | undefined {
  return digitalSource && `http://cv.iptc.org/newscodes/digitalsourcetype/${digitalSource}`;
}

/** Whose a picture is. Throws a TypeError where the credit names nobody: the reader refuses such a picture. */
export function holderOf({ credit = '' }: Pick<Image, 'credit'>): string {
  const holder = creditHolder(credit);
  if (!holder) throw new TypeError('picture without credit');
  return holder;
}

/** How much a machine has made of a picture, as far as the editors say. */
export function aiUse({ ai, licence }: Pick<Image, 'ai' | 'licence'>): 'edited' | 'generated' | undefined {
  if (ai === 'edited' || ai === 'generated') return ai;
  return licence === 'ai' ? 'generated' : undefined;
}

/** The licence's page: that of the record, else the one that all pictures under the licence share. */
export function licencePage({ licence, licenceUrl }: Pick<Image, 'licence' | 'licenceUrl'>): string | undefined {
  return licenceUrl ?? termsOf(licence).page;
}

/** What goes into the files of a picture that is published. */
export function fileCredit(image: Image): FileCredit {
  const credit = holderOf(image);
  const source = aiUse(image) ?? image.medium;
  return {
    creator: image.creator ?? credit,
    credit,
    copyright: image.copyright ?? (termsOf(image.licence).free ? undefined : `© ${credit}`),
    licenceUrl: licencePage(image),
    sourceUrl: image.sourceUrl,
    digitalSource: source && bySource[source],
    alt: image.alt,
  };
}

/** What goes into a drawing of ours: it is the publisher's, whatever it stands for. */
export function drawingCredit(publisher: string, alt?: string): FileCredit {
  return {
    creator: publisher,
    credit: publisher,
    copyright: `© ${publisher}`,
    digitalSource: bySource.drawing,
    alt,
  };
}
