/** The home page: the newest issue, case studies, what came before. */
import { type Issue, type Library, shownArticles } from '../../model/library.ts';
import { type IssueTeaser, issueTeaser, type Teaser, teaser } from '../article/teaser.ts';
import { pageText } from '../parts/text.ts';

export interface Home {
  title: string;
  /** The title has a word that is too long for the size of a masthead. */
  hasLongWord: boolean;
  description: string;
  leadHtml: string;
  newest: { issue: IssueTeaser; articles: Teaser[] } | undefined;
  caseStudies: Teaser[];
  earlier: IssueTeaser[];
}

/** Letters that fit in a line of a narrow phone at the size of a masthead. */
const mastheadLetters = 10;
const shownCaseStudies = 3;
const shownEarlierIssues = 3;

/** Case studies of the newest issue stand in that issue already. */
export function home(library: Library): Home {
  const { site, issues } = library;
  const [newest, ...older] = issues;
  return {
    title: site.title,
    hasLongWord: site.title.split(/[\s-]/).some((word) => word.length > mastheadLetters),
    description: site.description,
    leadHtml: pageText(site.body, { idPrefix: 'leitsatz', deeper: 1 }),
    newest: newest && { issue: issueTeaser(newest), articles: shownArticles(newest).map(teaser) },
    caseStudies: latestCaseStudies(library, newest).map(teaser),
    earlier: older.slice(0, shownEarlierIssues).map((issue) => issueTeaser(issue)),
  };
}

function latestCaseStudies({ articles }: Library, except: Issue | undefined) {
  return articles
    .values()
    .filter(({ kind, issue }) => kind === 'case-study' && issue !== except)
    .take(shownCaseStudies)
    .toArray();
}
