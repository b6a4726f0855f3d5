/**
 * Compresses files in a thread of its own, whose memory is small: what goes through here would have the whole library looked
 * through for garbage again and again.
 */
import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { compressed } from './compressed.ts';

/** A file to be compressed: where it lies, and where the others come to lie, their endings left out. */
export interface ToCompress {
  /** Its path in the site. */
  file: string;
  source: string;
  target: string;
  isHashed: boolean;
}

/** What was written for a file. */
export interface Written {
  file: string;
  forms: { ending: string; hash: string; bytes: number }[];
}

parentPort?.on('message', (files: readonly ToCompress[]) => {
  parentPort?.postMessage(files.map(compressFile));
});

function compressFile({ file, source, target, isHashed }: ToCompress): Written {
  // With the file's own time of last change.
  const { atime, mtime } = lstatSync(source);
  const forms = compressed(readFileSync(source), isHashed).map(([ending, bytes]) => {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target + ending, bytes);
    utimesSync(target + ending, atime, mtime);
    return { ending, hash: hash('sha256', bytes, 'hex'), bytes: bytes.length };
  });
  return { file, forms };
}
