/** Sets a title into a frame: the largest size at which it fits without hyphenation, in lines of like length. */

/** Width of a text in pixels. */
export type Measure = (text: string, size: number) => number;

export interface TextBox {
  width: number;
  height: number;
  mostLines: number;
  /** Font sizes to choose from, largest first. */
  sizes: readonly [number, ...number[]];
  /** From this size on a title goes into the frame without a break inside of a word, or is tried smaller with one. */
  unbrokenFrom: number;
  /** Line height as a multiple of the font size. */
  leading: number;
}

export interface SetTitle {
  lines: string[];
  size: number;
}

/**
 * Tries, each from the largest size down: lines that break at spaces; then also after a hyphen of the title's own;
 * then divided words. A title that is too long for all of them is cut at the smallest size and ends with `…`.
 */
export function setTitle(title: string, measure: Measure, frame: TextBox): SetTitle {
  const atHyphens = partsOf(title, ownHyphen);
  const ways: { sizes: readonly number[]; parts: (fits: Fits) => Part[] }[] = [
    { sizes: frame.sizes.filter((size) => size >= frame.unbrokenFrom), parts: () => partsOf(title) },
    { sizes: frame.sizes, parts: () => atHyphens },
    { sizes: frame.sizes, parts: (fits) => divided(atHyphens, fits) },
  ];
  for (const { sizes, parts } of ways) {
    for (const size of sizes) {
      const width = (text: string) => measure(text, size);
      const found = parts((text) => width(text) <= frame.width);
      const lines = wrap(found, frame.width, width);
      if (lines && lines.length <= linesAt(size, frame)) {
        return { size, lines: balanced(found, lines.length, frame.width, width) };
      }
    }
  }
  const size = frame.sizes.at(-1) ?? frame.sizes[0];
  const width = (text: string) => measure(text, size);
  const fits = (text: string) => width(text) <= frame.width;
  const lines = wrap(divided(atHyphens, fits), frame.width, width) ?? [];
  return { size, lines: shortened(lines, linesAt(size, frame), fits) };
}

type Fits = (text: string) => boolean;

function linesAt(size: number, { height, leading, mostLines }: TextBox): number {
  return Math.min(mostLines, 1 + Math.floor((height - size) / (size * leading)));
}

/** A piece of text that stays together, and what separates it from the one before on the same line. */
interface Part {
  text: string;
  before: '' | ' ';
  /** Hyphen to be shown if the line ends after the part. */
  breaksWithHyphen?: boolean;
}

/** Lines may end after these inside of a word, but not in `E-Mail` or `33./34.`. */
const ownHyphen = /(?<=\p{L}{2}[-\u2010/–])(?=\p{L}{2})/u;

/** No-break spaces hold together what they join. */
function partsOf(title: string, breaks?: RegExp): Part[] {
  const words = title.split(' ').filter((word) => word !== '');
  return words.flatMap((word) =>
    (breaks ? word.split(breaks) : [word]).map((text, index): Part => ({ text, before: index === 0 ? ' ' : '' })),
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
function divided(parts: readonly Part[], fits: Fits): Part[] {
  return parts.flatMap((part) => {
    const pieces: Part[] = [];
    let rest = part.text;
    while (rest.length > 1 && !fits(rest)) {
      const at = divisionOf(rest, fits);
      pieces.push({
        text: rest.slice(0, at),
        before: pieces.length === 0 ? part.before : '',
        breaksWithHyphen: true,
      });
      rest = rest.slice(at);
    }
    return [...pieces, { text: rest, before: pieces.length === 0 ? part.before : '' }];
  });
}

/** Where a word may be divided, best first: the author's soft hyphens, after a linking s, where a syllable may begin. */
const divisions = [
  /(?<=\u00AD)/gu,
  /(?<=(?:ung|heit|keit|schaft|tion|tät|ing)s)(?=\p{L}{3})/giu,
  /(?<=\p{L}{2}[^\Wsc]|\p{L}{2}[äöüß])(?=(?:sch|ch|ph|th|qu|[bcdfghjklmnpqrstvwxz])[aeiouyäöü]\p{L})/giu,
];

/** The last place of the best kind that leaves the line not too empty; a word without one is divided anywhere. */
function divisionOf(word: string, fits: Fits): number {
  let most = 1;
  while (most < word.length - 1 && fits(`${word.slice(0, most + 1)}-`)) most += 1;
  for (const kind of divisions) {
    const last = [...word.slice(0, most + 3).matchAll(kind)].findLast(({ index }) => index <= most);
    if (last && last.index > most * 0.4) return last.index;
  }
  return most;
}

/** Ends with `…` at a word or, in one long word, at a letter. */
function shortened(lines: readonly string[], most: number, fits: Fits): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  let last = kept.at(-1) ?? '';
  const cut = () => `${last.replace(/[-–\s,;:./(„‚]+$/u, '')}\u00A0…`;
  while (last !== '' && !fits(cut())) last = last.includes(' ') ? last.replace(/ \S*$/, '') : last.slice(0, -1);
  return [...kept.slice(0, -1), cut()];
}
