import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ToCompress, Written } from './compress-worker.ts';
import { isHashed } from './compressed.ts';
import type { SiteWriter } from './site-writer.ts';

/** As many files are handed over at a time. */
const atOnce = 50;

/** What is known of a file that was handed over. */
interface Handed {
  /** The hash of its bytes then. */
  hash: string | undefined;
  /** What was written for it; none before the thread has answered. */
  written?: Written;
}

/**
 * A thread that compresses files of a site while others work; its answers are heard when they give way to it. Not those
 * that Node has for it: handing each file to them takes a third longer of processor time.
 */
export class CompressThread implements AsyncDisposable {
  readonly #site: SiteWriter;
  readonly #worker = new Worker(new URL('./compress-worker.ts', import.meta.url), { execArgv: [] });
  readonly #ended = Promise.withResolvers<never>();
  readonly #handed = new Map<string, Handed>();
  #trouble: Error | undefined;
  #waiting = 0;

  constructor(site: SiteWriter) {
    this.#site = site;
    const end = (trouble: Error) => {
      this.#trouble ??= trouble;
      this.#ended.reject(trouble);
    };
    this.#worker.on('message', (answers: readonly Written[]) => {
      for (const written of answers) Object.assign(this.#handed.get(written.file) ?? {}, { written });
      this.#waiting -= answers.length;
    });
    this.#worker.on('error', end);
    this.#worker.on('exit', (code) => {
      end(new Error(`the thread that compresses ended with ${code} before it was done`));
    });
    // It ends when it is told to, too, and while nobody waits for it.
    this.#ended.promise.catch(() => undefined);
  }

  /** How many files it has not compressed yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Hands over files that lie there whole, and waits for nothing. Throws what has ended the thread. */
  hand(files: readonly string[]): void {
    if (this.#trouble) throw this.#trouble;
    for (let begin = 0; begin < files.length; begin += atOnce) {
      const some = files.slice(begin, begin + atOnce);
      for (const file of some) this.#handed.set(file, { hash: this.#site.hashOf(file) });
      this.#waiting += some.length;
      this.#worker.postMessage(some.map((file) => this.#toCompress(file)));
    }
  }

  /** Whether a file was handed over with the bytes that it has now. */
  has(file: string): boolean {
    const handed = this.#handed.get(file);
    return handed !== undefined && handed.hash === this.#site.hashOf(file);
  }

  /** Waits for all that was handed over, and tells at each answer. Throws what has ended the thread. */
  async finish(tell: () => void): Promise<void> {
    while (this.#waiting > 0) {
      tell();
      await Promise.race([once(this.#worker, 'message'), this.#ended.promise]);
    }
  }

  /** What was written for a file that was handed over, once `finish` has waited for it; it is forgotten here. */
  take(file: string): Written['forms'] {
    const { written } = this.#handed.get(file) ?? {};
    if (!written) throw new Error(`${file} was not compressed`);
    this.#handed.delete(file);
    return written.forms;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  #toCompress(file: string): ToCompress {
    const source = this.#site.location(file);
    return { file, source, target: join(this.#site.newFiles, file), isHashed: isHashed(file) };
  }
}
