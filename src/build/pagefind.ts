/** Pagefind as a build uses it: processes of its own that make parts of a search index. */
import { availableParallelism } from 'node:os';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchIndexFolder } from '../model/address.ts';
import type { SiteWriter } from './site-writer.ts';

/** A part of the index that is to be made. */
export interface NewPart {
  /** Its folder on the site. */
  folder: string;
  /** The files of its pages. */
  pages: readonly string[];
}

/**
 * What the search page loads of an index. Pagefind's own interfaces stay away, half a megabyte of which one file varies by
 * build; so does its worker, which the page doesn't start.
 */
const ofIndex = /^pagefind-entry\.json$|\.pf_(?:meta|index|fragment)$/;

/** What it loads once, of the first part. */
const ofEngine = /^(?:pagefind\.js|wasm\.de\.pagefind)$/;

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/** One of its processes: the module has one. */
type Pagefind = Pick<typeof import('pagefind'), 'close' | 'createIndex'>;

/** Another one: the module loaded once more. */
function another(): Promise<Pagefind> {
  return import(`${import.meta.resolve('pagefind')}?another`);
}

/**
 * Makes parts of the index of a site and puts them in their places; the first process begins at once. `done` is told how many
 * are begun. The same pages give the same files. Throws what Pagefind complains of.
 */
export async function makeParts(
  site: SiteWriter,
  parts: readonly NewPart[],
  begun: (count: number) => void,
): Promise<void> {
  let count = 0;
  const waiting = parts.values();
  const work = async (pagefind: Pagefind) => {
    try {
      for (const part of waiting) {
        begun(count);
        count += 1;
        await makePart(pagefind, site, part);
      }
    } finally {
      await pagefind.close();
    }
  };
  // A process takes one page after the other.
  const areSeveral = parts.length > 1 && availableParallelism() > 1;
  await Promise.all([work({ close, createIndex }), areSeveral && another().then(work)]);
}

async function makePart({ createIndex }: Pagefind, site: SiteWriter, { folder, pages }: NewPart): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const faults = await addPages(index, site, pages);
    const { files, errors: failures } = await index.getFiles();
    const complaints = [...faults, ...failures];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    const isFirst = folder === searchIndexFolder;
    for (const { path, content } of files) {
      if (ofIndex.test(path) || (isFirst && ofEngine.test(path))) site.put(folder.slice(1) + path, content);
    }
  } finally {
    await index.deleteIndex();
  }
}

/**
 * Has pages read from where they lie, and gives what was wrong. One by one, since Pagefind numbers them as they come: in a
 * folder that it goes through by itself they come as the disk lists them, and each kind of disk has an order of its own. A
 * path of the site holds no sign that a pattern knows, so that it stands for itself.
 */
async function addPages(index: PagefindIndex, site: SiteWriter, pages: readonly string[]): Promise<string[]> {
  const added = await Promise.all(
    pages.map(async (file) => ({ file, ...(await index.addDirectory({ path: site.folderOf(file), glob: file })) })),
  );
  return added.flatMap(({ file, errors, page_count }) =>
    page_count === 1 ? errors : [...errors, `${file} is not read`],
  );
}
