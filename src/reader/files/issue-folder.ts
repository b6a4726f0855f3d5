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
