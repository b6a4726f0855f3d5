/** The name of an attachment's file, which is the last part of its address. */
import { originalOfCopy } from './copy-name.ts';

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

/** Names that Windows keeps for itself, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/i;

/** Letters that a name may have, so that it stays a name on every disk and an address that can be read. */
const longestWords = 60;

/**
 * The name under which a file is laid down that somebody brings along: the words of its own name, without its path, what
 * marks it as a copy, and the signs that mean something in an address, on a disk or in Markdown:
 * `C:\\Plan Umzug (1).PDF` → `Plan-Umzug.pdf`. May be taken; {@link numberedName} gives the next.
 */
export function attachmentNameFrom(written: string): string {
  const own = lastPart(written);
  const { words, ending } = wordsAndEnding(originalOfCopy(own) ?? own);
  const plain = readableAttachmentName(words)
    .replace(/\s*&\s*/g, ' und ')
    // Full stops in dates alone: some web servers run a file by any ending within its name.
    .replace(/[^\p{L}\p{M}\p{N}.]+|(?<!\d)\.|\.(?!\d)/gu, '-')
    .replace(/-{2,}/g, '-');
  const short = [...plain]
    .slice(0, longestWords)
    .join('')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  const name = short === '' ? 'anhang' : short.replace(devices, 'anhang-$&');
  return ending === '' ? name : `${name}.${ending}`;
}

/** What a link to such a file could be called, until somebody says it better: `zeitplan_umzug.pdf` → `Zeitplan umzug`. */
export function titleFromName(written: string): string {
  const own = lastPart(written);
  const { words } = wordsAndEnding(originalOfCopy(own) ?? own);
  const spaced = words.replace(/\s/.test(words.trim()) ? /[_\p{Cc}]+/gu : /[-_\p{Cc}]+/gu, ' ');
  const title = spaced
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The name for the second, third … file of that name: `plan.pdf` → `plan-2.pdf`. */
export function numberedName(name: string, number: number): string {
  const { words, ending } = wordsAndEnding(name);
  return number === 1 ? name : `${words}-${number}${ending === '' ? '' : `.${ending}`}`;
}

/** Without the folders that some programs name along with it. */
function lastPart(written: string): string {
  return written.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
}

function wordsAndEnding(name: string): { words: string; ending: string } {
  const [, words = name, ending = ''] = /^(.*)\.([a-z0-9]{1,10})\s*$/is.exec(name) ?? [];
  return { words, ending: ending.toLowerCase() };
}
