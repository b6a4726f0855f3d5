import { hash } from 'node:crypto';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { addresses, searchIndexFolder } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import { type SearchPart, searchParts } from '../views/site/search-parts.ts';
import type { SiteAddress } from './addresses.ts';
import type { SiteState } from './site-state.ts';
import type { SiteWriter } from './site-writer.ts';

/**
 * What the search page loads of an index. Pagefind's own interfaces stay away, half a megabyte of which one file varies by
 * build; so does its worker, which the page doesn't start.
 */
const ofIndex = /^pagefind-entry\.json$|\.pf_(?:meta|index|fragment)$/;

/** What it loads once, of the first part. */
const ofEngine = /^(?:pagefind\.js|wasm\.de\.pagefind)$/;

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/** The pages of issues and articles, and whatever lies beside them. */
const pageOfIssue = new RegExp(`^(${addresses.issues}[^/]+/[^/]+/)(?:.*/)?$`);

/** Whether a page may be one that is searched: of an issue, an article, or of the organisation's own. */
export function isSearched({ path, route }: SiteAddress): boolean {
  return route === '/[page]' || pageOfIssue.test(path);
}

/** Of the organisation's own pages, in the place of an issue. */
const own = 'own';

/**
 * To what of the site a file belongs that is searched: to an issue, by its path, or to the organisation's own pages; else
 * undefined. Withdrawn articles and redirects, which lie beside issues, hold no `data-pagefind-body`.
 */
function ownerIn(library: Library): (file: string) => string | undefined {
  const ofOwn = new Set(library.pages.map(({ path }) => `${path.slice(1)}index.html`));
  const issues = addresses.issues.slice(1);
  return (file) => {
    if (ofOwn.has(file)) return own;
    if (!file.startsWith(issues) || !file.endsWith('/index.html')) return undefined;
    const ofIssue = file.indexOf('/', file.indexOf('/', issues.length) + 1);
    return ofIssue < 0 ? undefined : `/${file.slice(0, ofIssue + 1)}`;
  };
}

/** The first part holds the organisation's own pages too. */
function ownersIn({ folder, issues }: SearchPart): readonly string[] {
  return folder === searchIndexFolder ? [own, ...issues] : issues;
}

/** What the index is made with, beside the site. */
interface Making {
  last: Pick<SiteState, 'searched' | 'files'> | undefined;
  /** Whether there are the same issues as in the last build, with the same articles. */
  areIssuesSame: boolean;
  progress?: TellProgress;
}

/**
 * The search index of a site: each part that is as in the last build stays, with all of its files. The same pages give the
 * same files.
 */
export class SearchIndex {
  readonly #site: SiteWriter;
  readonly #making: Making;
  readonly #ownerOf: (file: string) => string | undefined;
  /** The oldest first. */
  readonly #parts: readonly SearchPart[];
  /** The numbers of the parts, by what they hold. */
  readonly #partOf: ReadonlyMap<string, number>;
  /** The entries of what the last build left, by the folders of the parts. */
  readonly #before: ReadonlyMap<string | undefined, number[]>;
  /** Of each part that is done: what of it changes with the texts in it. */
  readonly #versions = new Map<string, string>();
  /** How many of the parts were begun before all pages were there, each after the one before it. */
  #early = 0;
  #lastBegun: Promise<void> = Promise.resolve();

  constructor(site: SiteWriter, library: Library, making: Making) {
    this.#site = site;
    this.#making = making;
    this.#ownerOf = ownerIn(library);
    this.#parts = searchParts(library).reverse();
    this.#partOf = new Map(this.#parts.flatMap((part, number) => part.issues.map((issue) => [issue, number])));
    const names = making.last?.files.names ?? [];
    this.#before = Map.groupBy(names.keys(), (number) => folderOfIndex(names[number] ?? ''));
  }

