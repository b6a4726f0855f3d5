/** Pictures as schema.org objects, with what Google's image metadata asks for. */
import type { Site } from '../../model/library.ts';
import { digitalSourceUrl, type PublishedPicture } from '../../model/picture.ts';
import type { StructuredData } from './schema-object.ts';

/** An object for each picture that a page shows, once each; what it says is what stands in the files. */
export function pictureObjects(
  pictures: readonly (PublishedPicture | undefined)[],
  { publishers }: Pick<Site, 'publishers'>,
  origin: string,
): StructuredData[] {
  const byPath = new Map(
    pictures.filter((picture) => picture !== undefined).map((picture) => [picture.jpeg.path, picture]),
  );
  return [...byPath.values()].map(({ jpeg, credit }) => ({
    '@type': 'ImageObject',
    '@id': origin + jpeg.path,
    contentUrl: origin + jpeg.path,
    encodingFormat: jpeg.mediaType,
    width: jpeg.width,
    height: jpeg.height,
    description: credit.alt,
    creator: {
      '@type': publishers.some(({ name }) => name === credit.creator) ? 'Organization' : 'Person',
      name: credit.creator,
    },
    creditText: credit.credit,
    copyrightNotice: credit.copyright,
    license: credit.licenceUrl,
    acquireLicensePage: credit.sourceUrl,
    digitalSourceType: digitalSourceUrl(credit),
  }));
}

/** How another object names a picture that the page describes. */
export function pictureReference(picture: PublishedPicture, origin: string): { '@id': string } {
  return { '@id': origin + picture.jpeg.path };
}
