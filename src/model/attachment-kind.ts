/** What may be attached to an article, by the ending of its name: the same at the desk and for a file that is laid down by hand. */

/** What is taken. Not among them: what browsers run or show as a page of the site (HTML, SVG, XML). */
export const attachableEndings = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'odg',
  'epub',
  'doc',
  'xls',
  'ppt',
  'rtf',
  'csv',
  'txt',
  'ics',
  'vcf',
  'json',
  'geojson',
  'zip',
  'jpg',
  'jpeg',
  'png',
  'gif',
  'webp',
  'avif',
  'tif',
  'tiff',
] as const;

export type AttachableEnding = (typeof attachableEndings)[number];

const pageEndings = /^(?:x?html?|shtml|mhtml?|svgz?|xml|xslt?|js|mjs|css)$/;
const programEndings =
  /^(?:exe|com|scr|msix?|msp|bat|cmd|ps1|psm1|vbs?|vbe|jse|wsf|wsh|hta|lnk|url|reg|cpl|dll|sys|jar|app|apk|dmg|pkg|deb|rpm|sh|bash|py|php|pl|wasm|iso|img|(?:doc|dot|xls|xlt|ppt|pot)m|xlam|ppam)$/;

/** What follows the last full stop of a name, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  return (/\.([^./\\\s]+)\s*$/.exec(name)?.[1] ?? '').toLowerCase();
}

/**
 * What an attachment of that name would be: one that is taken, by its ending; a `page`, which runs in the browser in the name
 * of the site; a `program`; or `other`, of which nobody knows what it is.
 */
export function attachmentKind(name: string): AttachableEnding | 'page' | 'program' | 'other' {
  const ending = endingOf(name);
  if (programEndings.test(ending)) return 'program';
  if (pageEndings.test(ending)) return 'page';
  return attachableEndings.find((known) => known === ending) ?? 'other';
}
