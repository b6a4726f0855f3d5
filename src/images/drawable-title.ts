/** What a title picture says: the title, or the name of the publication where something of the title would be missing. */

/** Latin, Greek and Cyrillic letters, figures and signs that the fonts of the drawings have (drawing-fonts.ts). */
const inFonts =
  /[\s!-~\u00A0-\u012B\u012E-\u0131\u0134-\u0165\u0168-\u017F\u0218-\u021B\u0386-\u03CE\u0400-\u045F\u0490\u0491\u1E9E\u2009\u200A\u2010\u2011\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020\u2022\u2026\u202F\u2032\u2033\u2039\u203A\u20AC\u2122\u2212]|\u0300|\u0301/u;

/** A title says the same without them: emoji (but no arrows) with what belongs to them, and characters that nobody sees. */
const decoration =
  /(?![\u2190-\u21FF])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Cf}|\uFE0E|\uFE0F|\u20E3/u;

/** Signs that have lost what they stood beside: at the start, one behind the other, a pair around nothing. */
const orphaned = /^\s*(?:[,;:.!?)]|$)|[,;:(]\s*[,;:.!?)]|[„‚»(]\s*[“‘«)]/u;

const isDrawn = (sign: string) => inFonts.test(sign) || [...sign.normalize('NFKD')].every((part) => inFonts.test(part));

/** The title without its emoji; `publication` if words or signs of it can't be drawn, or if nothing but signs is left. */
export function drawableTitle(title: string, publication: string): string {
  const signs = [...title.normalize('NFC')];
  if (!signs.every((sign) => isDrawn(sign) || decoration.test(sign))) return publication;
  const kept = signs.filter((sign) => isDrawn(sign) || sign === '\u00AD').join('');
  if (kept === signs.join('')) return title;
  const closed = kept
    .replace(/\s+(?=[,;:.!?)])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return orphaned.test(closed) ? publication : closed;
}
