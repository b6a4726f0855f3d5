/** The list of all pictures: whose they are and where they are to be seen. */
import type { Image } from '../model/image-credit.ts';
import type { Issue, Library } from '../model/library.ts';
import { issuePageWords } from '../words/de.ts';
import { creditLine } from './credit-line.ts';
import { issueLabel } from './label.ts';

/** A page that shows a picture. */
interface PictureUse {
  title: string;
  path: string;
}

export interface CreditEntry extends Pick<Image, 'creator' | 'licence' | 'licenceUrl' | 'sourceUrl'> {
  line: string;
  /** What is to be seen, for finding the picture again. */
  shows?: string;
  isWithheld: boolean;
  uses: PictureUse[];
}

/** Every picture in use with its credit, once each, in the order of the newest page that shows it. */
export function creditEntries({ issues }: Pick<Library, 'issues'>): CreditEntry[] {
  const entries = new Map<string, CreditEntry>();
  for (const issue of issues) {
    for (const { image, use } of picturesOf(issue)) {
      const line = creditLine(image);
      // A file belongs to its issue's folder; a withheld original is known by its credit alone.
      const key = JSON.stringify([line, image.withheld ? undefined : [issue.key, image.file]]);
      const entry = entries.get(key);
      if (!entry) entries.set(key, { ...newEntry(image, line), uses: [use] });
      else if (!entry.uses.some(({ path }) => path === use.path)) entry.uses.push(use);
    }
  }
  return [...entries.values()];
}

function newEntry(image: Image, line: string): Omit<CreditEntry, 'uses'> {
  const { creator, licence, licenceUrl, sourceUrl } = image;
  const shows = image.caption ?? image.alt;
  return { line, shows, isWithheld: image.withheld !== undefined, creator, licence, licenceUrl, sourceUrl };
}

/** The pictures of an issue and of its articles. A withdrawn article shows none. */
function picturesOf(issue: Issue): { image: Image; use: PictureUse }[] {
  const title = issuePageWords.title(issueLabel(issue.week), issue.title);
  const pages = [{ ...issue, title }, ...issue.articles.filter(({ withdrawn }) => !withdrawn)];
  return pages.flatMap(({ title, path, image, pictures }) =>
    [...(image ? [image] : []), ...pictures].map((picture) => ({ image: picture, use: { title, path } })),
  );
}
