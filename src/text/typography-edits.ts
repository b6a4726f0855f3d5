/**
 * Corrections of a text as data: where, how much goes, what comes.
 * Kept apart from the rules, so that a rule only ever looks at one text and never counts offsets across others.
 */

/** One correction. `at` and `remove` count UTF-16 units of the text that it corrects. */
export type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

/** A typographic rule: what it would correct in this text, in order and without overlap. */
export type TypographyRule = (text: string) => Edit[];

/** The text with the edits made; they must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { at, remove, insert } of edits) {
    result += text.slice(done, at) + insert;
    done = at + remove;
  }
  return result + text.slice(done);
}

/** A rule that puts `replacement` in the place of every match. Patterns match only what changes and look around for the rest. */
export function substitute(pattern: RegExp, replacement: string): TypographyRule {
  return (text) =>
    // Most rules find nothing in most texts, and looking for one place is far quicker than beginning to look for all.
    text.search(pattern) < 0
      ? []
      : Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
          at: index,
          remove: length,
          insert: replacement,
        }));
}

/** Rules that have nothing to correct in a text without `sign`, which is quickly looked for. */
export interface RuleGroup {
  sign: RegExp;
  rules: readonly TypographyRule[];
}

/** Runs the rules one after another, each on the result of those before, and returns all of it as edits of `text`. */
export function runRules(text: string, groups: readonly RuleGroup[]): Edit[] {
  let draft: Draft | undefined;
  for (const { sign, rules } of groups) {
    if (!sign.test(draft?.text ?? text)) continue;
    for (const rule of rules) {
      const edits = rule(draft?.text ?? text);
      if (edits.length > 0) draft = revise(draft ?? draftOf(text), edits);
    }
  }
  return draft ? compare(text, draft) : [];
}

function draftOf(text: string): Draft {
  const origin = new Int32Array(text.length);
  for (let offset = 0; offset < origin.length; offset += 1) origin[offset] = offset;
  return { text, origin };
}

/**
 * A text under correction. `origin` gives for each unit where it stood in the first text;
 * for a new one ~offset (a negative number) of the unit that it replaces or precedes.
 */
type Draft = { readonly text: string; readonly origin: Int32Array };

function revise(draft: Draft, edits: readonly Edit[]): Draft {
  const text = applyEdits(draft.text, edits);
  const origin = new Int32Array(text.length);
  let read = 0;
  let write = 0;
  for (const { at, remove, insert } of edits) {
    origin.set(draft.origin.subarray(read, at), write);
    write += at - read;
    for (let unit = 0; unit < insert.length; unit += 1) {
      const replaced = draft.origin[at + Math.min(unit, Math.max(0, remove - 1))] ?? END;
      origin[write + unit] = replaced < 0 ? replaced : ~replaced;
    }
    write += insert.length;
    read = at + remove;
  }
  origin.set(draft.origin.subarray(read), write);
  return { text, origin };
}

/** Behind the last unit of any text. */
const END = 2 ** 31 - 1;

/** The edits between the first text and its draft, as small as can be: each begins where its insert belongs. */
function compare(first: string, { text, origin }: Draft): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let insert = '';
  const closeAt = (end: number) => {
    if (insert !== first.slice(at, end)) edits.push({ at, remove: end - at, insert });
    at = end;
    insert = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const from = origin[index] ?? END;
    const offset = Math.min(from < 0 ? ~from : from, first.length);
    if (offset > at) closeAt(offset);
    if (from < 0) {
      insert += text.charAt(index);
    } else {
      closeAt(offset);
      at = offset + 1;
    }
  }
  closeAt(first.length);
  return edits;
}
