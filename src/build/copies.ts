/** The files of a site that are copied and not made. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isLeftover } from '../model/content-files.ts';
import { type Issue, type Site, shownArticles } from '../model/library.ts';
import { pictureFiles } from '../views/parts/picture-files.ts';
import { fileAt } from './addresses.ts';
import { filesIn } from './site-files.ts';

/** A file of the site and the original that it is a copy of. */
export type Copy = [file: string, original: string];

/**
 * Of issues and their articles: what they hand out and show, and the logo of the site if one is given; a withdrawn article
 * loses its files with its text. `locate` gives the place of a picture's file by its path on the site.
 */
export function copiesOf(
  { issues, site = {} }: { issues: readonly Issue[]; site?: Pick<Site, 'logo'> },
  locate: (path: string) => string,
): Copy[] {
  const attached = issues
    .flatMap(shownArticles)
    .flatMap(({ attachments }) => attachments.map(({ path, location }): Copy => [fileAt(path), location]));
  return [...attached, ...pictureFiles({ issues, site }).map(({ path }): Copy => [path.slice(1), locate(path)])];
}

/** What systems leave behind in folders is left out: it would tell of folders and people. */
export function filesBelow(folder: string): Copy[] {
  return (existsSync(folder) ? filesIn(folder) : [])
    .filter((file) => !file.split('/').some((name) => isLeftover(basename(name))))
    .map((file) => [file, join(folder, file)]);
}
