import type { AccessibilityStatementFrontMatter } from '../model/accessibility-statement.ts';
import type { ArticleFrontMatter } from '../model/article.ts';
import type { Image } from '../model/image-credit.ts';
import type { IssueFrontMatter } from '../model/issue.ts';
import type { PrivacyNoticeFrontMatter } from '../model/privacy-notice.ts';
import type { SiteFrontMatter } from '../model/site.ts';
import type { Terms } from '../model/terms.ts';
import { typeset } from '../text/typography.ts';

/** Typesets the named text fields of a record; names, credits and addresses are never among them. */
function typesetFields<T extends object>(record: T, ...fields: (keyof T)[]): T {
  const changed = { ...record };
  for (const field of fields) {
    const value = record[field];
    if (typeof value === 'string') changed[field] = typeset(value) as T[keyof T];
  }
  return changed;
}

const typesetImage = (image: Image) => typesetFields(image, 'alt', 'caption', 'withheld');

/** German typography in everything of an article's front matter that is prose. */
export function typesetArticle(article: ArticleFrontMatter): ArticleFrontMatter {
  return {
    ...typesetFields(article, 'title', 'summary', 'correction', 'withdrawn'),
    pictures: article.pictures.map(typesetImage),
    people: article.people.map((person) => typesetFields(person, 'function')),
    attachments: article.attachments.map((attachment) => typesetFields(attachment, 'title')),
    ...(article.image && { image: typesetImage(article.image) }),
    ...(article.source && { source: typesetFields(article.source, 'title') }),
    ...(article.event && { event: typesetFields(article.event, 'place') }),
    ...(article.author && { author: typesetFields(article.author, 'function') }),
    ...(article.contact && { contact: typesetFields(article.contact, 'function') }),
  };
}

export function typesetIssue(issue: IssueFrontMatter): IssueFrontMatter {
  return {
    ...typesetFields(issue, 'title', 'lead'),
    pictures: issue.pictures.map(typesetImage),
    ...(issue.image && { image: typesetImage(issue.image) }),
  };
}

export function typesetSite(site: SiteFrontMatter): SiteFrontMatter {
  return {
    ...typesetFields(site, 'title', 'description', 'frequency'),
    ...(site.logo && { logo: typesetFields(site.logo, 'alt') }),
  };
}

export function typesetStatement(statement: AccessibilityStatementFrontMatter): AccessibilityStatementFrontMatter {
  return {
    ...typesetFields(statement, 'law'),
    scope: statement.scope.map((part) => typeset(part)),
    gaps: statement.gaps.map((gap) => typesetFields(gap, 'part', 'reason', 'alternative')),
    ...(statement.conciliationBody && {
      conciliationBody: typesetFields(statement.conciliationBody, 'name', 'procedure'),
    }),
  };
}

export function typesetNotice(notice: PrivacyNoticeFrontMatter): PrivacyNoticeFrontMatter {
  return typesetFields(notice, 'publicTaskAct', 'legalBasis', 'correspondenceKept');
}

export function typesetTerms({ topics, municipalities, software }: Terms): Terms {
  return {
    topics: topics.map((term) => typesetFields(term, 'name', 'description')),
    municipalities: municipalities.map((term) => typesetFields(term, 'name', 'description')),
    software: software.map((term) => typesetFields(term, 'description')),
  };
}
