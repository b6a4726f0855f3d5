import { addresses } from '../model/address.ts';

/**
 * Media types by ending, as servers shall send them. Browsers style a feed only as application/xml
 * (docs/decisions/0005); what isn't listed is offered for download.
 */
export const mediaTypes: readonly { type: string; endings: readonly string[] }[] = [
  { type: 'text/html', endings: ['html'] },
  { type: 'text/css', endings: ['css'] },
  { type: 'text/javascript', endings: ['js', 'mjs'] },
  { type: 'text/plain', endings: ['txt'] },
  { type: 'text/csv', endings: ['csv'] },
  { type: 'text/calendar', endings: ['ics'] },
  { type: 'text/x-opml', endings: ['opml'] },
  { type: 'application/xml', endings: ['xml'] },
  { type: 'application/json', endings: ['json'] },
  { type: 'application/pdf', endings: ['pdf'] },
  { type: 'application/zip', endings: ['zip'] },
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  { type: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  { type: 'application/wasm', endings: ['wasm'] },
  { type: 'image/svg+xml', endings: ['svg'] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  { type: 'image/png', endings: ['png'] },
  { type: 'image/webp', endings: ['webp'] },
  { type: 'image/avif', endings: ['avif'] },
  { type: 'image/x-icon', endings: ['ico'] },
  { type: 'font/woff2', endings: ['woff2'] },
];

/** Files that are more than their ending says. */
export const mediaTypesByPath: readonly { type: string; path: string }[] = [
  { type: 'application/feed+json', path: addresses.json },
];

/** Types that say which encoding their text has; JSON is UTF-8 by itself (RFC 8259, section 8.1). */
export const typesWithCharset: readonly string[] = mediaTypes
  .map(({ type }) => type)
  .filter((type) => /^text\/|xml$/.test(type));

/** Types that get smaller when compressed; the others are compressed already. */
export const compressibleTypes: readonly string[] = mediaTypes
  .map(({ type }) => type)
  .filter((type) => /^text\/|xml$|json$|wasm$|icon$/.test(type));

/** Whether the file at a path gets smaller when compressed. */
export function isCompressible(path: string): boolean {
  return compressibleTypes.includes(typeByEnding(path) ?? '');
}

/** The Content-Type of the file at a path; undefined if its ending isn't listed. */
export function contentType(path: string): string | undefined {
  const type = mediaTypesByPath.find((entry) => entry.path === path)?.type ?? typeByEnding(path);
  return type && withCharset(type);
}

function typeByEnding(path: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1] ?? '';
  return mediaTypes.find(({ endings }) => endings.includes(ending))?.type;
}

export function withCharset(type: string): string {
  return typesWithCharset.includes(type) ? `${type}; charset=utf-8` : type;
}
