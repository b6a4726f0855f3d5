/** Pagefind as a build uses it: processes of its own that make parts of a search index. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
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

/** Whether a file, by its path in the folder of a part, is one that may have been made of it. */
export function isOfIndex(path: string): boolean {
  return ofIndex.test(path) || ofEngine.test(path);
}

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/** One of its processes: the module has one. */
type Pagefind = Pick<typeof import('pagefind'), 'close' | 'createIndex'>;

/** Another one: the module loaded once more. */
function another(): Promise<Pagefind> {
  return import(`${import.meta.resolve('pagefind')}?another`);
}

/**
 * Makes parts of the index of a site and puts them in their places; the first process begins at once. `begun` is told how many
 * were begun before. The same pages give the same files. Throws what Pagefind complains of and what has ended a process, and
 * when `unwanted` says so; no other part is begun then, and no process goes on.
 */
export async function makeParts(
  site: SiteWriter,
  parts: readonly NewPart[],
  begun: (count: number) => void,
  unwanted?: AbortSignal,
): Promise<void> {
  const waiting = [...parts];
  const makeWaiting = async (pagefind: Pagefind) => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      begun(parts.length - waiting.length - 1);
      await makePart(pagefind, site, part);
    }
  };
  const first: Pagefind = { close, createIndex };
  // A process takes one page after the other.
  const second = parts.length > 1 && availableParallelism() > 1 ? another() : undefined;
  // Each ends the part that it is at: ended in the midst of it, Pagefind complains of every page that it was still to be told.
  const stop = () => {
    waiting.length = 0;
  };
  unwanted?.addEventListener('abort', stop);
  const work = [hear(first, makeWaiting), second?.then((pagefind) => hear(pagefind, makeWaiting))];
  try {
    await Promise.all(work);
  } finally {
    stop();
    await Promise.allSettled(work);
    unwanted?.removeEventListener('abort', stop);
  }
  unwanted?.throwIfAborted();
}

/** Named by the channel on which Node tells of processes that begin. */
const processes = 'child_process';

/** Waits for the work of a process. Throws what has ended it: Pagefind waits for its answer without end. */
async function hear(pagefind: Pagefind, work: (pagefind: Pagefind) => Promise<void>): Promise<void> {
  const ended = Promise.withResolvers<never>();
  const watch = (told: unknown) => {
    const { process } = told as { process: ChildProcess };
    process.once('exit', (code, signal) => {
      ended.reject(
        new Error(`the process that makes the search index ended with ${signal ?? code} before it was done`),
      );
    });
  };
  // It ends when it is told to, too.
  ended.promise.catch(() => undefined);
  subscribe(processes, watch);
  const working = work(pagefind);
  unsubscribe(processes, watch);
  try {
    await Promise.race([working, ended.promise]);
  } finally {
    await pagefind.close();
  }
}

async function makePart({ createIndex }: Pagefind, site: SiteWriter, { folder, pages }: NewPart): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  const faults = await addPages(index, site, pages);
  const { files, errors: failures } = await index.getFiles();
  const complaints = [...faults, ...failures];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const isFirst = folder === searchIndexFolder;
  for (const { path, content } of files) {
    if (ofIndex.test(path) || (isFirst && ofEngine.test(path))) site.put(folder.slice(1) + path, content);
  }
  // Where it failed the process is ended.
  await index.deleteIndex();
}

/** Signs that mean something in a pattern: of a page that somebody has put into `public/` they may stand in the name. */
const signOfPattern = /[?*$:<>()[\]{},]/g;

/**
 * Has pages read from where they lie, and gives what was wrong. One by one, since Pagefind numbers them as they come: in a
 * folder that it goes through by itself they come as the disk lists them, and each kind of disk has an order of its own.
 */
async function addPages(index: PagefindIndex, site: SiteWriter, pages: readonly string[]): Promise<string[]> {
  const added = await Promise.all(
    pages.map(async (file) => {
      const glob = file.replace(signOfPattern, '\\$&');
      return { file, ...(await index.addDirectory({ path: site.folderOf(file), glob })) };
    }),
  );
  return added.flatMap(({ file, errors, page_count }) =>
    page_count === 1 ? errors : [...errors, `${file} is not read`],
  );
}
