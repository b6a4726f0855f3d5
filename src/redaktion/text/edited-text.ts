import { z } from 'zod';
import { schemaOfValue, shapeOf } from '../../model/field.ts';
import type { FieldChange, FieldPath } from './head-data.ts';
import { editedHead, HeadNotEditable } from './head-edit.ts';
import type { FieldOrder } from './head-editor.ts';
import { partsOf, putTogether, rewritten } from './written-file.ts';

/** What somebody did to a text since they opened it. */
export interface Edits {
  /** The text as it was opened. */
  base: string;
  changes: readonly FieldChange[];
  /** The body as it is now, its lines ended by `\n`; undefined where nobody touched it. */
  body?: string | undefined;
  /** The whole file as it is now, where it is edited as a whole. */
  whole?: string | undefined;
}

/** A text that was mended, and how many places of it. */
export interface EditedFile {
  text: string;
  count: number;
}

/** The text of `file` with the edits made, everything else as it was. Throws {@link HeadNotEditable}. */
export function editedText(
  { base, changes, body, whole }: Edits,
  { file, schema }: { file: string; schema: z.ZodType },
): string {
  if (whole !== undefined) return rewritten(base, whole);
  const parts = partsOf(file, base);
  if (!parts) {
    if (changes.length === 0 && body === undefined) return base;
    throw new HeadNotEditable();
  }
  const head = changes.length > 0 ? editedHead(parts.head, changes, orderOf(schema)) : parts.head;
  return putTogether({ ...parts, head, body: body === undefined ? parts.body : rewritten(parts.body, body) });
}

/** The order of a schema's fields, at any depth. */
function orderOf(schema: z.ZodType): FieldOrder {
  return (path) => Object.keys(shapeOf(schemaAt(schema, path)) ?? {});
}

/** The schema of the value at `path`; of one with several forms that of the full one. */
export function schemaAt(schema: unknown, path: FieldPath): unknown {
  return path.reduce((outer: unknown, part) => {
    const value = schemaOfValue(outer, typeof part === 'number');
    if (value instanceof z.ZodArray) return value.element;
    return shapeOf(value)?.[String(part)];
  }, schema);
}
