/** Where the organisation's things lie, relative to its folder, with `/`: the only place where these paths are spelled. */

/** All that is written. */
export const contentFolder = 'content';

/** Files that go into the site unchanged. */
export const publicFolder = 'public';

/** What systems and programs leave in every folder: their views of it, and locks of Office with the user's name. */
export function isLeftover(name: string): boolean {
  return /^(?:\.DS_Store|\._.*|(?:eh)?thumbs\.db|desktop\.ini|~\$.*)$/i.test(name);
}

/** Where the legal texts lie. */
export const legalFolder = `${contentFolder}/legal`;

/** Folders of `content/` that hold any number of files. */
export const contentFolders = {
  issues: `${contentFolder}/issues`,
  /** Pages of the organisation's own. */
  pages: `${contentFolder}/seiten`,
  /** Originals that may be shown by whoever has a licence, and are not passed on: Git ignores it. */
  licensed: `${contentFolder}/licensed`,
} as const;

/** Files that there is one of each; the legal texts by the names that `LegalTexts` gives them. */
export const contentFiles = {
  site: `${contentFolder}/site.md`,
  terms: `${contentFolder}/terms.yaml`,
  /** Who approved which text, where the house wants four eyes. */
  approvals: `${contentFolder}/freigaben.yaml`,
  datenschutz: `${legalFolder}/datenschutz.md`,
  barrierefreiheit: `${legalFolder}/barrierefreiheit.md`,
  leichteSprache: `${legalFolder}/leichte-sprache.md`,
} as const;
