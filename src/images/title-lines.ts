/** Sets a title into a frame: the largest size at which it fits without hyphenation, in lines of like length. */

/** Width of a text in pixels. */
export type Measure = (text: string, size: number) => number;

export interface Frame {
  width: number;
  height: number;
  mostLines: number;
  /** Font sizes to choose from, largest first. */
  sizes: readonly [number, ...number[]];
  /** Line height as a multiple of the font size. */
  leading: number;
}

export interface SetTitle {
  lines: string[];
  size: number;
}

/** A title that is too long even for the smallest size is hyphenated where a word is too wide, then cut with `…`. */
export function setTitle(title: string, measure: Measure, frame: Frame): SetTitle {
  const parts = partsOf(title);
  for (const size of frame.sizes) {
    const lines = wrap(parts, frame.width, (text) => measure(text, size));
    if (lines && lines.length <= linesAt(size, frame)) {
      return { size, lines: balanced(parts, lines.length, frame.width, (text) => measure(text, size)) };
    }
  }
  const size = frame.sizes.at(-1) ?? frame.sizes[0];
  const fits = (text: string) => measure(text, size) <= frame.width;
  const lines = wrap(hyphenated(parts, fits), frame.width, (text) => measure(text, size)) ?? [];
  return { size, lines: shortened(lines, linesAt(size, frame), fits) };
}

function linesAt(size: number, { height, leading, mostLines }: Frame): number {
  return Math.min(mostLines, 1 + Math.floor((height - size) / (size * leading)));
}

/** A piece of text that stays together, and what separates it from the one before on the same line. */
interface Part {
  text: string;
  before: '' | ' ';
  /** Hyphen to be shown if the line ends after the part. */
  breaksWithHyphen?: boolean;
}

/** Lines may break at spaces and after a hyphen or slash inside of a word, but not in `E-Mail` or `33./34.`. */
function partsOf(title: string): Part[] {
  return title
    .split(' ')
    .flatMap((word) =>
      word
        .split(/(?<=\p{L}{2}[-\u2010/–])(?=\p{L}{2})/u)
        .map((text, index): Part => ({ text, before: index === 0 ? ' ' : '' })),
    );
}

/** Undefined if a part is wider than the line. */
function wrap(parts: readonly Part[], width: number, measure: (text: string) => number): string[] | undefined {
  const lines: string[] = [];
  let open = '';
  for (const [index, part] of parts.entries()) {
    if (measure(part.text + hyphenOf(part)) > width) return undefined;
    const longer = open === '' ? part.text : open + part.before + part.text;
    if (measure(longer + hyphenOf(part)) <= width) open = longer;
    else {
      const last = parts[index - 1];
      lines.push(open + (last ? hyphenOf(last) : ''));
      open = part.text;
    }
  }
  return open === '' ? lines : [...lines, open];
}

const hyphenOf = (part: Part) => (part.breaksWithHyphen ? '-' : '');

/** The narrowest setting with as many lines: no single word is left on the last. */
function balanced(parts: readonly Part[], count: number, width: number, measure: (text: string) => number): string[] {
  let tooNarrow = 0;
  let wideEnough = width;
  while (wideEnough - tooNarrow > 1) {
    const middle = (tooNarrow + wideEnough) / 2;
    const lines = wrap(parts, middle, measure);
    if (lines && lines.length <= count) wideEnough = middle;
    else tooNarrow = middle;
  }
  return wrap(parts, wideEnough, measure) ?? [];
}

/** Divides the parts that are wider than a line. */
function hyphenated(parts: readonly Part[], fits: (text: string) => boolean): Part[] {
  return parts.flatMap((part) => {
    const divided: Part[] = [];
    let rest = part.text;
    while (!fits(rest)) {
      const at = divisionOf(rest, fits);
      divided.push({
        text: rest.slice(0, at),
        before: divided.length === 0 ? part.before : '',
        breaksWithHyphen: true,
      });
      rest = rest.slice(at);
    }
    return [...divided, { text: rest, before: divided.length === 0 ? part.before : '' }];
  });
}

/** Where a syllable may begin: after the author's soft hyphen, or else before a consonant (or ch, sch …) and a vowel. */
const softHyphen = /(?<=\u00AD)/gu;
const syllable = /(?<=\p{L}{2}[^\Wsc]|\p{L}{2}[äöüß])(?=(?:sch|ch|ph|th|qu|[bcdfghjklmnpqrstvwxz])[aeiouyäöü]\p{L})/giu;

/** The last fitting place to divide a word, by syllables if possible; at least one letter is taken. */
function divisionOf(word: string, fits: (text: string) => boolean): number {
  for (const places of [softHyphen, syllable]) {
    const fitting = [...word.matchAll(places)].map(({ index }) => index).filter((at) => fits(`${word.slice(0, at)}-`));
    const last = fitting.at(-1);
    if (last) return last;
  }
  let at = word.length - 1;
  while (at > 1 && !fits(`${word.slice(0, at)}-`)) at -= 1;
  return at;
}

/** Ends with `…` at a word or, in one long word, at a letter. */
function shortened(lines: readonly string[], most: number, fits: (text: string) => boolean): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  let last = kept.at(-1)?.replace(/-$/, '') ?? '';
  while (last !== '' && !fits(`${last}\u00A0…`))
    last = last.includes(' ') ? last.replace(/ \S*$/, '') : last.slice(0, -1);
  return [...kept.slice(0, -1), `${last}\u00A0…`];
}
