import type { ArticleFrontMatter } from '../../model/article.ts';
import type { Day } from '../../model/day.ts';
import type { IssueFrontMatter } from '../../model/issue.ts';
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

/** One folder of `content/issues/`, its files checked each by itself and against the folder. */
export interface IssueFolder {
  key: string;
  folder: string;
  week: IssueWeek;
  publishedOn: Day;
  index: ParsedFile<IssueFrontMatter>;
  articles: ArticleFile[];
  /** Names of all files in the folder. */
  files: string[];
}
