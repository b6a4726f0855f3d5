/** Entries of feeds: an article, or a whole issue. */
import { addresses } from '../model/address.ts';
import {
  type Article,
  articleMoment,
  correctionMoment,
  type Issue,
  type Library,
  publishedArticles,
} from '../model/library.ts';
import { momentOf } from '../model/release.ts';
import { piece, recall } from '../model/remembered.ts';
import { legal, legalText } from '../text/characters.ts';
import { eventLine } from '../views/article/event-facts.ts';
import { foreignLanguage } from '../views/article/teaser.ts';
import { issueLabel } from '../views/parts/label.ts';
import { issuePageWords } from '../words/issues.ts';
import type { TermKind } from '../words/terms.ts';
import { picturesAndFiles } from './entry-pictures.ts';
import type { ArchivedEntry, Category, Entry, FeedContext } from './feed.ts';
import { articleHtml, issueHtml } from './full-text.ts';
import { later } from './moment.ts';

/** The same, made once for all documents: a new article stands in up to three, the first of them in three formats. */
export function newArticleEntry(library: Library, context: FeedContext, article: Article): Entry {
  return recall(article, articleEntry, context.origin, () => articleEntry(library, context, article));
}

/** The entry of an article in an archive; what is written of it is kept with the document. */
export function archivedEntry(library: Library, context: FeedContext, article: Article): ArchivedEntry {
  return {
    id: legalText(article.id),
    url: context.origin + article.path,
    updated: lastChange(article),
    written: (write) => piece(article, () => write(articleEntry(library, context, article))),
  };
}

export function articleEntry({ site }: Library, { origin }: FeedContext, article: Article): Entry {
  const category = categoryOf(origin);
  const { municipality } = article;
  return legal({
    id: article.id,
    title: article.title,
    url: origin + article.path,
    summary: summaryOf(article),
    html: articleHtml(site, origin, article),
    published: articleMoment(article),
    updated: lastChange(article),
    authors: article.authors.length > 0 ? article.authors.map(({ name }) => name) : [site.editors.name],
    language: foreignLanguage(article),
    categories: [
      ...article.topics.map((topic) => category('topics', topic)),
      ...(municipality ? [category('municipalities', municipality)] : []),
      ...article.software.map((software) => category('software', software)),
    ],
    ...picturesAndFiles(origin, article),
  });
}

/** Lists of entries show no more than this: date and place of an event belong to it, and that it is off. */
function summaryOf(article: Article): string {
  const { state, text } = eventLine(article) ?? {};
  return [state, text, article.summary].filter((part) => part).join(' · ');
}

/** An issue in one piece; it changes when one of its articles does. */
export function issueEntry(library: Library, { origin }: FeedContext, issue: Issue): Entry {
  const { site } = library;
  const articles = publishedArticles(issue);
  const published = momentOf(issue);
  return legal({
    id: issue.id,
    title: issuePageWords.title(issueLabel(issue.week), issue.title),
    url: origin + issue.path,
    summary: issue.lead,
    html: issueHtml(library, origin, issue, articles),
    published,
    updated: articles.map(lastChange).reduce(later, published),
    authors: [site.editors.name],
    categories: [],
    ...picturesAndFiles(origin, issue),
  });
}

/** A correction's day, else the article's own moment. The reader refuses a correction before the article. */
function lastChange(article: Article): Temporal.ZonedDateTime {
  return correctionMoment(article) ?? articleMoment(article);
}

function categoryOf(origin: string) {
  return (kind: TermKind, { slug, name }: { slug: string; name: string }): Category => ({
    term: slug,
    label: name,
    scheme: origin + addresses[kind],
  });
}
