/** What an issue's folder says, as plain data: all that does not depend on the rest of the content. */

import type { ArticleFrontMatter } from '../model/article.ts';
import { articleSchema } from '../model/article.ts';
import type { Day } from '../model/day.ts';
import { listOf } from '../model/field.ts';
import type { Image } from '../model/image-credit.ts';
import { issueSchema } from '../model/issue.ts';
import { isGerman } from '../model/language.ts';
import type { Article, Attachment, Issue, Text } from '../model/library.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import type { Picture } from '../model/picture.ts';
import { releaseOf, type WorkingTime } from '../model/release.ts';
import { picturesIn } from '../text/body.ts';
import type { ContentFolder } from './files/content-folder.ts';
import type { ArticleFile, IssueFolder } from './files/issue-folder.ts';
import { type LicensedOriginals, originalName } from './files/licensed-originals.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import { finishedText, type LegibleText } from './legible-text.ts';
import { articleStandIn, issueStandIn } from './stand-ins.ts';
import { articleState, stateOf } from './states.ts';
import { typesetFields } from './typeset-fields.ts';

/** What an article names, of which only the whole content knows what it is. */
type Named = 'topics' | 'municipality' | 'software' | 'related';

export interface ArticleFacts extends Omit<Article, Named | 'issue' | keyof Text> {
  named: Pick<ArticleFrontMatter, Named>;
}

export interface IssueFacts {
  issue: Omit<Issue, 'articles' | 'factsVersion' | keyof Text>;
  articles: ArticleFacts[];
}

/** The same with a number that changes with them; without one where nobody counts. */
export interface ToldIssue {
  facts: IssueFacts;
  version?: string;
}

/** A folder with what it says. */
export interface ToldFolder extends IssueFolder {
  /** As far as its files are in order, made anew at each call; undefined if the issue's own is not. */
  finished(): ToldIssue | undefined;
  /** Changes with all that the rest of the content has to know of it; undefined where nobody knows. */
  shared?: string | undefined;
}

/** What facts depend on beside the folder itself. */
export interface FactsPlace {
  content: ContentFolder;
  originals: LicensedOriginals;
  at: WorkingTime;
}

/** What there is to be shown of a file; undefined where that is nothing. */
type Legible = <Value>(
  parsed: ParsedFile<Value>,
  standIn: (text: ParsedFile<Value>) => Value,
) => LegibleText<Value> | undefined;

/** What the files of a folder say; undefined if the issue's own is not usable. */
export function issueFacts(
  folder: IssueFolder,
  place: FactsPlace,
  legible: Legible = finishedText,
): IssueFacts | undefined {
  const found = legible(folder.index, issueStandIn);
  if (!found) return undefined;
  const { value, text, places } = found;
  const set = folder.index.set ?? typesetFields(issueSchema, value);
  const state = stateOf({ draft: value.draft, ...folder.release }, place.at);
  const issue: IssueFacts['issue'] = {
    ...set,
    ...illustrations(set, text, folder, place),
    key: folder.key,
    week: folder.week,
    path: folder.path,
    ...folder.release,
    state,
    file: folder.index.file,
    ...places,
  };
  return {
    issue,
    articles: folder.articles.flatMap((file) => articleFacts(file, folder, state, place, legible) ?? []),
  };
}

function articleFacts(
  { number, slug, path, parsed }: ArticleFile,
  folder: IssueFolder,
  issueState: Issue['state'],
  place: FactsPlace,
  legible: Legible,
): ArticleFacts | undefined {
  const found = legible(parsed, articleStandIn);
  if (!found) return undefined;
  const { value, text, places } = found;
  const release = value.publishedOn ? releaseOf(value.publishedOn) : folder.release;
  const set = parsed.set ?? (isGerman(value.lang) ? typesetFields(articleSchema, value) : value);
  const { author, related, topics: _, municipality: __, software: ___, ...fields } = set;
  const { topics, municipality, software } = value;
  return {
    ...fields,
    ...illustrations(set, text, folder, place, slug),
    number,
    slug,
    path,
    ...release,
    state: articleState(issueState, { draft: value.draft, ...release }, place.at),
    isRegistrationOver: isPast(value.event?.registration?.deadline, place.at.today),
    authors: listOf(author),
    attachments: fields.attachments.map((attachment) => attachmentAt(attachment, folder.folder, path, place)),
    words: text.words,
    file: parsed.file,
    ...places,
    named: { topics, municipality, software, related },
  };
}

/** Whether a last day is over; without one nothing ever is. */
function isPast(lastDay: Day | undefined, today: Day): boolean {
  return lastDay !== undefined && lastDay < today;
}

function attachmentAt(
  { file, ...words }: ArticleFrontMatter['attachments'][number],
  folder: string,
  articleAddress: string,
  { content }: FactsPlace,
): Attachment {
  const onDisk = `${folder}/${file}`;
  return {
    ...words,
    file,
    path: articleAddress + encodeURIComponent(file),
    mediaType: mediaTypeOf(file) ?? 'application/octet-stream',
    bytes: content.size(onDisk) ?? 0,
    location: content.locate(onDisk),
  };
}

/** The picture above a text and those in it; a record whose picture the text doesn't show counts for nothing. */
function illustrations(
  { image, pictures }: { image?: Image; pictures: Image[] },
  { references }: ParsedFile<unknown>,
  { key, folder }: IssueFolder,
  place: FactsPlace,
  slug?: string,
): { image?: Picture; pictures: Picture[] } {
  const shown = picturesIn(references);
  return {
    ...(image && { image: pictureOf(image, folder, originalName(key, slug, undefined), place) }),
    pictures: pictures
      .filter(({ file }) => file !== undefined && shown.has(file))
      .map((picture) => pictureOf(picture, folder, originalName(key, slug, picture.file), place)),
  };
}

/** An original in `content/licensed/` makes a withheld picture one like any other. */
function pictureOf(
  { withheld, ...image }: Image,
  folder: string,
  name: string,
  { content, originals }: FactsPlace,
): Picture {
  const file = withheld === undefined ? `${folder}/${image.file}` : originals.find(name);
  return file ? { ...image, original: content.locate(file) } : { ...image, withheld };
}
