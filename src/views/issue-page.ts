/** The page of an issue: editorial, contents, the issues before and after it. */
import type { Issue, Library } from '../model/library.ts';
import { issuePageWords } from '../words/de.ts';
import { momentOfDay, type TimeText } from './date.ts';
import { explainedRange, issueLabel } from './label.ts';
import { type PictureFrame, pictureFrame } from './picture.ts';
import { articlesOf, issueEntry, type Teaser, teaser } from './teaser.ts';
import { isEmpty, pageText } from './text.ts';

export interface Neighbour {
  relation: string;
  title: string;
  path: string;
  /** Beside the title: the label of an issue. */
  note?: string;
}

export interface IssuePage {
  path: string;
  /** For the browser's title bar: `Ausgabe 33. KW 2025: …`. */
  fullTitle: string;
  title: string;
  label: string;
  lead: string;
  date: TimeText;
  range: string | undefined;
  state: string | undefined;
  /** RFC 3339. */
  publishedAt: string;
  picture: PictureFrame | undefined;
  weekNumber: number;
  editorialHtml: string | undefined;
  articles: Teaser[];
  neighbours: Neighbour[];
}

export function issuePage({ newer, older }: Library, issue: Issue): IssuePage {
  const { path, title, lead, date, state } = issueEntry(issue);
  const label = issueLabel(issue.week);
  return {
    path,
    fullTitle: issuePageWords.title(label, title),
    title,
    label,
    lead,
    date,
    range: explainedRange(issue),
    state,
    publishedAt: momentOfDay(issue.publishedOn),
    picture: pictureFrame(issue.image),
    weekNumber: issue.week.week,
    editorialHtml: isEmpty(issue.body) ? undefined : pageText(issue.body, { idPrefix: 'editorial', deeper: 1 }),
    articles: articlesOf(issue).map(teaser),
    neighbours: [
      ...neighbour(issuePageWords.older, older.get(issue)),
      ...neighbour(issuePageWords.newer, newer.get(issue)),
    ],
  };
}

function neighbour(relation: string, issue: Issue | undefined): Neighbour[] {
  return issue ? [{ relation, title: issue.title, path: issue.path, note: issueLabel(issue.week) }] : [];
}
