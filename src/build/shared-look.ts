import { Worker } from 'node:worker_threads';
import { type FolderStates, isAsBefore, type Look, lookAt, nothingBefore, packedStates } from './file-states.ts';

/** What lay in a folder, as a thread is given it, and where it notes what it has found. */
export interface SharedStates {
  folder: string;
  paths: string;
  numbers: Float64Array<SharedArrayBuffer>;
  /** For each path: whether it is as it was. */
  found: Uint8Array<SharedArrayBuffer>;
  /** How many of the paths the thread has looked at, from the first on. */
  done: Int32Array<SharedArrayBuffer>;
}

/** What is found of a path; nothing yet is 0. */
export const [asBefore, otherwise] = [1, 2];

/** As many are looked at in the time in which a thread begins. */
const leastForThread = 5_000;

/**
 * A look at a folder in which two threads take part: one of its own, which begins at the first path, and the one that wants
 * to know, which begins at the last and stops where they meet. So whoever has something else to do first finds it done, and
 * nobody waits for a thread: what it hasn't looked at, for whatever reason, is looked at here.
 */
export class SharedLook {
  readonly #folder: string;
  readonly #before: FolderStates;
  readonly #found: Uint8Array<SharedArrayBuffer>;
  readonly #done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #thread: Worker | undefined;
  #look: Look | undefined;

  /** `before` is what lay there; `code` that of the thread, with none there is none. */
  constructor(folder: string, before: FolderStates = nothingBefore, code?: string) {
    this.#folder = folder;
    this.#before = before;
    this.#found = new Uint8Array(new SharedArrayBuffer(before.paths.length));
    if (code !== undefined && before.paths.length >= leastForThread) this.#thread = this.#begin(code);
  }

  #begin(code: string): Worker {
    const { paths, numbers } = packedStates(this.#before);
    const shared = new Float64Array(new SharedArrayBuffer(numbers.byteLength));
    shared.set(numbers);
    const workerData: SharedStates = {
      folder: this.#folder,
      paths,
      numbers: shared,
      found: this.#found,
      done: this.#done,
    };
    // With none of the options of this process: not all of them are for threads.
    const thread = new Worker(code, { workerData, execArgv: [] });
    thread.unref();
    // Whatever is wrong with it, it has only done less.
    thread.on('error', () => undefined);
    return thread;
  }

  /** What is found; nothing in the folder may change from the beginning until then. */
  finish(): Look {
    this.#look ??= this.#finished();
    return this.#look;
  }

  #finished(): Look {
    const [folder, before, found] = [this.#folder, this.#before, this.#found];
    for (let index = before.paths.length - 1; index >= Atomics.load(this.#done, 0); index -= 1) {
      found[index] = isAsBefore(folder, before, index) ? asBefore : otherwise;
    }
    void this.#thread?.terminate();
    if (!found.includes(otherwise)) return { states: before, changed: new Set() };
    return lookAt(folder, before, (index) => found[index] === asBefore);
  }
}
