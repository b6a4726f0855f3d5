/** What a page shows, by the parts of its address as the route names them; undefined where there is no such thing. */
import type { Article, Attachment, Issue, Library } from '../../model/library.ts';
import { remembered } from '../../model/remembered.ts';
import { weekSegment } from '../../model/week.ts';
import type { TermKind } from '../../words/terms.ts';

/** The parts of an address as Astro gives them. */
type Params = Readonly<Record<string, string | undefined>>;

/** A year of the archive. */
export function findYear({ years }: Pick<Library, 'years'>, { year }: Params): number | undefined {
  return years.find((one) => String(one) === year);
}

export function findIssue(library: Pick<Library, 'years' | 'issuesOf'>, params: Params): Issue | undefined {
  const year = findYear(library, params);
  const issues = year === undefined ? undefined : library.issuesOf.get(year);
  const place = issues && placesOfWeeks(issues).get(params.week ?? '');
  return place === undefined ? undefined : issues?.[place];
}

/** Where the issues of a year stand in their list, by the parts of their addresses. */
const placesOfWeeks = remembered(
  (issues: readonly Issue[]): ReadonlyMap<string, number> =>
    new Map(issues.map(({ week }, place) => [weekSegment(week), place])),
);

/** Withdrawn ones too: their addresses stay. */
export function findArticle(library: Pick<Library, 'years' | 'issuesOf'>, params: Params): Article | undefined {
  return findIssue(library, params)?.articles.find(({ slug }) => slug === params.slug);
}

/** Of an article that is shown: a withdrawn one loses its files with its text. */
export function findAttachment(library: Pick<Library, 'years' | 'issuesOf'>, params: Params): Attachment | undefined {
  const article = findArticle(library, params);
  if (!article || article.withdrawn !== undefined) return undefined;
  return article.attachments.find(({ file }) => file === `${params.name}.${params.ending}`);
}

export function findTerm<Kind extends TermKind>(
  { terms }: Pick<Library, 'terms'>,
  kind: Kind,
  slug: string | undefined,
): Library['terms'][Kind][number] | undefined {
  return terms[kind].find((term) => term.slug === slug);
}

/** Where a former address leads; `path` is without the slashes at its ends. */
export function findRedirect(
  { redirects }: Pick<Library, 'redirects'>,
  path: string | undefined,
): Library['redirects'][number] | undefined {
  return redirects.find(({ from }) => from === `/${path}/`);
}
