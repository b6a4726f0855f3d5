import type { Root } from 'hast';
import { UserError } from '../../model/user-error.ts';
import { importErrors, importNotes } from '../../words/import.ts';
import { openArchive } from '../archive.ts';
import type { ImportFile, ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { child, descendants, readXml, textOf } from '../xml.ts';
import { OdtText } from './odt-text.ts';
import { readOdtStyles } from './styles.ts';

/** Reads an OpenDocument text (.odt, ISO/IEC 26300). */
export async function readOdt({ name, bytes }: ImportFile, notes: ImportNotes): Promise<Source> {
  const archive = await openArchive(bytes, name);
  const content = readXml(archive, 'content.xml', name);
  const text = child(content, 'office:document-content', 'office:body', 'office:text');
  if (!text) throw new UserError(importErrors.damaged(name));
  const stylesPart = readXml(archive, 'styles.xml', name);
  const reader = new OdtText(readOdtStyles([stylesPart, content]), archive);
  const tree: Root = { type: 'root', children: [...reader.blocks(text), ...reader.notes] };
  const { hidden, contents, formulas, textBoxes, lettered, comments } = reader.told;
  const changes = descendants(text, 'text:changed-region');
  const deleted = changes.filter((change) => child(change, 'text:deletion')).length;
  if (changes.length > 0) notes.dropped.push(importNotes.trackedChanges(changes.length - deleted, deleted));
  for (const { author, words } of comments) notes.dropped.push(importNotes.comment(author, words));
  const hiddenText = hidden.join(' ').trim();
  if (hiddenText) notes.dropped.push(importNotes.hiddenText(hiddenText));
  if (contents > 0) notes.dropped.push(importNotes.tableOfContents);
  if (formulas > 0) notes.dropped.push(importNotes.formulas(formulas));
  if (lettered) notes.leftToDo.push(importNotes.letteredList);
  if (textBoxes > 0) notes.leftToDo.push(importNotes.textBoxes);

  const meta = child(readXml(archive, 'meta.xml', name), 'office:document-meta', 'office:meta', 'dc:title');
  const pages = descendants(stylesPart, 'style:header').concat(descendants(stylesPart, 'style:footer'));
  const margins = pages.flatMap((margin) => descendants(margin, 'text:p').map((line) => textOf(line).trim()));
  return {
    tree,
    pictures: reader.pictures,
    documentTitle: textOf(meta).trim() || undefined,
    margins: [...new Set(margins)].filter((line) => line !== ''),
  };
}
