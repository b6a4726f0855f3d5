/** The page of an issue: editorial, contents, the issues before and after it. */
import { type Issue, type Library, shownArticles } from '../../model/library.ts';
import type { PublishedPicture } from '../../model/picture.ts';
import { momentOf } from '../../model/release.ts';
import { issuePageWords } from '../../words/issues.ts';
import { issueTeaser, type Teaser, teaser } from '../article/teaser.ts';
import { momentText, type TimeText } from '../parts/date.ts';
import { figuresOf } from '../parts/figure.ts';
import { explainedRange, issueLabel } from '../parts/label.ts';
import { type PictureFrame, pictureFrame } from '../parts/picture.ts';
import { type SocialCard, socialCard } from '../parts/social-card.ts';
import { isEmpty, pageText } from '../parts/text.ts';
import { type Todos, withTodos } from '../parts/todo.ts';
import { type CorrectionEntry, correctionsIn } from './corrections.ts';

export interface Neighbour {
  relation: string;
  title: string;
  path: string;
  /** Of the title, where it isn't German. */
  lang?: string | undefined;
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
  card: SocialCard | undefined;
  /** Every picture that the page shows. */
  pictures: (PublishedPicture | undefined)[];
  editorialHtml: string | undefined;
  articles: Teaser[];
  /** Of what stood in earlier issues. */
  corrections: CorrectionEntry[];
  neighbours: Neighbour[];
}

/** `todos` is what is missing in a draft. */
export function issuePage(library: Library, issue: Issue, todos?: Todos): IssuePage {
  const { newer, older } = library;
  const { path, title, lead, date, state } = issueTeaser(issue);
  const label = issueLabel(issue.week);
  const articles = shownArticles(issue).map(teaser);
  return {
    path,
    fullTitle: issuePageWords.title(label, title),
    title,
    label,
    lead,
    date,
    range: explainedRange(issue),
    state,
    publishedAt: momentText(momentOf(issue)),
    picture: pictureFrame(issue.image),
    card: socialCard(issue),
    pictures: [issue.image, ...issue.pictures, ...articles.map(({ picture }) => picture)].map((one) => one?.shown),
    editorialHtml: isEmpty(issue.body) ? undefined : editorial(issue, todos),
    articles,
    corrections: correctionsIn(library, issue),
    neighbours: [
      ...neighbour(issuePageWords.older, older.get(issue)),
      ...neighbour(issuePageWords.newer, newer.get(issue)),
    ],
  };
}

function editorial({ body, image, pictures }: Issue, todos: Todos | undefined): string {
  return pageText(withTodos(body, todos), {
    idPrefix: 'editorial',
    deeper: 1,
    picture: figuresOf(pictures, { eager: !image }),
  });
}

function neighbour(relation: string, issue: Issue | undefined): Neighbour[] {
  return issue ? [{ relation, title: issue.title, path: issue.path, note: issueLabel(issue.week) }] : [];
}
