import type { ArticleFrontMatter } from '../../model/article.ts';
import type { IssueFrontMatter } from '../../model/issue.ts';
import { type Release, type ReleaseText, releaseOf } from '../../model/release.ts';
import type { IssueWeek } from '../../model/week.ts';
import type { ParsedFile } from './parsed-file.ts';

export interface ArticleFile {
  number: number;
  slug: string;
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
  const texts = folders.flatMap((folder) =>
    textsOf(folder).map((parsed) => ({ parsed, draft: isDraftIn(folder, parsed) })),
  );
  return texts.toSorted((a, b) => Number(a.draft) - Number(b.draft)).map(({ parsed }) => parsed);
}

/** One folder of `content/issues/`, its files checked each by itself and against the folder. */
export interface IssueFolder {
  key: string;
  folder: string;
  week: IssueWeek;
  release: Release;
  index: ParsedFile<IssueFrontMatter>;
  articles: ArticleFile[];
  /** Names of all files in the folder. */
  files: string[];
}
