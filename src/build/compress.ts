import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { isCompressible } from '../model/media-types.ts';
import type { TellProgress } from '../settings/progress.ts';
import type { ToCompress, Written } from './compress-worker.ts';
import { compressed } from './compressed.ts';
import type { SiteWriter } from './site-writer.ts';

export { compressionVersion } from './compressed.ts';

/** Smaller files are redirects and marks of a few words: nothing is saved on them that a reader could notice. */
const smallest = 400;

/** As many files are worth a thread of their own, and as many are handed to it at a time. */
const leastForThread = 500;
const atOnce = 50;

/**
 * Wants a `.br` and a `.gz` beside every file of a site that is worth it, with the file's own time of last change, unless
 * it has them. The same file gives the same bytes. `isKnown` says that the last build has compressed in the same way.
 * Returns how many files it has looked at: a later call begins behind them.
 */
export async function compressSite(
  site: SiteWriter,
  { isKnown, begin, progress }: { isKnown: boolean; begin: number; progress?: TellProgress | undefined },
): Promise<number> {
  const all = site.files();
  const isKept = (file: string) =>
    isKnown && site.isAsBefore(file) && site.keep(`${file}.br`) && site.keep(`${file}.gz`);
  // Whether it is kept comes before what it is: nearly all are.
  const files = all
    .slice(begin)
    .filter((file) => !site.has(`${file}.br`) && !isKept(file))
    .filter((file) => isCompressible(file) && site.bytesOf(file) >= smallest);
  if (files.length >= leastForThread) await compressApart(site, files, progress);
  else await compressHere(site, files, progress);
  return all.length;
}

async function compressHere(site: SiteWriter, files: readonly string[], progress?: TellProgress): Promise<void> {
  for (const [index, file] of files.entries()) {
    progress?.('compression', index, files.length);
    for (const [ending, bytes] of compressed(site.read(file), isHashed(file))) site.put(file + ending, bytes, file);
    // Whatever else is under way goes on meanwhile.
    await setImmediate();
  }
}

/** In the thread: not in those that Node has for it, to which handing each file takes a third longer of processor time. */
async function compressApart(site: SiteWriter, files: readonly string[], progress?: TellProgress): Promise<void> {
  const worker = new Worker(new URL('./compress-worker.ts', import.meta.url), { execArgv: [] });
  const ended = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that compresses ended with ${code} before it was done`)));
  });
  // It ends when it is told to, too.
  ended.catch(() => undefined);
  try {
    for (let done = 0; done < files.length; done += atOnce) {
      progress?.('compression', done, files.length);
      const some = files.slice(done, done + atOnce);
      worker.postMessage(
        some.map(
          (file): ToCompress => ({
            source: site.location(file),
            target: join(site.newFiles, file),
            isHashed: isHashed(file),
          }),
        ),
      );
      const [written]: Written[][] = await Promise.race([once(worker, 'message'), ended]);
      for (const [index, file] of some.entries()) {
        for (const { ending, ...known } of written?.[index] ?? []) site.putWritten(file + ending, known);
      }
    }
  } finally {
    await worker.terminate();
  }
}

function isHashed(file: string): boolean {
  return file.startsWith('_astro');
}
