/**
 * German quotation marks „ “ and ‚ ‘ and the apostrophe ’ (DIN 5008:2020).
 * A sign is turned only where its partner is found, because one alone may be an inch, a foot, a minute or a slip.
 */
import { type Edit, type RuleGroup, substitute, type TypographyRule } from './typography-edits.ts';

type Mark = {
  readonly at: number;
  readonly char: string;
  /** The nearest sign on either side that is no quote, since quotes may meet; empty at the ends of the paragraph. */
  before: string;
  after: string;
  role: 'open' | 'close' | 'none';
  /** Double marks: the other half. */
  partner: Mark | undefined;
};

const SINGLE = "'‚‘’";

/** Apostrophes that cannot be a quote: `geht's`, `PC's`, `'90er`, `so 'n Ding`. */
const apostrophes: TypographyRule[] = [
  /(?<=[\p{L}\p{M}])'(?=\p{L})/gu,
  /(?<=[\p{N}\uFFFC])'(?=s(?![\p{L}\p{M}\p{N}'‘’]))/gu,
  /(?<![^\s([{"„“”‚–—/-])['‘](?=(?:\d{2}ern?|s|n|ne|nen|nem|ner)(?![\p{L}\p{M}\p{N}'‘’]))/gu,
].map((pattern) => substitute(pattern, '’'));

/** Double quotes; a pair within a pair takes the inner marks ‚ ‘, for anything deeper there are no marks. */
const doubleQuotes: TypographyRule = inParagraphs((text) => {
  const edits: Edit[] = [];
  const around: Mark[] = [];
  const holdsMore = new Set<Mark>();
  for (const mark of readMarks(text)) {
    if (mark.partner && mark.role === 'open') {
      const outer = around.at(-1);
      if (outer) holdsMore.add(outer);
      around.push(mark);
    } else if (mark.partner) {
      const opening = around.pop() ?? mark.partner;
      if (around.length === 0) edits.push(...turn(opening, '„'), ...turn(mark, '“'));
      if (around.length === 1 && opening.char !== '„' && !holdsMore.has(opening)) {
        edits.push(...turn(opening, '‚'), ...turn(mark, '‘'));
      }
    }
  }
  return inOrder(edits);
});

/** Single quotes, after the double ones: two marks belong together only within the same pair of those. */
const singleQuotes: TypographyRule = inParagraphs((text) => {
  const outermost: Mark[] = [];
  const groups = [outermost];
  const around = [outermost];
  for (const mark of readMarks(text)) {
    if (SINGLE.includes(mark.char)) {
      around.at(-1)?.push(mark);
    } else if (mark.partner && mark.role === 'open') {
      const inside: Mark[] = [];
      groups.push(inside);
      around.push(inside);
    } else if (mark.partner) {
      around.pop();
    }
  }
  return inOrder(groups.flatMap((group) => turnSingles(group, text)));
});

/** Apostrophes first: what is left of the single marks then is a quote or in doubt. */
export const quoteRules: RuleGroup = { sign: /["„“”'‚‘’]/, rules: [...apostrophes, doubleQuotes, singleQuotes] };

function inParagraphs(rule: TypographyRule): TypographyRule {
  return (text) => {
    const edits: Edit[] = [];
    let start = 0;
    for (const end of [...text.matchAll(/\n\s*\n/g).map((blank) => blank.index), text.length]) {
      for (const edit of rule(text.slice(start, end))) edits.push({ ...edit, at: edit.at + start });
      start = end;
    }
    return edits;
  };
}

const inOrder = (edits: readonly Edit[]) => edits.toSorted((a, b) => a.at - b.at);

/** No edit where the mark is right already. */
function turn(mark: Mark, insert: string): Edit[] {
  return mark.char === insert ? [] : [{ at: mark.at, remove: 1, insert }];
}

function readMarks(text: string): Mark[] {
  const marks = Array.from(text.matchAll(/["„“”'‚‘’]/g), (match): Mark => {
    const at = match.index;
    // `".de"` begins like a word.
    const after = /\.[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) ? text.charAt(at + 2) : text.charAt(at + 1);
    return { at, char: match[0], before: text.charAt(at - 1), after, role: 'none', partner: undefined };
  });
  marks.forEach((mark, index) => {
    const last = marks[index - 1];
    if (last?.at === mark.at - 1) mark.before = last.before;
  });
  marks.toReversed().forEach((mark, index, reversed) => {
    const next = reversed[index - 1];
    if (next?.at === mark.at + 1) mark.after = next.after;
  });
  for (const mark of marks) mark.role = roleOf(mark);
  pairDoubles(marks.filter(({ char }) => !SINGLE.includes(char)));
  return marks;
}

/** What a mark can be by what is beside it; `none` where it could be either or neither. */
function roleOf({ char, before, after }: Mark): Mark['role'] {
  if (char === '„' || char === '‚') return 'open';
  const meetsWord = /[\p{L}\p{M}\p{N}\p{Cs}\uFFFC]/u.test(after);
  if (before === '' || /[\s([{<«»‹›]/.test(before)) {
    return char === '’' || after === '' || /[\s,;:.!?)\]}]/.test(after) ? 'none' : 'open';
  }
  if (!meetsWord) return 'close';
  if (char !== '’' && /[–—/…-]/.test(before)) return 'open';
  return char === '“' || char === '”' ? 'close' : 'none';
}

function pairDoubles(marks: readonly Mark[]): void {
  // How many sure closing marks follow each mark before the next opening one.
  const closings: number[] = [];
  let ahead = 0;
  for (const [index, mark] of [...marks.entries()].reverse()) {
    closings[index] = ahead;
    if (mark.role === 'open') ahead = 0;
    else if (mark.role === 'close' && !mayBeInch(mark)) ahead += 1;
  }
  const open: Mark[] = [];
  marks.forEach((mark, index) => {
    if (mark.role === 'open') open.push(mark);
    if (mark.role !== 'close') return;
    // `"Der 24" Monitor"`: enough sure marks follow for all that are open, so this one is an inch.
    if (mayBeInch(mark) && (closings[index] ?? 0) >= open.length) return;
    const opening = open.pop();
    if (!opening) return;
    opening.partner = mark;
    mark.partner = opening;
  });
}

function mayBeInch(mark: Mark): boolean {
  return (mark.char === '"' || mark.char === '”') && /\p{N}/u.test(mark.before);
}

/** Turns the single marks of one group: a pair only where one opening mark meets exactly one that can close it. */
function turnSingles(marks: readonly Mark[], text: string): Edit[] {
  const edits: Edit[] = [];
  let opening: Mark | undefined;
  let closing: Mark[] = [];
  let unclosed = 0;
  const settle = () => {
    const [first, second] = closing;
    if (!opening) {
      // `Hans' Auto`: the genitive of a name that ends in a sibilant (Duden).
      for (const mark of closing) if (mark.char === "'" && /[sßzx]/i.test(mark.before)) edits.push(...turn(mark, '’'));
    } else if (opening.char === "'" && /^\d{2}(?![\p{L}\p{N}])/u.test(text.slice(opening.at + 1, opening.at + 4))) {
      // `Sommer '89`, unless it is `'10 Gebote'`.
      if (!first) edits.push(...turn(opening, '’'));
    } else if (first && !second && unclosed === 0) {
      // `Rock 'n' Roll` has apostrophes, `der Buchstabe 'n'` has quotes.
      if (text.slice(opening.at + 1, first.at) === 'n') return;
      edits.push(...turn(opening, '‚'), ...turn(first, '‘'));
    } else {
      unclosed = Math.max(0, unclosed + 1 - closing.length);
    }
  };
  for (const mark of marks) {
    if (mark.role === 'open') {
      settle();
      opening = mark;
      closing = [];
    } else if (mark.role === 'close' && (mark.char !== '’' || opening?.char === '‘')) {
      closing.push(mark);
    }
  }
  settle();
  return edits;
}
