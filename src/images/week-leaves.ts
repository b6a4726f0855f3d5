/** The week of an issue, day by day. All measures are pixels of the drawing. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { dayOfWeek } from '../model/week.ts';
import type { DrawingFonts } from './drawing-fonts.ts';
import { type DrawingColours, type DrawingSubject, placed } from './drawing-parts.ts';
import { outline, toHundredth } from './outlines.ts';

const weekday = new Intl.DateTimeFormat('de-DE', { weekday: 'short' });
const month = new Intl.DateTimeFormat('de-DE', { month: 'long' });

interface Leaf {
  weekday: string;
  day: string;
  /** On the first leaf of a row and of a month. */
  month: string;
  isPublication: boolean;
  isWeekend: boolean;
}

/** Seven leaves a week: under a bar the weekday, the day large, the month where it begins. Two weeks are two rows. */
export function drawDays(
  { week, publishedOn }: Pick<DrawingSubject, 'week' | 'publishedOn'>,
  colours: DrawingColours,
  fonts: DrawingFonts,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): Element[] {
  const rows = [week.week, ...(week.secondWeek === undefined ? [] : [week.week + 1])];
  const height = (bottom - top) / rows.length;
  const column = (right - left + gap) / 7;
  // One row stands in the middle of its place, two fill it.
  const start = rows.length === 1 ? top + 0.22 * height : top;
  return rows.flatMap((number, row) =>
    leavesOf(week.year, number, publishedOn).flatMap((leaf, index) =>
      drawLeaf(leaf, colours, fonts, left + index * column, column - gap, start + row * height),
    ),
  );
}

const gap = 28;

function leavesOf(year: number, week: number, publishedOn: string): Leaf[] {
  return [1, 2, 3, 4, 5, 6, 7].map((index) => {
    const date = dayOfWeek(year, week, index);
    const day = Temporal.PlainDate.from(date);
    return {
      weekday: weekday.format(day),
      day: String(day.day),
      month: index === 1 || day.day === 1 ? month.format(day) : '',
      isPublication: date === publishedOn,
      isWeekend: index > 5,
    };
  });
}

function drawLeaf(
  leaf: Leaf,
  { ink, quiet, accent }: DrawingColours,
  fonts: DrawingFonts,
  left: number,
  width: number,
  top: number,
): Element[] {
  const colour = leaf.isPublication ? accent : leaf.isWeekend ? quiet : ink;
  const figures = outline(leaf.day, fonts.number, 188);
  const bar = leaf.isPublication ? 10 : 3;
  return [
    x('rect', {
      x: toHundredth(left),
      y: top,
      width: toHundredth(width),
      height: bar,
      fill: leaf.isPublication ? accent : quiet,
    }),
    ...placed(outline(leaf.weekday, fonts.label, 32), left, top + 56, leaf.isPublication ? accent : quiet),
    // The ink, not the space before it, stands in line with the bar.
    ...placed(figures, left - (figures.ink?.left ?? 0), top + 222, colour),
    ...placed(outline(leaf.month, fonts.label, 28), left, top + 278, quiet),
  ];
}
