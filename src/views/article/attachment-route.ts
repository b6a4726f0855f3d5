/** The part of an attachment's address that is its file's name. */
import type { Attachment } from '../../model/library.ts';
import { attachmentWords } from '../../words/legal.ts';

/** Files that the product itself puts beside an article's page. */
const taken = new Set(['index.html', 'termin.ics']);

/**
 * The name in two parts, as the route wants it: everything up to the first full stop, and the rest. A name without
 * an ending would be served as a page. Throws a RangeError for a name that can't be an address: with `#`, `%` or
 * `?` the file would be written under another name than the page links to.
 */
export function attachmentParams({ file }: Pick<Attachment, 'file'>): { name: string; ending: string } {
  const [, name, ending] = /^([^#%?.]+)\.([^#%?]*[^#%?.])$/.exec(file) ?? [];
  if (!name || !ending || taken.has(file)) throw new RangeError(attachmentWords.unusableName(file));
  return { name, ending };
}
