/**
 * Texts that no earlier run remembers, read a few issues at a time: whoever reads all of them at once answers nobody until it
 * is done.
 */
import { contentFolders } from '../model/content-files.ts';
import type { Site } from '../model/library.ts';
import type { WorkingTime } from '../model/release.ts';
import type { ContentFolder } from '../reader/files/content-folder.ts';
import type { TextMemory } from '../reader/files/text-memory.ts';
import { createReader } from '../reader/read.ts';

/** How many of the texts that have to be read are read; `site` is what is known of the publication by then. */
export interface Ahead {
  done: number;
  total: number;
  site?: Site;
}

/** Fewer texts are read in the time that a page takes. */
const fewest = 200;

/** Issues that are read in one go: about as long as nobody notices. */
const together = 12;

/** Reads into `texts` what is not remembered there, newest first, and says after each few issues how far it is. */
export function* readAhead(content: ContentFolder, texts: TextMemory, at: WorkingTime): Generator<Ahead> {
  const unread = content
    .folders(contentFolders.issues)
    .toReversed()
    .map((name) => ({ name, count: unreadIn(`${contentFolders.issues}/${name}`, content, texts) }))
    .filter(({ count }) => count > 0);
  const total = unread.reduce((sum, { count }) => sum + count, 0);
  if (total < fewest) return;
  yield { done: 0, total };
  let done = 0;
  for (let first = 0; first < unread.length; first += together) {
    const few = unread.slice(first, first + together);
    const names = new Set(few.map(({ name }) => name));
    const { library } = createReader(
      onlyIssues(content, names),
      texts,
    )({ ...at, mode: 'publish', isLegalStoodIn: true });
    done += few.reduce((sum, { count }) => sum + count, 0);
    yield { done, total, ...(library && { site: library.site }) };
  }
}

function unreadIn(folder: string, content: ContentFolder, texts: TextMemory): number {
  return content.files(folder).filter((name) => name.endsWith('.md') && !texts.find(`${folder}/${name}`)).length;
}

/** Content of which only these issues are seen. */
function onlyIssues(content: ContentFolder, names: ReadonlySet<string>): ContentFolder {
  return {
    ...content,
    folders: (folder) => content.folders(folder).filter((name) => folder !== contentFolders.issues || names.has(name)),
    listedOnce: () => onlyIssues(content.listedOnce(), names),
  };
}