  /**
   * Told of files that were made, begins with parts of which all are: they come in the order of their addresses, so those of
   * one part before those of the next.
   */
  begin(files: readonly string[]): void {
    for (const file of files) {
      const number = this.#partOf.get(this.#ownerOf(file) ?? '') ?? 0;
      for (const part of this.#parts.slice(this.#early, number))
        this.#lastBegun = this.#lastBegun.then(() => this.#addPart(part));
      this.#early = Math.max(this.#early, number);
    }
    // Whoever waits for it is told.
    this.#lastBegun.catch(() => undefined);
  }

  /** Adds the parts that are not there yet. Returns of each what changes with the texts in it. */
  async finish(): Promise<Map<string, string>> {
    const { last, areIssuesSame } = this.#making;
    const changed = areIssuesSame && last ? new Set(this.#site.changed().map(this.#ownerOf)) : undefined;
    try {
      if (this.#early > 0) await this.#lastBegun;
      // Without a pause up to the first in which something has changed, after an edit the newest: Pagefind begins at once.
      for (const part of this.#parts.slice(this.#early).reverse()) {
        if (!this.#stays(part, changed)) await this.#addPart(part);
      }
    } finally {
      await close();
    }
    for (const part of this.#parts.slice(0, this.#early)) {
      const isWhole = this.#versions.get(part.folder) === this.#versionOf(this.#filesOf(part));
      if (!isWhole) throw new Error(`${part.folder} was indexed before all of its pages were there`);
    }
    return this.#versions;
  }

  /** Leaves a part as it is of which none of the owners of changed files are, if these are all that has changed. */
  #stays(part: SearchPart, changed: ReadonlySet<string | undefined> | undefined): boolean {
    const known = this.#making.last?.searched.get(part.folder);
    const isSame = known !== undefined && changed && !ownersIn(part).some((owner) => changed.has(owner));
    if (!isSame || !this.#keep(part)) return false;
    this.#versions.set(part.folder, known);
    return true;
  }

  async #addPart(part: SearchPart): Promise<void> {
    this.#making.progress?.('search', this.#versions.size, this.#parts.length);
    const files = this.#filesOf(part);
    const version = this.#versionOf(files);
    this.#versions.set(part.folder, version);
    const isKnown = this.#making.last?.searched.get(part.folder) === version;
    if (!isKnown || !this.#keep(part)) await indexPart(this.#site, part.folder, files);
  }

  /** Leaves the files of a part as the last build made them; false where not all are there. */
  #keep({ folder }: SearchPart): boolean {
    const entries = this.#before.get(folder) ?? [];
    return entries.length > 0 && entries.every((entry) => this.#site.keepEntry(entry));
  }

  /** The pages that are searched in a part, in an order that doesn't depend on when they were made. */
  #filesOf(part: SearchPart): string[] {
    const owners = new Set<string | undefined>(ownersIn(part));
    return this.#site
      .files()
      .filter((file) => owners.has(this.#ownerOf(file)))
      .sort();
  }

  #versionOf(files: readonly string[]): string {
    return hash('sha256', files.map((file) => `${this.#site.hashOf(file)} ${file}`).join('\n'));
  }
}

/** The folder of the part of the index to which a file of the site belongs. */
function folderOfIndex(file: string): string | undefined {
  if (!file.startsWith(searchIndexFolder.slice(1))) return undefined;
  const [years] = /^\d+-\d+\//.exec(file.slice(searchIndexFolder.length - 1)) ?? [''];
  return searchIndexFolder + years;
}

/** Throws what Pagefind complains of. */
async function indexPart(site: SiteWriter, folder: string, pages: readonly string[]): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const faults = await addFiles(index, site, pages);
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
 * Has Pagefind read files from where they lie, and gives what was wrong. One after the other, since it numbers pages as they
 * come: in a folder that it goes through by itself they come as the disk lists them, and each kind of disk has an order of
 * its own. A path of the site holds no sign that a pattern knows, so that it stands for itself.
 */
async function addFiles(index: PagefindIndex, site: SiteWriter, files: readonly string[]): Promise<string[]> {
  const added = await Promise.all(
    files.map(async (file) => ({ file, ...(await index.addDirectory({ path: site.folderOf(file), glob: file })) })),
  );
  return added.flatMap(({ file, errors, page_count }) =>
    page_count === 1 ? errors : [...errors, `${file} is not read`],
  );
}
