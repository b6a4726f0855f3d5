/** Which pictures and drawings a library needs, and where each of them goes. */
import { type Article, type Issue, type Library, type Site, shownPages } from '../model/library.ts';
import { paletteOf } from '../model/palette.ts';
import {
  drawingCredit,
  type FileCredit,
  fileCredit,
  type Picture,
  type PictureFile,
  type PublishedPicture,
} from '../model/picture.ts';
import { drawingHolder } from '../model/publisher.ts';
import { issueLabel } from '../views/parts/label.ts';
import { pictureWords } from '../words/pictures.ts';
import type { DrawingKind } from './draw.ts';
import { drawableTitle } from './drawable-title.ts';
import type { DrawingColours, DrawingSubject } from './drawing-parts.ts';

/** What a drawing is made of. */
interface Drawing {
  kind: DrawingKind;
  subject: Omit<DrawingSubject, 'logo'>;
  colours: DrawingColours;
  /** The logo beside the name of the publication; its name holds the hash of what it shows. */
  logo?: PictureFile;
}

/** A picture to be prepared, and what it is for. */
export interface Job {
  credit: FileCredit;
  source: { location: string } | Drawing;
  use(picture: PublishedPicture): void;
}

/** An issue or one of its articles. */
interface PageOfIssue {
  page: Article | Issue;
  issue: Issue;
}

/**
 * The newest issues, with whose pages title pictures are drawn: half a year of a weekly. Ten thousand of them would take
 * longer than all pages, for links that nobody shares any more (decision 0013).
 */
export const titledIssues = 26;

/** Every picture that a page shows, or the drawing in its place. */
export function pictureJobs({ issues, site }: Pick<Library, 'issues' | 'site'>): Job[] {
  return pagesOf(issues).flatMap((place) => {
    const { image, pictures } = place.page;
    return [...(image ? [image] : []), ...pictures].map((picture) => pictureJob(picture, place, site));
  });
}

/** A title picture for each page of the newest issues that has no picture of its own to show. */
export function titleJobs({ issues, site }: Pick<Library, 'issues' | 'site'>): Job[] {
  return pagesOf(issues.slice(0, titledIssues))
    .filter(({ page }) => !page.image?.original)
    .map((place) => titleJob(place, site));
}

function pagesOf(issues: readonly Issue[]): PageOfIssue[] {
  return issues.flatMap((issue) => shownPages(issue).map((page) => ({ page, issue })));
}

function pictureJob(picture: Picture, place: PageOfIssue, site: Site): Job {
  const use = (shown: PublishedPicture) => {
    picture.shown = shown;
  };
  if (picture.original) return { credit: fileCredit(picture), source: { location: picture.original }, use };
  return { credit: drawingCredit(drawingHolder(site)), source: drawing('placeholder', place, site), use };
}

function titleJob(place: PageOfIssue, site: Site): Job {
  const { logo } = site;
  const { subject, ...rest } = drawing('title picture', place, site);
  const source = {
    ...rest,
    subject: { ...subject, title: drawableTitle(subject.title, site.title) },
    ...(logo?.shown && { logo: logo.shown.light.png }),
  };
  return {
    credit: drawingCredit(drawingHolder(site), pictureWords.titlePicture(source.subject.title, source.subject.label)),
    source,
    use: (picture) => {
      place.page.titlePicture = picture;
    },
  };
}

/** Drawings stand on light paper: they go out as pictures, which know no dark. */
function drawingColours(site: Site): DrawingColours {
  const { page, text, quiet, accent } = paletteOf(site);
  return { paper: page.light, ink: text.light, quiet: quiet.light, accent: accent.light };
}

function drawing(kind: DrawingKind, { page, issue }: PageOfIssue, site: Site): Drawing {
  const { week } = issue;
  const subject = { week, publishedOn: page.publishedOn, title: page.title, label: issueLabel(week), site: site.title };
  return { kind, subject, colours: drawingColours(site) };
}
