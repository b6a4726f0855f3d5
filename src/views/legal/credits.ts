/** The list of all pictures: whose they are and where they are to be seen. */
import { addresses } from '../../model/address.ts';
import { type Issue, type Library, shownPages } from '../../model/library.ts';
import { aiUse, licencePage, type Picture, type PublishedPicture } from '../../model/picture.ts';
import { drawingHolder } from '../../model/publisher.ts';
import { remembered } from '../../model/remembered.ts';
import { issuePageWords } from '../../words/issues.ts';
import { creditWords, licenceWords, pictureWords } from '../../words/pictures.ts';
import type { Link } from '../article/teaser.ts';
import { byYear, itemsByYear, yearsIn } from '../parts/by-year.ts';
import { creditLine } from '../parts/credit-line.ts';
import { type Fact, facts, siteFact, textFact } from '../parts/facts.ts';
import { issueLabel } from '../parts/label.ts';
import { type PictureFrame, pictureFrame } from '../parts/picture.ts';

/** A page that shows a picture. */
interface PictureUse {
  title: string;
  path: string;
}

export interface CreditEntry {
  /** The picture, small, with its credit. */
  frame: PictureFrame;
  facts: Fact[];
  uses: PictureUse[];
}

export interface CreditsPage {
  entries: CreditEntry[];
  /** The pages of the years, where there are too many for one page. */
  years: Link[];
  /** Whose the drawings are. */
  drawings: string;
  hasWithheld: boolean;
  /** Every picture that the page shows. */
  pictures: (PublishedPicture | undefined)[];
}

/** All pictures, or the newest of very many; with a `year`, those whose newest page is of its issues. */
export function creditsPage({ issues, site }: Pick<Library, 'issues' | 'site'>, year?: number): CreditsPage {
  const { shown: uses, years } = itemsByYear(pictureUses(issues), usesByYear, addresses.credits, year);
  return {
    entries: uses.map(({ image, frame, pages }) => ({ frame, facts: factsOf(image), uses: pages })),
    years,
    drawings: creditWords.drawings(drawingHolder(site)),
    hasWithheld: uses.some(({ image }) => image.withheld),
    pictures: uses.map(({ frame }) => frame.shown),
  };
}

/** The years that have a page of their own. */
export function creditYears({ issues }: Pick<Library, 'issues'>): number[] {
  return yearsIn(pictureUses(issues), usesByYear);
}

interface UsedPicture {
  /** Of the issue of the newest page that shows it. */
  year: number;
  image: Picture;
  frame: PictureFrame;
  pages: PictureUse[];
}

const usesByYear = byYear(({ year }: UsedPicture) => year);

/** Every picture in use, once each, in the order of the newest page that shows it. */
const pictureUses = remembered((issues: readonly Issue[]): UsedPicture[] => {
  const found = new Map<string, UsedPicture>();
  for (const issue of issues) {
    for (const { image, use } of picturesOf(issue)) {
      const frame = pictureFrame(image);
      if (!frame) continue;
      // A file belongs to its issue's folder; a withheld original is known by its credit alone.
      const key = JSON.stringify([creditLine(image), image.original]);
      const before = found.get(key);
      if (!before) found.set(key, { year: issue.week.year, image, frame, pages: [use] });
      else if (!before.pages.some(({ path }) => path === use.path)) before.pages.push(use);
    }
  }
  return [...found.values()];
});

function factsOf(image: Picture): Fact[] {
  const { caption, alt, creator, copyright, licence, sourceUrl } = image;
  const ai = aiUse(image);
  return facts(
    [creditWords.shows, [textFact(caption ?? alt)]],
    [creditWords.creator, [textFact(creator)]],
    [creditWords.copyright, [textFact(copyright)]],
    [creditWords.licence, [licence && { text: licenceWords[licence], href: licencePage(image) }]],
    [creditWords.ai, [ai && { text: pictureWords.ai[ai] }]],
    [creditWords.source, [siteFact(sourceUrl)]],
  );
}

/** The pictures of an issue and of its articles. */
function picturesOf(issue: Issue): { image: Picture; use: PictureUse }[] {
  return shownPages(issue).flatMap((page) => {
    const title = page === issue ? issuePageWords.title(issueLabel(issue.week), issue.title) : page.title;
    const use = { title, path: page.path };
    return [...(page.image ? [page.image] : []), ...page.pictures].map((image) => ({ image, use }));
  });
}
