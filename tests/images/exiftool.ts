import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { exiftoolPath } from 'exiftool-vendored';

const run = promisify(execFile);

/** What exiftool reads in a file, by group and name: `XMP-photoshop:Credit`. */
export type Tags = Record<string, string | number | string[]>;

/** The metadata of every picture in a folder and below. */
export async function readTags(folder: string): Promise<Tags[]> {
  const args = ['-json', '-G1', '-r', '-n', '-ext', 'avif', '-ext', 'webp', '-ext', 'jpg', folder];
  const { stdout } = await run(await exiftoolPath(), args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Tags[];
}
