import type { Root } from 'hast';

/**
 * What every format is turned into first: its text as HTML. Beside the elements of HTML there are `h1.title`,
 * `p.subtitle` and `p.caption` for what has that role in the file, and `footnote-reference` and `footnote` with the
 * same `identifier` (a footnote holds paragraphs).
 */
export interface Source {
  tree: Root;
  /** By the `src` that a picture has in the tree; one that is not here is not part of the file. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** The subject of a mail, without "AW:" and "WG:". */
  subject?: string;
  /** What a mail's subject said it is. */
  mail?: 'forwarded' | 'answer' | 'plain';
  /** The title in the file's properties: often that of another document. */
  documentTitle?: string;
  /** Texts in the margins of its pages. */
  margins?: string[];
}
