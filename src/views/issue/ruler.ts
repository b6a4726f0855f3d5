/** The year as a ruler of its weeks: where the issues stand, and which of them is being read. */
import { yearPath } from '../../model/address.ts';
import type { Issue, Library } from '../../model/library.ts';
import { recall } from '../../model/remembered.ts';
import { opensQuarter, quarterOf, weeksIn } from '../../model/week.ts';
import { issuePageWords, rulerWords } from '../../words/issues.ts';
import type { Link } from '../article/teaser.ts';
import { issueLabel } from '../parts/label.ts';

interface RulerMark {
  /** The week as it stands at the mark: `33`. */
  number: string;
  /** The mark's full name, since a number alone says little: `Ausgabe 33. KW 2025: …`. */
  name: string;
  path: string;
  isHere: boolean;
}

interface RulerWeek {
  quarter: number;
  /** Weeks 1, 14, 27 and 40 have longer ticks. */
  opensQuarter: boolean;
  /** Second week of a double issue, whose mark stands at the first. */
  isCovered: boolean;
  isHere: boolean;
  /** Empty where no issue appeared; extra editions follow the regular one. */
  marks: RulerMark[];
}

export interface Ruler {
  /** The year's page in the archive. */
  year: Link;
  name: string;
  /** 52 or 53. */
  weeks: RulerWeek[];
  /** Quarter of the issue being read: where there is room for no more, only this one is shown. */
  quarter: number | undefined;
}

/** The ruler of an ISO week-year. `here` is the issue that is being read or that leads the page. */
export function yearRuler(library: Pick<Library, 'issuesOf'>, year: number, here?: Issue): Ruler {
  const ruler = recall(library, plainRuler, year, () => plainRuler(library, year));
  return here ? withMarkAt(ruler, here) : ruler;
}

/** Read nowhere: the same on all pages of the year but for one mark. */
function plainRuler({ issuesOf }: Pick<Library, 'issuesOf'>, year: number): Ruler {
  const inWeek = Map.groupBy((issuesOf.get(year) ?? []).toReversed(), ({ week }) => week.week);
  const covered = new Set((issuesOf.get(year) ?? []).map(({ week }) => week.secondWeek));
  const weeks = Array.from({ length: weeksIn(year) }, (_, index): RulerWeek => {
    const week = index + 1;
    return {
      quarter: quarterOf(week),
      opensQuarter: opensQuarter(week),
      isCovered: week > 1 && covered.has(week),
      isHere: false,
      marks: (inWeek.get(week) ?? []).map(mark),
    };
  });
  return {
    year: { text: String(year), path: yearPath(year) },
    name: rulerWords.name(year),
    weeks,
    quarter: undefined,
  };
}

function withMarkAt(ruler: Ruler, { week, path }: Issue): Ruler {
  const isHere = (one: RulerMark) => one.path === path;
  const weeks = ruler.weeks.map((one) =>
    one.marks.some(isHere)
      ? { ...one, isHere: true, marks: one.marks.map((at) => ({ ...at, isHere: isHere(at) })) }
      : one,
  );
  return { ...ruler, weeks, quarter: quarterOf(week.week) };
}

function mark({ week, title, path }: Issue): RulerMark {
  return { number: String(week.week), name: issuePageWords.title(issueLabel(week), title), path, isHere: false };
}
