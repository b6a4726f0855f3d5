import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pMap from 'p-map';
import { isCompressible } from '../model/media-types.ts';
import type { TellProgress } from '../settings/progress.ts';
import { filesAtATime } from './site-files.ts';
import type { SiteWriter } from './site-writer.ts';

/** Smaller files are redirects and marks of a few words: nothing is saved on them that a reader could notice. */
const smallest = 400;

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/** Changes when the same file may give other bytes: with another level or another version of a compressor. */
export const compressionVersion = JSON.stringify([quality, process.versions.brotli, process.versions.zlib]);

/**
 * Wants a `.br` (RFC 7932) and a `.gz` (RFC 1952) beside every file of a site that is worth it, with the file's own time
 * of last change. The same file gives the same bytes. `isKnown` says that the last build has compressed in the same way.
 */
export async function compressSite(site: SiteWriter, isKnown: boolean, progress?: TellProgress): Promise<void> {
  const isKept = (file: string) =>
    isKnown && site.isAsBefore(file) && site.keep(`${file}.br`) && site.keep(`${file}.gz`);
  const files = site.files().filter((file) => isCompressible(file) && site.bytesOf(file) >= smallest && !isKept(file));
  await pMap(
    files,
    async (file, index) => {
      progress?.('compression', index, files.length);
      const bytes = site.read(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: file.startsWith('_astro') ? quality.hashed : quality.page,
        [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      site.put(`${file}.br`, await promisify(brotliCompress)(bytes, { params }), file);
      site.put(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }), file);
    },
    { concurrency: filesAtATime },
  );
}

/** A window as big as the file. The default, 4 MB for every small page, costs four times as long for nothing. */
function windowBits(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(bytes))));
}
