import { contentFolders } from '../../model/content-files.ts';
import type { ContentFolder } from './content-folder.ts';

const folder = contentFolders.licensed;

/** In small letters or capitals, as cameras write them. */
const ending = /\.(?:jpe?g|png|webp|avif|tiff?|gif)$/i;

/** The originals that lie in `content/licensed/`. */
export interface LicensedOriginals {
  /** All of them, as paths in the project. */
  files: string[];
  /** The file under a name without ending, as {@link originalName} gives it. */
  find(name: string): string | undefined;
}

export function licensedOriginals(content: ContentFolder): LicensedOriginals {
  const files = content.files(folder).map((name) => `${folder}/${name}`);
  return {
    files,
    find: (name) => files.find((file) => file.replace(ending, '') === `${folder}/${name}`),
  };
}

/**
 * The name of an original without its ending: `2025-kw33-open-prosoz-wesermarsch`. `slug` is the article's, undefined
 * for a picture of the issue itself; `file` is the name that the text gives to a picture within it.
 */
export function originalName(issueKey: string, slug: string | undefined, file: string | undefined): string {
  return [issueKey, slug, file?.replace(/\.[^.]*$/, '')].filter((part) => part !== undefined).join('-');
}

/** Where an original is to be put, as it is said to editors. */
export function originalPlace(name: string): string {
  return `${folder}/${name}.jpg`;
}
