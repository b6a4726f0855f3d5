/**
 * German typography for the text that readers see: quotes, dashes, ellipses and the spaces that must not break.
 * Sources: DIN 5008:2020, the Duden's rules for typesetting, ISO 8601 for calendar weeks.
 * In doubt the text stays as it is: a wrong correction is worse than a missing one.
 */
import { applyEdits, type Edit, runRules } from './typography-edits.ts';
import { quoteRules } from './typography-quotes.ts';
import { normalForm, spacingRules } from './typography-rules.ts';

export type { Edit };

/** Stands for something in a line of text that is no text, such as code or an address: rules see that it is there, and never change it. */
export const OBJECT = '\uFFFC';

/**
 * The text in German typography. Idempotent, linear in the length of the text; line ends are never changed.
 * Give it text, not Markdown or HTML source. A blank line ends a paragraph, and quotes do not pair across it.
 */
export function typeset(text: string): string {
  return applyEdits(text, typographicEdits(text));
}

/**
 * What `typeset` changes, as edits in order and without overlap; offsets count UTF-16 units of `text`.
 * For text that is spread over several nodes: join it, ask once, and give each node its part.
 */
export function typographicEdits(text: string): Edit[] {
  return runRules(hideVerbatim(text), RULES);
}

/** Quotes come last: which way they turn depends on the signs beside them. */
const RULES = [normalForm, ...spacingRules, quoteRules];

/** What a reader may have to copy letter by letter: addresses of pages and people, names of files. */
const VERBATIM =
  /@|:\/\/|^www\.|^(?:mailto|tel):|\.(?:avif|csv|docx?|eml|gif|html?|ics|jpe?g|json|md|mp[34]|od[pst]|pdf|png|pptx?|svg|txt|webp|xlsx?|xml|zip)$/i;

/** Without this there is nothing of the kind in a whole text. */
const MAYBE_VERBATIM = new RegExp(VERBATIM.source.replaceAll(/\$|\^/g, ''), 'i');

/** The text with every unit of such an address or name replaced by OBJECT; the length stays. */
function hideVerbatim(text: string): string {
  if (!MAYBE_VERBATIM.test(text)) return text;
  return text.replace(/[^\s"„“”«»‹›<>]+/g, (word) => {
    let start = 0;
    let end = word.length;
    while (start < end && "([{'‚‘’".includes(word.charAt(start))) start += 1;
    while (end > start && ".,;:!?)]}…'‚‘’".includes(word.charAt(end - 1))) end -= 1;
    if (!VERBATIM.test(word.slice(start, end))) return word;
    return word.slice(0, start) + OBJECT.repeat(end - start) + word.slice(end);
  });
}
