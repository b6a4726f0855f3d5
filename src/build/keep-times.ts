import { readFile, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn, forEachFile } from './site-files.ts';

/**
 * Gives a file whose bytes are those of the last build its time of last change, so that web servers go on answering
 * "304 Not Modified" after the daily build and copying tools see what really changed. Returns these files, as paths
 * within the folder.
 */
export async function keepTimes(folder: string, lastFolder: string): Promise<ReadonlySet<string>> {
  const unchanged = new Set<string>();
  await forEachFile(filesIn(folder), async (file) => {
    const [path, lastPath] = [join(folder, file), join(lastFolder, file)];
    const last = await statIfPresent(lastPath);
    if (!last || last.size !== (await stat(path)).size) return;
    const [bytes, lastBytes] = await Promise.all([readFile(path), readFile(lastPath)]);
    if (!bytes.equals(lastBytes)) return;
    await utimes(path, last.atime, last.mtime);
    unchanged.add(file);
  });
  return unchanged;
}

async function statIfPresent(path: string) {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return found?.isFile() ? found : undefined;
}
