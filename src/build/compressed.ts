/** A file in the two forms in which web servers send it compressed. */
import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  type ZlibOptions,
} from 'node:zlib';

/** Levels as measured in docs/decisions/0030; hashed files are few and loaded by every reader, so they get the best. */
const quality = { page: 6, hashed: constants.BROTLI_MAX_QUALITY };

/** Changes when the same file may give other bytes: with another level or another version of a compressor. */
export const compressionVersion = JSON.stringify([quality, process.versions.brotli, process.versions.zlib]);

/** By the ending that each gets: `.br` (RFC 7932) and `.gz` (RFC 1952). The same bytes give the same. */
export type Compressed = [ending: string, bytes: Uint8Array][];

export function compressed(bytes: Uint8Array, isHashed: boolean): Compressed {
  return [
    ['.br', brotliCompressSync(bytes, optionsOfBrotli(bytes, isHashed))],
    ['.gz', gzipSync(bytes, optionsOfGzip)],
  ];
}

/** The same, done by threads of Node's own. */
export async function compressedAside(bytes: Uint8Array, isHashed: boolean): Promise<Compressed> {
  // All of it at once: they would else wait for this one after each piece.
  const chunkSize = Math.max(constants.Z_DEFAULT_CHUNK, bytes.length);
  const [br, gz] = await Promise.all([
    promisify<Uint8Array, BrotliOptions, Buffer>(brotliCompress)(bytes, {
      ...optionsOfBrotli(bytes, isHashed),
      chunkSize,
    }),
    promisify<Uint8Array, ZlibOptions, Buffer>(gzip)(bytes, { ...optionsOfGzip, chunkSize }),
  ]);
  return [
    ['.br', br],
    ['.gz', gz],
  ];
}

const optionsOfGzip: ZlibOptions = { level: constants.Z_BEST_COMPRESSION };

function optionsOfBrotli(bytes: Uint8Array, isHashed: boolean): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: isHashed ? quality.hashed : quality.page,
      [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
}

/** Whether a file is named by its content. */
export function isHashed(file: string): boolean {
  return file.startsWith('_astro');
}

/** A window as big as the file. The default, 4 MB for every small page, costs four times as long for nothing. */
function windowBits(bytes: number): number {
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(16, Math.ceil(Math.log2(bytes))));
}
