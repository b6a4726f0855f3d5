import { addresses } from './address.ts';

/** What links call the formats of feeds. */
export const feedTypes = {
  RSS: 'application/rss+xml',
  Atom: 'application/atom+xml',
  'JSON Feed': 'application/feed+json',
} as const;

export type FeedFormat = keyof typeof feedTypes;

/**
 * Media types by ending: what servers send, feeds announce, and editors may attach. Browsers style a feed only as
 * application/xml (docs/decisions/0005); what isn't listed is offered for download.
 */
export const mediaTypes: readonly { type: string; endings: readonly string[] }[] = [
  { type: 'text/html', endings: ['html'] },
  { type: 'text/css', endings: ['css'] },
  { type: 'text/javascript', endings: ['js', 'mjs'] },
  { type: 'text/plain', endings: ['txt'] },
  { type: 'text/csv', endings: ['csv'] },
  { type: 'text/calendar', endings: ['ics'] },
  { type: 'text/vcard', endings: ['vcf'] },
  { type: 'text/x-opml', endings: ['opml'] },
  { type: 'application/xml', endings: ['xml'] },
  { type: 'application/json', endings: ['json'] },
  { type: 'application/pdf', endings: ['pdf'] },
  { type: 'application/zip', endings: ['zip'] },
  { type: 'application/epub+zip', endings: ['epub'] },
  { type: 'application/rtf', endings: ['rtf'] },
  { type: 'application/msword', endings: ['doc'] },
  { type: 'application/vnd.ms-excel', endings: ['xls'] },
  { type: 'application/vnd.ms-powerpoint', endings: ['ppt'] },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  { type: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  { type: 'application/vnd.oasis.opendocument.graphics', endings: ['odg'] },
  { type: 'application/geo+json', endings: ['geojson'] },
  { type: 'application/wasm', endings: ['wasm'] },
  { type: 'image/svg+xml', endings: ['svg'] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { type: 'image/png', endings: ['png'] },
  { type: 'image/gif', endings: ['gif'] },
  { type: 'image/tiff', endings: ['tif', 'tiff'] },
  { type: 'image/webp', endings: ['webp'] },
  { type: 'image/avif', endings: ['avif'] },
  { type: 'image/x-icon', endings: ['ico'] },
  { type: 'font/woff2', endings: ['woff2'] },
];

/** Files that are more than their ending says. */
export const mediaTypesByPath: readonly { type: string; path: string }[] = [
  { type: feedTypes['JSON Feed'], path: addresses.json },
];

/** Types that say which encoding their text has; JSON is UTF-8 by itself (RFC 8259, section 8.1). */
export const typesWithCharset: readonly string[] = mediaTypes
  .map(({ type }) => type)
  .filter((type) => /^text\/|xml$/.test(type));

/** Types that get smaller when compressed; the others are compressed already. */
export const compressibleTypes: readonly string[] = mediaTypes
  .map(({ type }) => type)
  .filter((type) => /^text\/|xml$|json$|wasm$|icon$/.test(type));

/** Endings of their files, in small letters. */
const compressibleEndings = new Set(
  mediaTypes.filter(({ type }) => compressibleTypes.includes(type)).flatMap(({ endings }) => endings),
);

/** Whether the file at a path gets smaller when compressed. */
export function isCompressible(path: string): boolean {
  return compressibleEndings.has(endingOf(path));
}

/** The Content-Type of the file at a path; undefined if its ending isn't listed. */
export function contentType(path: string): string | undefined {
  const type = mediaTypesByPath.find((entry) => entry.path === path)?.type ?? mediaTypeOf(path);
  return type && withCharset(type);
}

/** The media type of a file by the ending of its name, in capitals or not; undefined if that isn't listed. */
export function mediaTypeOf(path: string): string | undefined {
  const ending = endingOf(path);
  return mediaTypes.find(({ endings }) => endings.includes(ending))?.type;
}

function endingOf(path: string): string {
  return (/\.([^./\\]+)$/.exec(path)?.[1] ?? '').toLowerCase();
}

export function withCharset(type: string): string {
  return typesWithCharset.includes(type) ? `${type}; charset=utf-8` : type;
}
