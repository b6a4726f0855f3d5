import type { ArticleFrontMatter } from '../../model/article.ts';
import type { IssueFrontMatter } from '../../model/issue.ts';
import { type Release, type ReleaseText, releaseOf } from '../../model/release.ts';
import type { IssueWeek } from '../../model/week.ts';
import type { ParsedFile } from './parsed-file.ts';

export interface ArticleFile {
  number: number;
  slug: string;
  /** Where it stands on the site. */
  path: string;
  parsed: ParsedFile<ArticleFrontMatter>;
}

/** The index of an issue and its articles, in their order. */
export function textsOf({ index, articles }: IssueFolder): ParsedFile<IssueFrontMatter | ArticleFrontMatter>[] {
  return [index, ...articles.map(({ parsed }) => parsed)];
}

/** When a text of an issue comes out: when it says itself, else with the issue. */
export function releaseIn(
  { publishedOn }: { publishedOn?: ReleaseText | undefined },
  { release }: Pick<IssueFolder, 'release'>,
): Release {
  return publishedOn ? releaseOf(publishedOn) : release;
}

/** Whether a text of an issue is a draft: in a draft issue all are. */
export function isDraftIn({ index }: Pick<IssueFolder, 'index'>, parsed: ParsedFile<unknown>): boolean {
  return index.isDraft || parsed.isDraft;
}

/** The texts of several issues, drafts last: where two contradict each other it is the draft that gets the blame. */
export function textsDraftsLast(folders: readonly IssueFolder[]): ReturnType<typeof textsOf> {
  const finished: ReturnType<typeof textsOf> = [];
  const drafts: ReturnType<typeof textsOf> = [];
  for (const folder of folders) {
    for (const parsed of textsOf(folder)) (isDraftIn(folder, parsed) ? drafts : finished).push(parsed);
  }
  return drafts.length > 0 ? [...finished, ...drafts] : finished;
}

/** One folder of `content/issues/`, its files checked each by itself and against the folder. */
export interface IssueFolder {
  key: string;
  folder: string;
  /** Where the issue stands on the site. */
  path: string;
  week: IssueWeek;
  release: Release;
  index: ParsedFile<IssueFrontMatter>;
  articles: ArticleFile[];
  /** Names of all files in the folder. */
  files: string[];
}
