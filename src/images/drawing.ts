/**
 * Two drawings of the publication's own, made of an issue's data: what stands in the place of a picture that must not
 * be shown, and the card for social networks where there is no picture. The same arguments give the same bytes.
 */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { IssueWeek } from '../model/week.ts';
import type { DrawingFonts, FaceName } from './drawing-fonts.ts';
import { drawableText, outline } from './outlines.ts';
import { markCentre, rulerOf, type Tick, weekNumber } from './ruler.ts';
import { type Frame, setTitle } from './title-lines.ts';

export interface DrawingSubject {
  week: IssueWeek;
  title: string;
  /** What the issue is called: `Ausgabe 33. KW 2025`. */
  label: string;
  /** The name of the publication. */
  site: string;
}

/** Colours as CSS writes them in hexadecimal: `#fdfcf9`. */
export interface DrawingColours {
  paper: string;
  ink: string;
  quiet: string;
  accent: string;
}

/** Pixels; the shape of a picture on a page, and the one that social networks crop least. */
const placeholderSize = { width: 1600, height: 900 } as const;
const titlePictureSize = { width: 1200, height: 630 } as const;

/** An SVG document of 1600 × 900: the year's ruler, and the week's number standing on its mark. */
export function drawPlaceholder(subject: DrawingSubject, colours: DrawingColours, fonts: DrawingFonts): string {
  const { width, height } = placeholderSize;
  const margin = 96;
  const ticks = rulerOf(subject.week, margin, width - margin);
  const baseline = height - 136;
  return svg(placeholderSize, colours, [
    ...header(subject, colours, fonts, { left: margin, right: width - margin, baseline: 116, size: 32 }),
    ...number(weekNumber(subject.week), markCentre(ticks), 690, 700, colours.ink, fonts, margin, width - margin),
    ...ruler(ticks, baseline, { tick: 26, quarter: 44, mark: 74, stroke: 3 }, colours),
  ]);
}

/** An SVG document of 1200 × 630: publication and issue, the title as large as it fits, the ruler with the week. */
export function drawTitlePicture(subject: DrawingSubject, colours: DrawingColours, fonts: DrawingFonts): string {
  const { width, height } = titlePictureSize;
  const margin = 72;
  const right = width - margin;
  const ticks = rulerOf(subject.week, margin, right);
  return svg(titlePictureSize, colours, [
    ...header(subject, colours, fonts, { left: margin, right, baseline: 96, size: 30 }),
    ...title(subject.title, colours.ink, fonts, { left: margin, top: 140 }),
    ...number(weekNumber(subject.week), markCentre(ticks), height - 108, 72, colours.accent, fonts, margin, right),
    ...ruler(ticks, height - 60, { tick: 18, quarter: 30, mark: 40, stroke: 2.5 }, colours),
  ]);
}

function svg({ width, height }: { width: number; height: number }, { paper }: DrawingColours, content: Element[]) {
  const root = x('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
    x('rect', { width, height, fill: paper }),
    ...content,
  ]);
  return toXml(root, { closeEmptyElements: true });
}

interface Line {
  left: number;
  right: number;
  baseline: number;
  size: number;
}

function header(
  { site, label }: DrawingSubject,
  { ink, quiet }: DrawingColours,
  fonts: DrawingFonts,
  { left, right, baseline, size }: Line,
): Element[] {
  const name = text(site, 'strong', size, fonts);
  const issue = text(label, 'label', size, fonts);
  return [...placed(name.path, left, baseline, ink), ...placed(issue.path, right - issue.advance, baseline, quiet)];
}

const titleFrame: Frame = {
  width: 1056,
  height: 290,
  mostLines: 4,
  sizes: [104, 96, 88, 80, 72, 64, 56],
  leading: 1.12,
};

function title(words: string, colour: string, fonts: DrawingFonts, { left, top }: { left: number; top: number }) {
  const measure = (part: string, size: number) => outline(part, fonts.title, size).advance;
  const { lines, size } = setTitle(drawableText(words, fonts.title), measure, titleFrame);
  return lines.flatMap((line, index) => {
    const baseline = top + size * 0.8 + index * size * titleFrame.leading;
    return placed(outline(line, fonts.title, size).path, left, baseline, colour);
  });
}

function number(
  digits: string,
  centre: number,
  baseline: number,
  size: number,
  colour: string,
  fonts: DrawingFonts,
  left: number,
  right: number,
): Element[] {
  const { path, ink } = text(digits, 'number', size, fonts);
  if (!ink) return [];
  const wide = ink.right - ink.left;
  const start = Math.min(Math.max(centre - wide / 2, left), right - wide);
  return placed(path, start - ink.left, baseline, colour);
}

interface TickSizes {
  tick: number;
  quarter: number;
  mark: number;
  stroke: number;
}

function ruler(ticks: readonly Tick[], top: number, sizes: TickSizes, { quiet, accent }: DrawingColours): Element[] {
  return ticks.map(({ x: centre, startsQuarter, marked }) => {
    const width = marked ? sizes.stroke * 3 : sizes.stroke;
    const height = marked ? sizes.mark : startsQuarter ? sizes.quarter : sizes.tick;
    return x('rect', { x: rounded(centre - width / 2), y: top, width, height, fill: marked ? accent : quiet });
  });
}

function text(words: string, face: FaceName, size: number, fonts: DrawingFonts) {
  return outline(drawableText(words, fonts[face]), fonts[face], size);
}

function placed(path: string, left: number, baseline: number, colour: string): Element[] {
  if (path === '') return [];
  return [x('path', { transform: `translate(${rounded(left)} ${rounded(baseline)})`, fill: colour, d: path })];
}

const rounded = (value: number) => Math.round(value * 100) / 100;
