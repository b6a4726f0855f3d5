/** What a build has added to an issue since it was read, as text: for one that reads it again and doesn't prepare its pictures. */
import type { Issue } from '../model/library.ts';
import type { PublishedPicture } from '../model/picture.ts';
import { type Copy, copiesOf } from './copies.ts';

/** Gives the place of a picture's file by its path on the site. */
export type Locate = (path: string) => string;

/** What was added to an issue since it was read, and the files that are copied for it. */
interface FinishedIssue {
  pictures: Record<string, PicturesOfPage>;
  copies: Copy[];
}

/** The pictures of an issue or article, as they were prepared: of the text above it, those in it, the drawn one. */
interface PicturesOfPage {
  image?: PublishedPicture | undefined;
  pictures: (PublishedPicture | undefined)[];
  title?: PublishedPicture | undefined;
}

/** Empty where there is nothing to be kept of an issue. */
export function packedIssue(issue: Issue, locate: Locate): string {
  const pictures: FinishedIssue['pictures'] = {};
  for (const { path, image, pictures: inText, titlePicture } of [issue, ...issue.articles]) {
    const shown = inText.map((picture) => picture.shown);
    if (!image?.shown && !titlePicture && !shown.some(Boolean)) continue;
    pictures[path] = { image: image?.shown, pictures: shown, title: titlePicture };
  }
  const copies = copiesOf({ issues: [issue] }, locate);
  const isEmpty = copies.length === 0 && Object.keys(pictures).length === 0;
  return isEmpty ? '' : JSON.stringify({ pictures, copies } satisfies FinishedIssue);
}

/** Puts its pictures into an issue that was read again. */
export function putPictures(issue: Issue, prepared: FinishedIssue['pictures']): void {
  for (const page of [issue, ...issue.articles]) {
    const found = prepared[page.path];
    if (!found) continue;
    if (page.image && found.image) page.image.shown = found.image;
    for (const [index, picture] of page.pictures.entries()) {
      const shown = found.pictures[index];
      if (shown) picture.shown = shown;
    }
    if (found.title) page.titlePicture = found.title;
  }
}

/** The inverse of {@link packedIssue}. */
export function unpackedIssue(text: string | undefined): FinishedIssue | undefined {
  return text ? (JSON.parse(text) as FinishedIssue) : undefined;
}
