import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../model/media-types.ts';
import { filesIn, forEachFile } from './site-files.ts';

/** Smaller files are redirects and marks of a few words: nothing is saved on them that a reader could notice. */
const smallest = 400;

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/** Changes when the same file may give other bytes: with another level or another version of a compressor. */
export const compressionVersion = JSON.stringify([quality, process.versions.brotli, process.versions.zlib]);

/** The last build, whose compressed files are taken over where nothing changed. */
export interface LastBuild {
  folder: string;
  unchanged: ReadonlySet<string>;
}

/**
 * Writes a `.br` (RFC 7932) and a `.gz` (RFC 1952) beside every file of a built site that gets smaller by it, with
 * the file's own time of last change. The same file gives the same bytes.
 */
export async function compressSite(folder: string, last?: LastBuild): Promise<void> {
  await forEachFile(filesIn(folder).filter(isCompressible), async (file) => {
    const path = join(folder, file);
    const [bytes, { atime, mtime }] = await Promise.all([readFile(path), stat(path)]);
    if (bytes.length < smallest) return;
    if (last?.unchanged.has(file) && (await takeOver(join(last.folder, file), path))) return;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: file.startsWith('_astro') ? quality.hashed : quality.page,
      [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
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

/** Links to the compressed files of the last build; false where that is not possible, and nothing is left behind. */
async function takeOver(lastPath: string, path: string): Promise<boolean> {
  try {
    for (const ending of ['br', 'gz']) await link(`${lastPath}.${ending}`, `${path}.${ending}`);
    return true;
  } catch {
    // Not there, or a file system without links. A link must go before the file is written anew: it is the last build's.
    for (const ending of ['br', 'gz']) await rm(`${path}.${ending}`, { force: true });
    return false;
  }
}

/** A window as big as the file. The default, 4 MB for every small page, costs four times as long for nothing. */
function windowBits(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(bytes))));
}
