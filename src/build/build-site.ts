import { join } from 'node:path';
import { titledIssues } from '../images/jobs.ts';
import { preparePictures } from '../images/prepare.ts';
import { publicFolder } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import type { Issue, Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import type { BuildOptions } from './build-settings.ts';
import { type Compile, openBundle } from './compiled-pages.ts';
import { Compression, compressionVersion } from './compress.ts';
import { type Copy, copiesOf, filesBelow } from './copies.ts';
import { canStay, copyFiles } from './copy-files.ts';
import { collectGarbage } from './garbage.ts';
import { noteDist } from './last-build.ts';
import { makePages } from './make-pages.ts';
import { makePicturesFor } from './pictures-apart.ts';
import { productVersion } from './product.ts';
import { openStore } from './project.ts';
import { addSearchIndex } from './search-index.ts';
import { takeShell } from './service-frame.ts';
import type { SharedLook } from './shared-look.ts';
import { readState, type SiteState, writeState } from './site-state.ts';
import { SiteWriter } from './site-writer.ts';

/** A site to be built of content that has been checked. */
export interface SiteBuild {
  library: Library;
  /** The address that it is built for. */
  origin: string;
  today: Day;
  surroundings: Surroundings<'SITE_COMMIT'>;
  options?: BuildOptions;
  /** What alone is otherwise than in the last build for readers, where that is known. */
  edited?: EditedSite | undefined;
  /** A look at what lies in `dist/`, if one has begun. */
  there?: SharedLook;
  /** Settles when those of its pictures are made that were begun already. */
  picturesBegun?: Promise<void> | undefined;
  /** Called when `dist/` is in place, with the frame of the Abo service's pages, which is no page of the site. */
  finish(shell: string): void;
}

/** A site of which the last build made all but these issues. */
export interface EditedSite {
  issues: readonly Issue[];
  /** The files that are copied for all others. */
  copies: readonly Copy[];
}

/** What a build has done, in files. */
export interface Built {
  made: number;
  removed: number;
  kept: number;
}

/**
 * Brings `dist/` to what the content says now. Only what is otherwise than after the last build is made again: the result
 * is that of a build from nothing, byte by byte. A file that stays the same keeps its time, so that web servers go on
 * answering "304 Not Modified" and copying tools see what really changed.
 */
export async function buildSite(site: SiteBuild, compile: Compile): Promise<Built> {
  const { library, origin, today, surroundings, options = {}, edited, finish } = site;
  const { root, settings, progress } = surroundings;
  const store = await openStore(surroundings);
  const making = {
    make: makePicturesFor(root),
    progress: (done: number, total: number) => progress?.('pictures', done, total),
  };
  const product = productVersion();
  const last = options.full ? undefined : readState(root);
  const same = last?.product === product && last.origin === origin ? last : undefined;
  const writer = new SiteWriter(root, last?.files, site.there?.finish());
  // What it makes is found in the store, and not made twice.
  await site.picturesBegun;
  const untouched = edited?.copies.every((copy) => canStay(copy, last, writer)) ? edited : undefined;
  if (untouched) {
    const ofNewest = new Set(library.issues.slice(0, titledIssues));
    for (const issue of untouched.issues) {
      const withTitlePictures = ofNewest.has(issue);
      await preparePictures({ site: library.site, issues: [issue] }, store, { ...making, withTitlePictures });
    }
  } else await preparePictures(library, store, making);
  const bundle = await openBundle(product, compile);

  // First: what lies in `public/` may be searched too.
  const originals = copyFiles(
    [
      ...copiesOf({ issues: untouched?.issues ?? library.issues, site: library.site }, store.locate),
      ...filesBelow(bundle.assets),
      ...filesBelow(join(root, publicFolder)),
    ],
    last,
    writer,
    untouched?.copies,
  );

  let isSilent = true;
  const over = new AbortController();
  const search = async () => {
    if (options.withoutSearch) return new Map<string, string>();
    const tell: TellProgress = (...told) => isSilent || progress?.(...told);
    const { signal: unwanted } = over;
    return addSearchIndex(writer, library, {
      last: same,
      areIssuesSame: edited !== undefined,
      progress: tell,
      unwanted,
    });
  };
  // The index is made by processes of its own: meanwhile the other pages are made, and what is there is compressed.
  let indexing: ReturnType<typeof search> | undefined;
  const searching = () => {
    indexing ??= search();
    // Whoever waits for it is told.
    indexing.catch(() => undefined);
    return indexing;
  };
  // A build that fails leaves nobody who writes while the next one does.
  await using atEnd = new AsyncDisposableStack();
  atEnd.defer(async () => {
    over.abort();
    await indexing?.catch(() => undefined);
  });
  const compressedAs = options.withoutCompression ? '' : compressionVersion;
  await using compression = compressedAs
    ? new Compression(writer, { isKnown: last?.compression === compressedAs, progress })
    : undefined;
  const made = await makePages({
    given: { library, today, commit: settings.SITE_COMMIT },
    last: same,
    writer,
    edited: edited?.issues,
    async open() {
      const { openPages } = await bundle.load();
      return openPages(origin);
    },
    searchable: searching,
    written: (files, { areMany }) => (areMany ? compression?.begin(files) : compression?.beginFew(files)),
    progress,
  });
  const { routes, addressCells, pages, pieces, known } = made;
  if (made.areMany && !(options.withoutSearch && options.withoutCompression)) {
    // The index takes memory in a process of its own: what was known of the pages before is let go first.
    if (last) Object.assign(last, { pages, pieces, known } satisfies Partial<SiteState>);
    collectGarbage({ giveBack: true });
  }
  const shell = made.shell === undefined ? (same?.shell ?? '') : takeShell(made.shell, origin, writer);

  searching();
  await compression?.finish();
  isSilent = false;
  const searched = await searching();
  // What the index has added.
  await compression?.finish();

  const { plan, files, dist } = writer.finish();
  finish(shell);
  writeState(root, {
    product,
    origin,
    routes,
    addressCells,
    pages,
    pieces,
    known,
    files,
    originals,
    searched,
    compression: compressedAs,
    shell,
  });
  // Last: with what is known of the files before, it would say of new ones that they are as they were.
  noteDist(root, dist);
  return {
    made: plan.put.length,
    removed: plan.remove.length,
    kept: files.size - plan.put.length,
  };
}
