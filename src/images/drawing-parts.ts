/** What both drawings are put together from. All measures are pixels of the drawing. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Day } from '../model/day.ts';
import { logoSize } from '../model/logo.ts';
import type { IssueWeek } from '../model/week.ts';
import type { DrawingFonts, FaceName } from './drawing-fonts.ts';
import { advanceOf, drawableText, type Outline, outline, toHundredth } from './outlines.ts';
import type { Tick } from './ruler.ts';
import { type Measure, setTitle, type TextBox } from './title-lines.ts';

export interface DrawingSubject {
  week: IssueWeek;
  publishedOn: Day;
  title: string;
  /** What the issue is called: `Ausgabe 33. KW 2025`. */
  label: string;
  /** The name of the publication. */
  site: string;
  /** The logo of the organisation, as a PNG on the drawing's paper. */
  logo?: { bytes: Uint8Array; width: number; height: number } | undefined;
}

/** Colours as CSS writes them in hexadecimal: `#fdfcf9`. */
export interface DrawingColours {
  paper: string;
  ink: string;
  quiet: string;
  accent: string;
}

interface Across {
  left: number;
  right: number;
}

/**
 * The publication on the left, behind the logo if there is one, the issue on the right; a long name of a publication
 * becomes smaller, then ends with `…`.
 */
export function drawHeader(
  { site, label, logo }: Pick<DrawingSubject, 'site' | 'label' | 'logo'>,
  { ink, quiet }: Pick<DrawingColours, 'ink' | 'quiet'>,
  fonts: DrawingFonts,
  { left, right, baseline, size }: Across & { baseline: number; size: number },
): Element[] {
  const gap = 2 * size;
  const issue = oneLine(label, 'label', (right - left) * 0.6, size, fonts);
  const mark = logo && drawLogo(logo, left, baseline - capitalHeight * size * 0.5);
  const start = mark ? mark.right + 0.75 * size : left;
  const name = oneLine(site, 'strong', right - start - issue.advance - gap, size, fonts);
  const words = [...placed(name, start, baseline, ink), ...placed(issue, right - issue.advance, baseline, quiet)];
  return mark ? [mark.image, ...words] : words;
}

/** Of the labels' face, as a share of its size. */
const capitalHeight = 0.66;

/** The logo with its middle on the line `centre`, and where it ends. */
function drawLogo({ bytes, ...pixels }: NonNullable<DrawingSubject['logo']>, left: number, centre: number) {
  const shown = logoSize(pixels);
  const [width, height] = [shown.width * logoScale, shown.height * logoScale];
  const href = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  return {
    image: x('image', { href, x: left, y: toHundredth(centre - height / 2), width, height }),
    right: left + width,
  };
}

/** A drawing is seen smaller than a page. */
const logoScale = 1.4;

function oneLine(words: string, face: FaceName, width: number, size: number, fonts: DrawingFonts): Outline {
  const sizes = [size, size * 0.9, size * 0.8] as const;
  const frame = { width, height: size, mostLines: 1, leading: 1, sizes, unbrokenFrom: size };
  const set = setTitle(drawableText(words, fonts[face]), measureIn(face, fonts), frame);
  return outline(set.lines.join(''), fonts[face], set.size);
}

const titleFrame = {
  mostLines: 4,
  leading: 1.1,
  sizes: [112, 104, 96, 88, 80, 72, 64, 56],
  unbrokenFrom: 72,
} as const;

/** An opening quotation mark hangs in the margin, so that the letters stand in line; a large one by half of the margin. */
const openingMark = /^[„‚»›]/;
const mostHanging = 36;

export function drawTitle(
  title: string,
  colour: string,
  fonts: DrawingFonts,
  { left, right, top, bottom }: Across & { top: number; bottom: number },
): Element[] {
  const frame: TextBox = { ...titleFrame, width: right - left, height: bottom - top };
  const { lines, size } = setTitle(drawableText(title, fonts.title), measureIn('title', fonts), frame);
  return lines.flatMap((line, index) => {
    const [mark = ''] = openingMark.exec(line) ?? [];
    const start = left - Math.min(advanceOf(mark, fonts.title, size), mostHanging);
    const baseline = top + (0.8 + index * frame.leading) * size;
    return placed(outline(line, fonts.title, size), start, baseline, colour);
  });
}

/** The week or weeks, set over the mark as far as the edges allow; two weeks are divided by a stroke of their height. */
export function drawNumber(
  [first, second]: readonly [number, number?],
  colours: Pick<DrawingColours, 'ink' | 'quiet'>,
  face: DrawingFonts[FaceName],
  place: Across & { centre: number; baseline: number; size: number },
): Element[] {
  const { left, right, centre, baseline, size } = place;
  const figures = outline(String(first), face, size);
  const parts = [{ figures, shift: 0, colour: colours.ink }];
  if (second !== undefined) {
    parts.push({ ...strokeBeside(figures, face, size), colour: colours.quiet });
    parts.push({ figures: outline(String(second), face, size), shift: 0, colour: colours.ink });
  }
  const gap = size * 0.06;
  const wide = parts.reduce((sum, part) => sum + inkWidth(part.figures), gap * (parts.length - 1));
  if (wide > right - left) {
    const smaller = Math.floor((size * (right - left)) / wide);
    return drawNumber([first, second], colours, face, { ...place, size: smaller });
  }
  let start = Math.min(Math.max(centre - wide / 2, left), right - wide);
  return parts.flatMap((part) => {
    const from = start - (part.figures.ink?.left ?? 0);
    start += inkWidth(part.figures) + gap;
    return placed(part.figures, from, baseline + part.shift, part.colour);
  });
}

/** The font's slash reaches below the figures, into the ruler: it is set smaller and raised. */
function strokeBeside({ ink }: Outline, face: DrawingFonts[FaceName], size: number) {
  const slash = outline('/', face, size);
  if (!ink || !slash.ink) return { figures: slash, shift: 0 };
  const factor = (ink.bottom - ink.top) / (slash.ink.bottom - slash.ink.top);
  return { figures: outline('/', face, size * factor), shift: ink.bottom - slash.ink.bottom * factor };
}

const inkWidth = ({ ink }: Outline) => (ink ? ink.right - ink.left : 0);

/** One stroke a week, hanging from `top`; `tick`, `quarter` and `mark` are their lengths. */
export function drawRuler(
  ticks: readonly Tick[],
  { quiet, accent }: Pick<DrawingColours, 'quiet' | 'accent'>,
  { top, tick, quarter, mark, stroke }: { top: number; tick: number; quarter: number; mark: number; stroke: number },
): Element[] {
  return ticks.map(({ x: centre, startsQuarter, marked }) => {
    const width = marked ? stroke * 3 : stroke;
    const height = marked ? mark : startsQuarter ? quarter : tick;
    return x('rect', { x: toHundredth(centre - width / 2), y: top, width, height, fill: marked ? accent : quiet });
  });
}

/** Widths grow with the size, so that each text has to be measured once only. */
function measureIn(face: FaceName, fonts: DrawingFonts): Measure {
  const widths = new Map<string, number>();
  return (text, size) => {
    const width = widths.get(text) ?? advanceOf(text, fonts[face], 1);
    widths.set(text, width);
    return width * size;
  };
}

/** The outline at its place; nothing for a text without ink. */
export function placed({ path }: Outline, left: number, baseline: number, colour: string): Element[] {
  if (path === '') return [];
  return [x('path', { transform: `translate(${toHundredth(left)} ${toHundredth(baseline)})`, fill: colour, d: path })];
}
