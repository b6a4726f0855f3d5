/** Whom an office document names as its authors: its own notes, which go out with it. */
import { UserError } from '../model/user-error.ts';
import { openArchive } from './archive.ts';
import { child, readXml, textOf } from './xml.ts';

/** Where Office Open XML (ECMA-376, part 2) and OpenDocument (part 3) keep them. */
const places: readonly { part: string; path: readonly string[]; names: readonly string[] }[] = [
  { part: 'docProps/core.xml', path: ['cp:coreProperties'], names: ['dc:creator', 'cp:lastModifiedBy'] },
  {
    part: 'meta.xml',
    path: ['office:document-meta', 'office:meta'],
    names: ['meta:initial-creator', 'dc:creator'],
  },
];

/** The people that a document names as those who wrote or changed it; none of what is no such document, or is broken. */
export async function namedAuthors(fileName: string, bytes: Uint8Array): Promise<string[]> {
  try {
    const archive = await openArchive(bytes, fileName, (name) => places.some(({ part }) => part === name));
    const found = places.flatMap(({ part, path, names }) => {
      const record = child(readXml(archive, part, fileName), ...path);
      return names.map((name) => textOf(child(record, name)).replace(/\s+/g, ' ').trim().slice(0, 200));
    });
    return [...new Set(found.filter((name) => name !== ''))];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
