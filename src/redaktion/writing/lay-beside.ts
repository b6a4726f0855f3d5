/** A file that comes to a text: it is laid beside it under a name that nothing has, and kept in the history. */
import { join } from 'node:path';
import { namesIn, writeTogether } from '../../build/write-together.ts';
import { numberedName } from '../../model/attachment-name.ts';
import { contentFolders } from '../../model/content-files.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';

export interface LaidFile {
  /** The name under which it lies beside the text. */
  name: string;
  /** Why it is not in the history. */
  notKept?: string;
}

/** What is laid down: `nameFor` gives the first, second, third … name that it could have. */
interface NewFile {
  nameFor: (number: number) => string;
  bytes: Uint8Array;
  /** What the history says of it, by its path. */
  what: (path: string) => string;
}

/** Lays a file into the folder of an issue. Nothing is overwritten, and who is killed meanwhile leaves no half of it. */
export async function layBeside(
  desk: Desk,
  issue: string,
  { nameFor, bytes, what }: NewFile,
  by: Editor,
): Promise<LaidFile> {
  const folder = `${contentFolders.issues}/${issue}`;
  const name = write(join(desk.root, folder), nameFor, bytes);
  const notKept = await desk.keep([`${folder}/${name}`], by, what(`${folder}/${name}`));
  return { name, ...(notKept && { notKept }) };
}

/** The name under which these bytes lie beside a text already, under `first` or one of its numbers. */
export function sameFile(root: string, issue: string, first: string, bytes: Uint8Array): string | undefined {
  const folder = `${contentFolders.issues}/${issue}`;
  const content = contentOnDisk(root);
  const taken = new Set(content.files(folder));
  for (let number = 1; taken.has(numberedName(first, number)); number += 1) {
    const name = numberedName(first, number);
    const path = `${folder}/${name}`;
    if (content.size(path) === bytes.length && Buffer.compare(content.read(path) ?? Buffer.alloc(0), bytes) === 0) {
      return name;
    }
  }
  return undefined;
}

function write(folder: string, nameFor: NewFile['nameFor'], bytes: Uint8Array): string {
  for (let number = 1; ; number += 1) {
    const name = nameFor(number);
    // Some disks don't tell capitals from small letters, nor some web servers.
    if (namesIn(folder).some((taken) => taken.toLowerCase() === name.toLowerCase())) continue;
    try {
      writeTogether(folder, new Map([[name, bytes]]));
      return name;
    } catch (error) {
      // Another program was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !namesIn(folder).includes(name)) throw error;
    }
  }
}
