import { Document, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { slugOf } from '../model/field.ts';
import { importComments } from '../words/import.ts';
import { placeholderSlug, placeholders } from '../words/templates.ts';
import type { Imported, PictureRecord } from './imported.ts';

/** Letters in a file's name, which becomes part of the address. */
const mostInSlug = 60;

/** The name of the article's file by its title: the first words of it, as many as an address should have. */
export function slugOfTitle(title: string): string {
  const slug = slugOf(title) ?? placeholderSlug;
  if (slug.length <= mostInSlug) return slug;
  return slug
    .slice(0, mostInSlug + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, mostInSlug);
}

/** The file of the article, a draft: front matter with what is known, comments where a person has to go on. */
export function articleFile({ title, body, frontMatter }: Imported, id: string): string {
  const { kind, subtitle, summary, municipality, software, people, image, pictures } = frontMatter;
  const data = {
    id,
    title,
    ...(subtitle && { subtitle }),
    kind,
    summary: summary ?? placeholders.summary,
    ...(municipality && { municipality }),
    ...(software.length > 0 && { software }),
    ...(people.length > 0 && { people }),
    ...(image && { image }),
    ...(pictures.length > 0 && { pictures }),
    draft: true,
  };
  const document = new Document(data);
  comment(document, {
    kind: importComments.kind,
    summary: importComments.summary,
    people: importComments.people,
    draft: importComments.draft,
  });
  const records: [path: (string | number)[], record: PictureRecord][] = [
    ...(image ? [[['image'], image] as [string[], PictureRecord]] : []),
    ...pictures.map((record, at) => [['pictures', at], record] as [(string | number)[], PictureRecord]),
  ];
  for (const [path, record] of records) {
    const node = document.getIn(path, true);
    if (isMap(node) && !record.withheld) node.comment = missingFields(record);
  }
  return withBody(document, body);
}

/** The file of a new issue with one article. */
export function issueFile({ title, issue }: Imported, id: string, publishedOn: string): string {
  const document = new Document({ id, title, lead: issue.lead ?? placeholders.lead, publishedOn, draft: true });
  comment(document, { publishedOn: importComments.publishedOn, draft: importComments.draftIssue });
  return withBody(document, '');
}

function comment(document: Document, comments: Record<string, string>): void {
  const map = document.contents as YAMLMap;
  for (const { key } of map.items as Pair[]) {
    const text = isScalar(key) ? comments[String(key.value)] : undefined;
    if (text && isScalar(key)) key.commentBefore = ` ${text}`;
  }
}

/** The fields that the check will ask for, as lines to fill in. */
function missingFields(record: PictureRecord): string | undefined {
  const { alt, credit, licence } = importComments.missing;
  return [...(record.alt ? [] : [alt]), ...(record.credit ? [] : [credit]), licence]
    .map((line) => ` ${line}`)
    .join('\n');
}

function withBody(document: Document, body: string): string {
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body === '' ? '' : `\n${body}`}`;
}
