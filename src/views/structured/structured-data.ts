/**
 * What pages say to machines: schema.org objects as JSON-LD. Times carry Berlin's offset, addresses are absolute.
 */
import { addresses } from '../../model/address.ts';
import { isPublicBody } from '../../model/legal-form.ts';
import {
  type Article,
  articleMoment,
  correctionMoment,
  type Issue,
  isShown,
  type Library,
  type Site,
  shownArticles,
} from '../../model/library.ts';
import type { PictureFile } from '../../model/picture.ts';
import { momentOf } from '../../model/release.ts';
import { momentText } from '../parts/date.ts';
import { issueLabel, issueNumber } from '../parts/label.ts';
import { socialCard } from '../parts/social-card.ts';
import type { StructuredData } from './schema-object.ts';
import { pictureReference } from './structured-pictures.ts';
import { eventData, subjects } from './structured-subjects.ts';

const articleTypes: Record<Article['kind'], string> = {
  'case-study': 'Report',
  news: 'NewsArticle',
  event: 'NewsArticle',
  notice: 'NewsArticle',
};

/** Who publishes: the first of the publishers. */
function publisherData(
  { publishers, logo }: Pick<Site, 'publishers' | 'logo'>,
  origin: string,
): StructuredData | undefined {
  const [publisher] = publishers;
  if (!publisher) return undefined;
  const { name, legalForm, address, email, phone, website } = publisher;
  return {
    '@type': isPublicBody(legalForm) ? 'GovernmentOrganization' : 'Organization',
    '@id': `${origin}/#herausgeber`,
    name,
    url: website ?? `${origin}${addresses.home}`,
    email,
    telephone: phone,
    logo: logo?.shown && logoData(logo.shown.light.png, origin),
    address: {
      '@type': 'PostalAddress',
      streetAddress: address.street,
      postalCode: address.postalCode,
      addressLocality: address.city,
      addressCountry: 'DE',
    },
  };
}

/** As search engines want it: on light ground, in a format that all of them read. */
function logoData({ path, width, height }: PictureFile, origin: string): StructuredData {
  return { '@type': 'ImageObject', url: origin + path, width, height };
}

/** The newsletter as a whole; schema.org knows no type "newsletter". */
export function periodicalData({ site }: Pick<Library, 'site'>, origin: string): StructuredData {
  return {
    '@type': 'Periodical',
    '@id': `${origin}/#periodikum`,
    name: site.title,
    description: site.description,
    url: `${origin}${addresses.home}`,
    inLanguage: 'de',
    publisher: publisherData(site, origin),
  };
}

/** An issue with its articles. An ISSN would belong to the periodical, not here. */
export function issueData(library: Pick<Library, 'site'>, issue: Issue, origin: string): StructuredData {
  return {
    ...issueReference(issue, origin),
    headline: issue.title,
    description: issue.lead,
    datePublished: momentText(momentOf(issue)),
    inLanguage: 'de',
    image: imagesOf(issue, origin),
    isPartOf: periodicalData(library, origin),
    hasPart: shownArticles(issue).map((article) => ({
      '@type': articleTypes[article.kind],
      '@id': article.id,
      headline: article.title,
      url: origin + article.path,
    })),
  };
}

function issueReference({ id, week, path }: Issue, origin: string): StructuredData {
  return {
    '@type': 'PublicationIssue',
    '@id': id,
    name: issueLabel(week),
    issueNumber: issueNumber(week),
    url: origin + path,
  };
}

/** An article and, where it announces one, the event; a withdrawn article says nothing. */
export function articleData({ site }: Pick<Library, 'site'>, article: Article, origin: string): StructuredData[] {
  if (!isShown(article)) return [];
  const { kind, id, title, subtitle, summary, path, topics, authors, issue, source, words, correction } = article;
  const changed = correctionMoment(article);
  const [author, ...others] = authors.map(authorData);
  const publisher = publisherData(site, origin);
  return [
    {
      '@type': articleTypes[kind],
      '@id': id,
      headline: title,
      alternativeHeadline: subtitle,
      description: summary,
      url: origin + path,
      mainEntityOfPage: origin + path,
      inLanguage: article.lang ?? 'de',
      digitalSourceType: sourceTypes[article.ai ?? 'none'],
      datePublished: momentText(articleMoment(article)),
      dateModified: changed && momentText(changed),
      image: imagesOf(article, origin),
      wordCount: words,
      keywords: topics.length > 0 ? topics.map(({ name }) => name) : undefined,
      author: author
        ? others.length > 0
          ? [author, ...others]
          : author
        : publisher && {
            '@type': publisher['@type'],
            '@id': publisher['@id'],
            name: publisher.name,
            url: publisher.url,
          },
      publisher,
      isPartOf: {
        ...issueReference(issue, origin),
        isPartOf: { '@type': 'Periodical', '@id': `${origin}/#periodikum`, name: site.title },
      },
      isBasedOn: source && { '@type': 'CreativeWork', name: source.title, url: source.url },
      correction:
        correction && changed
          ? { '@type': 'CorrectionComment', text: correction, datePublished: momentText(changed) }
          : undefined,
      ...subjects(article, origin),
    },
    ...eventData(article, origin),
  ];
}

function authorData({ name, function: jobTitle }: Article['authors'][number]): StructuredData {
  return { '@type': 'Person', name, jobTitle };
}

/** What a machine had to do with a text, in schema.org's names for the terms of the IPTC. */
const sourceTypes: Record<NonNullable<Article['ai']>, string | undefined> = {
  none: undefined,
  assisted: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
  generated: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
};

/** The picture of an issue or article, and those in its text; a drawing only where it has no other. */
function imagesOf(page: Article | Issue, origin: string) {
  const published = page.pictures.flatMap(({ original, shown }) => (original && shown ? [shown] : []));
  const card = socialCard(page);
  const all = [...(card ? [card.picture] : []), ...published];
  return all.length > 0 ? all.map((picture) => pictureReference(picture, origin)) : undefined;
}

/** The text of a JSON-LD script. `<` is escaped, so that no title can end the element. */
export function jsonLd(objects: readonly object[]): string {
  const [only] = objects;
  const data = objects.length === 1 ? { '@context': 'https://schema.org', ...only } : graph(objects);
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function graph(objects: readonly object[]): object {
  return { '@context': 'https://schema.org', '@graph': objects };
}
