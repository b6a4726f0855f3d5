import { isCompressible } from '../model/media-types.ts';
import type { TellProgress } from '../settings/progress.ts';
import { CompressThread } from './compress-thread.ts';
import { type Compressed, compressedAside, isHashed } from './compressed.ts';
import type { SiteWriter } from './site-writer.ts';

export { compressionVersion } from './compressed.ts';

/** Smaller files are redirects and marks of a few words: nothing is saved on them that a reader could notice. */
const smallest = 400;

/** As many files are worth a thread of their own. */
const leastForThread = 500;

/** What a file is compressed to by one of Node's own threads. */
interface Begun {
  /** The hash of its bytes then. */
  hash: string | undefined;
  forms: Promise<Compressed>;
}

/**
 * Wants a `.br` and a `.gz` beside every file of a site that is worth it, with the file's own time of last change, unless
 * it has them. The same file gives the same bytes, and the same files are wanted in the same order, whatever was begun before.
 */
export class Compression implements AsyncDisposable {
  readonly #site: SiteWriter;
  /** Whether the last build has compressed in the same way. */
  readonly #isKnown: boolean;
  readonly #progress: TellProgress | undefined;
  #thread: CompressThread | undefined;
  readonly #aside = new Map<string, Begun>();
  /** One file after the other: whatever else is under way needs processors too. */
  #lastBegun: Promise<unknown> = Promise.resolve();
  /** Nothing that was begun is wanted any more. */
  #isOver = false;

  constructor(site: SiteWriter, { isKnown, progress }: { isKnown: boolean; progress?: TellProgress | undefined }) {
    this.#site = site;
    this.#isKnown = isKnown;
    this.#progress = progress;
  }

  /**
   * Begins, in a thread, with files that lie there whole, while others are still made. Nothing is wanted before `finish`.
   * Throws what has ended the thread.
   */
  begin(files: readonly string[]): void {
    this.#thread ??= new CompressThread(this.#site);
    this.#thread.hand(this.#likely(files));
  }

  /** The same with few files: Node's own threads are there already. */
  beginFew(files: readonly string[]): void {
    if (this.#aside.size < leastForThread) for (const file of this.#likely(files)) this.#beginOne(file);
  }

  /** Compresses what the site holds now. A later call looks at what came since. Throws what has ended the thread. */
  async finish(): Promise<void> {
    const site = this.#site;
    const isKept = (file: string) => this.#isKnown && site.isAsBefore(file) && site.keepForms(file);
    const files = site.keepCompressed(this.#isKnown).filter((file) => this.#isWorth(file) && !isKept(file));
    if (files.length >= leastForThread) this.#thread ??= new CompressThread(site);
    if (this.#thread) await this.#finishWith(this.#thread, files);
    else await this.#compressHere(files);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    await this.#thread?.[Symbol.asyncDispose]();
  }

  /** What is as before is likely to have them: `finish` looks. */
  #likely(files: readonly string[]): string[] {
    const site = this.#site;
    return files.filter((file) => this.#isWorth(file) && !(this.#isKnown && site.isAsBefore(file)));
  }

  /** Where one form is there already and the other isn't, it is somebody's own: it stays as it is, and no other comes. */
  #isWorth(file: string): boolean {
    const site = this.#site;
    const isLarge = isCompressible(file) && site.bytesOf(file) >= smallest;
    return isLarge && !site.has(`${file}.br`) && !site.has(`${file}.gz`);
  }

  async #finishWith(thread: CompressThread, files: readonly string[]): Promise<void> {
    thread.hand(files.filter((file) => !thread.has(file)));
    await thread.finish(() => this.#progress?.('compression', files.length - thread.waiting, files.length));
    // In the order of the site, not in that of its answers.
    for (const file of files) {
      for (const { ending, ...known } of thread.take(file)) this.#site.putWritten(file + ending, known);
    }
  }

  async #compressHere(files: readonly string[]): Promise<void> {
    for (const [index, file] of files.entries()) {
      this.#progress?.('compression', index, files.length);
      const before = this.#aside.get(file);
      const { forms } = before && before.hash === this.#site.hashOf(file) ? before : this.#beginOne(file);
      for (const [ending, bytes] of await forms) this.#site.put(file + ending, bytes, file);
      this.#aside.delete(file);
    }
  }

  #beginOne(file: string): Begun {
    const bytes = this.#site.read(file);
    const forms = this.#lastBegun.then(() => (this.#isOver ? [] : compressedAside(bytes, isHashed(file))));
    // Whoever waits for it is told.
    this.#lastBegun = forms.catch(() => undefined);
    const begun = { hash: this.#site.hashOf(file), forms };
    this.#aside.set(file, begun);
    return begun;
  }
}
