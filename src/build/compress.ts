import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isCompressible } from '../model/media-types.ts';
import type { TellProgress } from '../settings/progress.ts';
import type { SiteWriter } from './site-writer.ts';

/** Smaller files are redirects and marks of a few words: nothing is saved on them that a reader could notice. */
const smallest = 400;

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/** Changes when the same file may give other bytes: with another level or another version of a compressor. */
export const compressionVersion = JSON.stringify([quality, process.versions.brotli, process.versions.zlib]);

/**
 * Wants a `.br` (RFC 7932) and a `.gz` (RFC 1952) beside every file of a site that is worth it, with the file's own time
 * of last change, unless it has them. The same file gives the same bytes. `isKnown` says that the last build has compressed
 * in the same way. File by file and in this thread: handing small files to others takes a third longer of processor time.
 */
export async function compressSite(site: SiteWriter, isKnown: boolean, progress?: TellProgress): Promise<void> {
  const files = site.files().filter((file) => isCompressible(file) && !site.has(`${file}.br`));
  for (const [index, file] of files.entries()) {
    progress?.('compression', index, files.length);
    if (site.bytesOf(file) < smallest) continue;
    if (isKnown && site.isAsBefore(file) && site.keep(`${file}.br`) && site.keep(`${file}.gz`)) continue;
    // Whoever waits for another process gets its turn.
    await setImmediate();
    const bytes = site.read(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: file.startsWith('_astro') ? quality.hashed : quality.page,
      [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    site.put(`${file}.br`, brotliCompressSync(bytes, { params }), file);
    site.put(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }), file);
  }
}

/** A window as big as the file. The default, 4 MB for every small page, costs four times as long for nothing. */
function windowBits(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(bytes))));
}
