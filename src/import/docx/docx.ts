import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { UserError } from '../../model/user-error.ts';
import { importErrors, importNotes } from '../../words/import.ts';
import { type Archive, openArchive, packArchive } from '../archive.ts';
import type { ImportFile, ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { attribute, child, descendants, elements, readXml, textOf } from '../xml.ts';
import { newCounts, tellCounts } from './dropped.ts';
import { giveListsTheirNumbers } from './list-numbers.ts';
import { mendMarkup } from './markup.ts';
import { ListNumbers } from './numbering.ts';
import { readStyles, styleMap } from './styles.ts';

/** Reads a Word document (.docx, ECMA-376). */
export async function readDocx({ name, bytes }: ImportFile, notes: ImportNotes): Promise<Source> {
  const archive = await openArchive(bytes, name);
  const xml = (part: string) => readXml(archive, part, name);
  const main = mainPart(archive, name);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(xml(`${folder}styles.xml`));
  const numbers = new ListNumbers(xml(`${folder}numbering.xml`));

  const mended = new Map(archive);
  const counts = newCounts();
  for (const part of [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    const root = xml(part);
    if (!root) continue;
    mendMarkup(root, styles, numbers, counts);
    mended.set(part, new TextEncoder().encode(toXml(root)));
  }
  tellCounts(counts, notes);
  tellComments(archive, folder, name, notes);

  const pictures = new Map<string, Uint8Array>();
  const tree = fromHtml(await toHtml(mended, name, styleMap(styles), pictures, notes), { fragment: true });
  giveListsTheirNumbers(tree, notes);
  const margins = [...archive.keys()]
    .filter((part) => part.startsWith(folder) && /(?:header|footer)\d*\.xml$/.test(part))
    .flatMap((part) => descendants(xml(part), 'w:p').map(wordsOf));
  return {
    tree,
    pictures,
    documentTitle: textOf(child(xml('docProps/core.xml'), 'cp:coreProperties', 'dc:title')).trim() || undefined,
    margins: [...new Set(margins)].filter((text) => text !== ''),
  };
}

/** What is to be read of a paragraph: not the instructions of its fields. */
function wordsOf(paragraph: Element): string {
  return descendants(paragraph, 'w:t').map(textOf).join('').trim();
}

/** The part that holds the text, as the archive's relationships name it. */
function mainPart(archive: Archive, fileName: string): string {
  const relations = elements(child(readXml(archive, '_rels/.rels', fileName), 'Relationships'), 'Relationship');
  const target = relations.find((relation) => attribute(relation, 'Type')?.endsWith('/officeDocument'));
  const part = (attribute(target, 'Target') ?? '').replace(/^\//, '');
  if (!archive.has(part)) throw new UserError(importErrors.damaged(fileName));
  return part;
}

async function toHtml(
  archive: Archive,
  fileName: string,
  map: string[],
  pictures: Map<string, Uint8Array>,
  notes: ImportNotes,
): Promise<string> {
  const buffer = Buffer.from(await packArchive(archive));
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `picture:${pictures.size + 1}`;
    try {
      pictures.set(src, new Uint8Array(await image.readAsArrayBuffer()));
      return { src };
    } catch {
      // One that is only linked: Mammoth refuses to look for it, and so do we.
      notes.dropped.push(importNotes.linkedPicture);
      return { src: '' };
    }
  });
  try {
    const options = { styleMap: map, includeEmbeddedStyleMap: false, convertImage, ignoreEmptyParagraphs: true };
    return (await mammoth.convertToHtml({ buffer }, { ...options, externalFileAccess: false })).value;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UserError(importErrors.damaged(fileName));
  }
}

function tellComments(archive: Archive, folder: string, fileName: string, notes: ImportNotes): void {
  for (const comment of descendants(readXml(archive, `${folder}comments.xml`, fileName), 'w:comment')) {
    notes.dropped.push(
      importNotes.comment(attribute(comment, 'w:author') ?? '', descendants(comment, 'w:p').map(wordsOf).join(' ')),
    );
  }
}
