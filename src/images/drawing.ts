/**
 * Two drawings of the publication's own, made of an issue's data: what stands in the place of a picture that must not
 * be shown, and the card for social networks where there is no picture. The same arguments give the same bytes.
 */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { DrawingFonts } from './drawing-fonts.ts';
import {
  type DrawingColours,
  type DrawingSubject,
  drawHeader,
  drawNumber,
  drawRuler,
  drawTitle,
} from './drawing-parts.ts';
import { markCentre, rulerOf, weekNumbers } from './ruler.ts';
import { drawDays } from './week-leaves.ts';

/** Pixels; the shape of a picture on a page, and the one that social networks crop least. */
export const placeholderSize = { width: 1600, height: 900 } as const;
export const titlePictureSize = { width: 1200, height: 630 } as const;

/**
 * An SVG document of 1600 × 900: the days of the week or weeks as leaves of a calendar, the day of publication
 * marked. The ruler of the year stands above it on the page already.
 */
export function drawPlaceholder(subject: DrawingSubject, colours: DrawingColours, fonts: DrawingFonts): string {
  const across = { left: 96, right: placeholderSize.width - 96 };
  const place = { ...across, top: 232, bottom: placeholderSize.height - 96 };
  return svg(placeholderSize, colours.paper, [
    ...drawHeader(subject, colours, fonts, { ...across, baseline: 116, size: 32 }),
    ...drawDays(subject, colours, fonts, place),
  ]);
}

/** An SVG document of 1200 × 630: publication and issue, the title as large as it fits, the ruler with the week. */
export function drawTitlePicture(subject: DrawingSubject, colours: DrawingColours, fonts: DrawingFonts): string {
  const across = { left: 72, right: titlePictureSize.width - 72 };
  const ticks = rulerOf(subject.week, across.left, across.right);
  const week = { ...across, centre: markCentre(ticks), baseline: 520, size: 80 };
  return svg(titlePictureSize, colours.paper, [
    ...drawHeader(subject, colours, fonts, { ...across, baseline: 94, size: 30 }),
    ...drawTitle(subject.title, colours.ink, fonts, { ...across, top: 142, bottom: 444 }),
    ...drawNumber(weekNumbers(subject.week), { ink: colours.accent, quiet: colours.accent }, fonts.title, week),
    ...drawRuler(ticks, colours, { top: 544, tick: 18, quarter: 30, mark: 44, stroke: 2.5 }),
  ]);
}

function svg({ width, height }: { width: number; height: number }, paper: string, content: Element[]): string {
  const root = x('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
    x('rect', { width, height, fill: paper }),
    ...content,
  ]);
  return toXml(root, { closeEmptyElements: true });
}
