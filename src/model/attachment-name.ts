/** The name of an attachment's file, which is the last part of its address. */

/** Files that the product itself puts beside an article's page; some servers don't tell capitals from small letters. */
const taken = new Set(['index.html', 'termin.ics']);

export function isTakenAttachmentName(file: string): boolean {
  return taken.has(file.toLowerCase());
}

/** Signs that end or change an address wherever they stand in it. */
const misread = /[#%?]/;

/** Whether no file of that name can be written under the address that links to it. */
export function isMisreadInAddress(file: string): boolean {
  return misread.test(file);
}

/** A name that says the same without those signs: `Quote 80%.pdf` → `Quote 80 Prozent.pdf`. */
export function readableAttachmentName(file: string): string {
  return file
    .replace(/\s*%(?=\p{L})/gu, ' Prozent ')
    .replace(/\s*%/g, ' Prozent')
    .replace(/#\s*(?=\d)/g, 'Nr. ')
    .replace(/\s*[#?]+/g, '')
    .trim();
}

/**
 * The name in two parts, as a route wants it: everything up to the first full stop, and the rest. A name without an
 * ending would be served as a page. Undefined for a name that can be none.
 */
export function attachmentNameParts(file: string): { name: string; ending: string } | undefined {
  const [, name, ending] = /^([^.]+)\.(.*[^.])$/s.exec(file) ?? [];
  if (!name || !ending || isMisreadInAddress(file) || isTakenAttachmentName(file)) return undefined;
  return { name, ending };
}
