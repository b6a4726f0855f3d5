import type { Element } from 'xast';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';
import { attribute, child, descendants, textOf } from '../xml.ts';
import { isOn } from './styles.ts';

/** What is dropped from a Word file's markup, and what has to be looked at, counted to be told. */
export interface MarkupCounts {
  inserted: number;
  deleted: number;
  hidden: string[];
  textBoxes: number;
  contents: number;
  formulas: number;
  charts: number;
}

export function newCounts(): MarkupCounts {
  return { inserted: 0, deleted: 0, hidden: [], textBoxes: 0, contents: 0, formulas: 0, charts: 0 };
}

/** Counts what is looked for; true where it doesn't belong to the text. */
export function isDropped(node: Element, counts: MarkupCounts): boolean {
  switch (node.name) {
    case 'w:ins':
    case 'w:moveTo':
      if (textOf(node).trim()) counts.inserted += 1;
      return false;
    case 'w:del':
    case 'w:moveFrom':
      if (descendants(node, 'w:delText').length + descendants(node, 'w:t').length > 0) counts.deleted += 1;
      return node.name === 'w:moveFrom';
    case 'w:r':
      if (!isOn(child(node, 'w:rPr', 'w:vanish'))) return false;
      counts.hidden.push(textOf(node));
      return true;
    case 'w:tblHeader':
      return isOn(node) === false;
    case 'w:sdt': {
      const gallery = descendants(child(node, 'w:sdtPr'), 'w:docPartGallery')[0];
      const isContents = attribute(gallery, 'w:val') === 'Table of Contents';
      if (isContents) counts.contents += 1;
      return isContents;
    }
    case 'm:oMath':
      counts.formulas += 1;
      return true;
    case 'c:chart':
    case 'dgm:relIds':
      counts.charts += 1;
      return true;
    case 'w:txbxContent':
      // Word writes each twice, once for older programs.
      counts.textBoxes += 1;
      return false;
    default:
      return false;
  }
}

/** Says what was counted. */
export function tellCounts(counts: MarkupCounts, notes: ImportNotes): void {
  const { inserted, deleted, hidden, textBoxes, contents, formulas, charts } = counts;
  if (inserted + deleted > 0) notes.dropped.push(importNotes.trackedChanges(inserted, deleted));
  const hiddenText = hidden.join('').trim();
  if (hiddenText) notes.dropped.push(importNotes.hiddenText(hiddenText));
  if (contents > 0) notes.dropped.push(importNotes.tableOfContents);
  if (formulas > 0) notes.dropped.push(importNotes.formulas(formulas));
  if (charts > 0) notes.dropped.push(importNotes.charts(charts));
  if (textBoxes > 0) notes.leftToDo.push(importNotes.textBoxes);
}
