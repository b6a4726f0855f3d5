/** A text as its readers will have it: as page, in the mail of its issue, as an entry of the feed. */
import { articleEntry } from '../../feeds/entry.ts';
import type { PictureStore } from '../../images/picture-store.ts';
import { preparePictures } from '../../images/prepare.ts';
import { mailPreview } from '../../mail/preview.ts';
import { pageAddresses } from '../../model/address.ts';
import { contentFiles } from '../../model/content-files.ts';
import type { Day } from '../../model/day.ts';
import type { Issue, Library } from '../../model/library.ts';
import { deskMailSentence } from '../../words/redaktion-problems.ts';
import type { EditableText } from '../texts.ts';
import type { HouseKind, PageRenderer, Shown } from './page-renderer.ts';

export type PreviewKind = 'page' | 'mail' | 'feed' | 'imprint';

/** The ways in which a text can be shown: what belongs to no issue is in no mail and no feed; the house itself is in each. */
export function previewKindsOf({ file, issue }: EditableText): readonly PreviewKind[] {
  if (file === contentFiles.site) return ['page', 'imprint', 'mail'];
  return issue === undefined ? ['page'] : ['page', 'mail', 'feed'];
}

/** What is shown of a text in one of the ways. */
export interface ShownText {
  html: string;
  /** Of a mail: subject, sender, size. */
  facts: readonly { name: string; text: string }[];
  /** Why it won't be sent. */
  problem?: string | undefined;
}

/** What previews need beside the text. */
export interface PreviewParts {
  /** Where the Redaktion itself is: it hands out the pictures. */
  origin: string;
  today: Day;
  store: PictureStore;
  renderer: () => Promise<PageRenderer>;
}

/** The page that shows most of each of the house's own files. */
const housePages: Record<string, HouseKind> = {
  [contentFiles.site]: 'home',
  [contentFiles.terms]: 'topics',
  [contentFiles.datenschutz]: 'privacy',
  [contentFiles.barrierefreiheit]: 'accessibility',
  [contentFiles.leichteSprache]: 'easyLanguage',
};

/** What the text is in the library; undefined where its head is wrong. */
function shownOf({ file, kind }: EditableText, { issues, pages }: Library): Shown | undefined {
  const house = housePages[file];
  if (house) return { kind: house, thing: { path: pageAddresses[house] } };
  if (kind === 'page') {
    const thing = pages.find(({ slug }) => file.endsWith(`/${slug}.md`));
    return thing && { kind, thing };
  }
  const issue = kind === 'issue' ? issues.find((one) => one.file === file) : undefined;
  if (issue) return { kind: 'issue', thing: issue };
  const articles = kind === 'article' ? issues.flatMap((one) => one.articles) : [];
  const article = articles.find((one) => one.file === file);
  return article && { kind: 'article', thing: article };
}

function issueOf({ kind, thing }: Shown): Issue | undefined {
  if (kind === 'issue') return thing;
  return kind === 'article' ? thing.issue : undefined;
}

/** The text in one of the ways; undefined where it isn't shown in this one, or not yet. */
export async function shownText(
  wanted: PreviewKind,
  text: EditableText,
  library: Library | undefined,
  { origin, today, store, renderer }: PreviewParts,
): Promise<ShownText | undefined> {
  const shown = library && shownOf(text, library);
  if (!shown) return undefined;
  // What the house says of itself is seen in the mail of its newest issue.
  const isHouseMail = wanted === 'mail' && shown.kind === 'home';
  const issue = isHouseMail ? library.issues[0] : issueOf(shown);
  const { site } = library;
  await preparePictures({ site, issues: issue ? [issue] : [] }, store, { withTitlePictures: false });
  if (wanted === 'page') return { html: await (await renderer()).render(shown, library), facts: [] };
  if (wanted === 'imprint') {
    const imprint: Shown = { kind: 'imprint', thing: { path: pageAddresses.imprint } };
    return { html: await (await renderer()).render(imprint, library), facts: [] };
  }
  if (wanted === 'mail') {
    const { edition, facts, problem: told } = issue ? await mailPreview(library, issue, origin) : { facts: [] };
    const problem = told && deskMailSentence(told);
    if (!edition) return problem ? { html: '', facts, problem } : undefined;
    return { html: edition.html, facts, problem };
  }
  if (shown.kind !== 'article') return undefined;
  const { title, summary, html } = articleEntry(library, { origin, today }, shown.thing);
  return { html, facts: [{ name: title, text: summary }] };
}
