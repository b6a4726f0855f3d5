/** A file in the two forms in which web servers send it compressed. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/** Changes when the same file may give other bytes: with another level or another version of a compressor. */
export const compressionVersion = JSON.stringify([quality, process.versions.brotli, process.versions.zlib]);

/** By the ending that each gets: `.br` (RFC 7932) and `.gz` (RFC 1952). The same bytes give the same. */
export function compressed(bytes: Uint8Array, isHashed: boolean): [ending: string, bytes: Uint8Array][] {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isHashed ? quality.hashed : quality.page,
    [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return [
    ['.br', brotliCompressSync(bytes, { params })],
    ['.gz', gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION })],
  ];
}

/** Whether a file is named by its content. */
export function isHashed(file: string): boolean {
  return file.startsWith('_astro');
}

/** A window as big as the file. The default, 4 MB for every small page, costs four times as long for nothing. */
function windowBits(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(bytes))));
}
