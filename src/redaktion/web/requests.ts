/** What the pages' script sends: checked before anything is done with it. */
import { z } from 'zod';
import { schemaOfValue, shapeOf } from '../../model/field.ts';
import { type Edits, schemaAt } from '../text/edited-text.ts';
import type { FieldChange, FieldPath } from '../text/head-data.ts';
import type { EditableText } from '../texts.ts';

/** Characters of a text. */
const longest = 1_500_000;

const text = z.string().max(longest);
const part = z.union([z.string().regex(/^[a-z][a-z\d]*$/i), z.number().int().min(0).max(10_000)]);

const editsSchema = z.strictObject({
  base: text,
  changes: z
    .array(
      z.strictObject({
        path: z.array(part).min(1).max(8),
        value: z.union([text, z.boolean(), z.array(text).max(1_000), z.null()]),
      }),
    )
    .max(5_000),
  body: text.optional(),
  whole: text.optional(),
});

export const checkRequest = z.strictObject({ file: z.string(), edits: editsSchema });
export const showRequest = checkRequest.extend({ kind: z.enum(['page', 'mail', 'feed', 'imprint']) });
export const mendRequest = checkRequest.extend({
  wanted: z.strictObject({ rule: z.string(), line: z.number().int() }).optional(),
});
export const saveRequest = checkRequest.extend({ version: z.string(), synced: text, isMerged: z.boolean().optional() });

/** The edits with values as the schema takes them; undefined where a change is for a field that there isn't. */
export function editsFor(
  { schema }: EditableText,
  { changes, ...rest }: z.output<typeof editsSchema>,
): Edits | undefined {
  const known: FieldChange[] = [];
  for (const { path, value } of changes) {
    if (!isField(schema, path)) return undefined;
    known.push({ path, value: valueFor(schemaAt(schema, path), value) });
  }
  return { ...rest, changes: known };
}

function isField(schema: unknown, path: FieldPath): boolean {
  return path.every((name, index) => {
    if (typeof name === 'number') return schemaAt(schema, path.slice(0, index + 1)) !== undefined;
    const shape = shapeOf(schemaAt(schema, path.slice(0, index)));
    return shape !== undefined && Object.hasOwn(shape, name);
  });
}

/** An empty field is none. */
function valueFor(schema: unknown, value: z.output<typeof editsSchema>['changes'][number]['value']): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'string') return value;
  const line = value.replace(/\s*\r?\n\s*/g, ' ').trim();
  if (line === '') return undefined;
  return schemaOfValue(schema) instanceof z.ZodNumber && /^\d+$/.test(line) ? Number(line) : line;
}
