/** Pictures in RSS: Media RSS 1.5.1, as far as readers' programs and validators know it. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { DigitalSource } from '../model/picture.ts';
import type { EntryPicture } from './feed.ts';

/** With the slash at its end. */
export const mediaNamespace = 'http://search.yahoo.com/mrss/';

/** The element of a picture. */
export const mediaName = 'media:content';

/** From the list of the EBU, which the specification takes by default; no machine is on it. */
const roles: Partial<Record<DigitalSource, string>> = {
  digitalCapture: 'photographer',
  digitalCreation: 'illustrator',
};

/** A picture with its description, credit and copyright notice. Without a known way of making, the credit has no role. */
export function mediaContent(picture: EntryPicture): Element {
  const { url, mediaType, bytes, width, height, alt, credit, copyright, licenceUrl, digitalSource } = picture;
  const role = digitalSource && roles[digitalSource];
  return x(mediaName, { url, type: mediaType, medium: 'image', fileSize: bytes, width, height }, [
    ...(alt ? [x('media:description', { type: 'plain' }, alt)] : []),
    x('media:credit', role ? { role } : {}, credit),
    ...(copyright ? [x('media:copyright', licenceUrl ? { url: licenceUrl } : {}, copyright)] : []),
  ]);
}
