/** All texts of a year at a glance: how far each is, and what is missing until it may come out. */
import { parseArticleFileName } from '../../model/article-file-name.ts';
import { contentFolders } from '../../model/content-files.ts';
import type { Problem } from '../../model/problem.ts';
import { isOut, parseRelease, type Release, type WorkingTime } from '../../model/release.ts';
import {
  compareWeeks,
  type IssueWeek,
  opensQuarter,
  parseIssueKey,
  thursdayOf,
  weekExists,
  weeksIn,
} from '../../model/week.ts';
import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { issueLabel } from '../../views/parts/label.ts';
import type { DeskState } from '../../words/redaktion.ts';
import { textIn } from '../files/text-files.ts';
import { countProblems } from '../problem-counts.ts';
import { headData } from '../text/head-data.ts';
import { takeApart } from '../text/written-file.ts';
import { houseFiles, textAt } from '../texts.ts';

export interface ListedText {
  file: string;
  title: string;
  state: DeskState;
  counts: ReturnType<typeof countProblems>;
}

export interface ListedIssue {
  key: string;
  label: string;
  week: IssueWeek;
  release: Release;
  /** Whether it is to be mailed when it comes out. */
  isMailed: boolean;
  state: DeskState;
  editorial: ListedText;
  articles: ListedText[];
  /** Errors, those of drafts too: what has to be done until it may come out. */
  missing: Problem[];
}

/** A week of the ruler. */
interface RulerWeek {
  opensQuarter: boolean;
  marks: { key: string; number: string; name: string }[];
}

export interface Overview {
  year: number;
  /** Newest first. */
  years: number[];
  weeks: RulerWeek[];
  /** Newest first. */
  issues: ListedIssue[];
  pages: ListedText[];
  house: ListedText[];
  /** Problems of files that are none of the listed texts; some can't be opened here, such as pictures. */
  others: (Problem & { canOpen: boolean })[];
}

/** The overview of a year, the newest that there is unless one is named. */
export function overviewOf(
  content: ContentFolder,
  problems: readonly Problem[],
  at: WorkingTime,
  wantedYear: number | undefined,
): Overview {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  const weeks = content.folders(contentFolders.issues).flatMap((key) => {
    const week = parseIssueKey(key);
    return week && weekExists(week) ? [{ key, week }] : [];
  });
  const years = [...new Set(weeks.map(({ week }) => week.year))].sort((a, b) => b - a);
  const year =
    wantedYear !== undefined && years.includes(wantedYear) ? wantedYear : (years[0] ?? Number(at.today.slice(0, 4)));
  const issues = weeks
    .filter(({ week }) => week.year === year)
    .sort((a, b) => compareWeeks(b.week, a.week))
    .map(({ key, week }) => listedIssue(key, week, content, byFile, at));
  const listed = (file: string): ListedText => {
    const { title, isDraft } = headOf(file, content);
    return { file, title, state: isDraft ? 'draft' : 'published', counts: countProblems(byFile.get(file) ?? []) };
  };
  const pages = content
    .files(contentFolders.pages)
    .filter((name) => name.endsWith('.md'))
    .map((name) => listed(`${contentFolders.pages}/${name}`));
  const house = houseFiles.filter((file) => content.size(file) !== undefined).map(listed);
  const known = new Set([...pages, ...house].map(({ file }) => file));
  const keys = new Set(weeks.map(({ key }) => key));
  const isOfIssue = (file: string) => {
    const key = file.split('/').at(-2) ?? '';
    return keys.has(key) && isTextIn(file, key);
  };
  return {
    year,
    years,
    weeks: Array.from({ length: weeksIn(year) }, (_, index) => ({
      opensQuarter: opensQuarter(index + 1),
      marks: issues
        .filter(({ week }) => week.week === index + 1)
        .map(({ key, label, editorial }) => ({ key, number: String(index + 1), name: `${label}: ${editorial.title}` })),
    })),
    issues,
    pages,
    house,
    others: problems
      .filter(({ file }) => !known.has(file) && !isOfIssue(file))
      .map((problem) => ({ ...problem, canOpen: textAt(problem.file, content) !== undefined })),
  };
}

function isTextIn(file: string, key: string): boolean {
  const folder = `${contentFolders.issues}/${key}/`;
  const name = file.slice(folder.length);
  return file.startsWith(folder) && (name === 'index.md' || parseArticleFileName(name) !== undefined);
}

function listedIssue(
  key: string,
  week: IssueWeek,
  content: ContentFolder,
  byFile: ReadonlyMap<string, readonly Problem[]>,
  at: WorkingTime,
): ListedIssue {
  const folder = `${contentFolders.issues}/${key}`;
  const problemsOf = (file: string) => byFile.get(file) ?? [];
  const index = `${folder}/index.md`;
  const own = headOf(index, content);
  const release = own.release ?? { publishedOn: thursdayOf(week) };
  const stateFrom = (isDraft: boolean, when: Release): DeskState =>
    isDraft ? 'draft' : isOut(when, at) ? 'published' : 'scheduled';
  const state = stateFrom(own.isDraft, release);
  const articles = content
    .files(folder)
    .filter((name) => parseArticleFileName(name) !== undefined)
    .map((name): ListedText => {
      const file = `${folder}/${name}`;
      const head = headOf(file, content);
      const alone = stateFrom(head.isDraft, head.release ?? release);
      return {
        file,
        title: head.title,
        state: head.isDraft || state === 'published' ? alone : state,
        counts: countProblems(problemsOf(file)),
      };
    });
  const files = [index, ...articles.map(({ file }) => file)];
  return {
    key,
    label: issueLabel(week),
    week,
    release,
    isMailed: own.isMailed,
    state,
    editorial: { file: index, title: own.title, state, counts: countProblems(problemsOf(index)) },
    articles,
    missing: files.flatMap(problemsOf).filter(({ severity }) => severity === 'error'),
  };
}

/** What the head of a text says, as far as it can be read. */
export function headOf(
  file: string,
  content: ContentFolder,
): { title: string; isDraft: boolean; isMailed: boolean; release?: Release } {
  const bytes = content.read(file);
  const head = bytes && takeApart(textIn(bytes) ?? '')?.head;
  const data = (head !== undefined && headData(head)) || {};
  const { title, draft, publishedOn, mailing } = data;
  const release = typeof publishedOn === 'string' ? parseRelease(publishedOn) : undefined;
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title : (file.split('/').at(-1) ?? file),
    isDraft: draft === true,
    isMailed: mailing === true,
    ...(release && { release }),
  };
}
