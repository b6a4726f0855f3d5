import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../delivery/media-types.ts';
import { filesIn, forEachFile } from './site-files.ts';

/** Below this many bytes a packet is saved by nothing. */
const smallest = 1024;

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/**
 * Writes a `.br` (RFC 7932) and a `.gz` (RFC 1952) beside every file of a built site that gets smaller by it, with
 * the file's own time of last change. The same file gives the same bytes.
 */
export async function compressSite(folder: string): Promise<void> {
  await forEachFile(filesIn(folder).filter(isCompressible), async (file) => {
    const path = join(folder, file);
    const [bytes, { atime, mtime }] = await Promise.all([readFile(path), stat(path)]);
    if (bytes.length < smallest) return;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: file.startsWith('_astro') ? quality.hashed : quality.page,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const written: [ending: string, Buffer][] = [
      ['br', await promisify(brotliCompress)(bytes, { params })],
      ['gz', await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
    ];
    for (const [ending, compressed] of written) {
      await writeFile(`${path}.${ending}`, compressed);
      await utimes(`${path}.${ending}`, atime, mtime);
    }
  });
}
