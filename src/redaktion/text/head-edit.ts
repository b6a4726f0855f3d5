/**
 * Changes of single fields in the YAML of a file: what isn't changed keeps its bytes, with comments, order, quotes, line
 * ends and fields that nobody knows.
 */
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { changedData, type FieldChange, headData } from './head-data.ts';
import { type FieldOrder, HeadEditor } from './head-editor.ts';
import { usualLineEnd } from './written-file.ts';

/** The YAML can't be read, or holds what can't be changed by itself: it has to be edited as a text. */
export class HeadNotEditable extends Error {}

/** The head with the changes made, one after the other. Throws {@link HeadNotEditable}. */
export function editedHead(head: string, changes: readonly FieldChange[], order: FieldOrder): string {
  return changes.reduce((text, change) => withChange(text, change, order), head);
}

function withChange(head: string, { path, value }: FieldChange, order: FieldOrder): string {
  const before = headData(head);
  if (!before) throw new HeadNotEditable();
  const wanted = changedData(before, path, value) ?? {};
  if (isDeepStrictEqual(before, wanted)) return head;
  const isRight = (text: string | undefined): text is string =>
    text !== undefined && isDeepStrictEqual(headData(text), wanted);
  const inPlace = new HeadEditor(head, order).set(path, value);
  if (isRight(inPlace)) return inPlace;
  // Rare forms, such as lists in lists: the library writes the whole head, which keeps comments but not every space.
  const document = parseDocument(head);
  const [field] = path;
  const whole = wanted[String(field)];
  if (whole === undefined) document.delete(field);
  else document.set(field, document.createNode(whole));
  const written = document.toString({ lineWidth: 0 }).replaceAll('\n', usualLineEnd(head));
  if (isRight(written)) return written;
  throw new HeadNotEditable();
}
