import { z } from 'zod';
import { isRecord, isTypeset, schemaOfValue, shapeOf } from '../model/field.ts';
import { typeset } from '../text/typography.ts';

/**
 * A value of the schema with German typography in all that the schema says is prose; names, credits, addresses and
 * whatever else stands there are left as they are. Parts in which nothing changes are not copied.
 */
export function typesetFields<Value>(schema: z.ZodType, value: Value): Value {
  return typesetValue(schema, value) as Value;
}

function typesetValue(schema: unknown, value: unknown): unknown {
  const form = schemaOfValue(schema, Array.isArray(value));
  if (typeof value === 'string') return form instanceof z.ZodType && isTypeset(form) ? typeset(value) : value;
  if (Array.isArray(value)) {
    if (!(form instanceof z.ZodArray)) return value;
    const entries = value.map((entry) => typesetValue(form.element, entry));
    return entries.some((entry, index) => entry !== value[index]) ? entries : value;
  }
  const shape = shapeOf(form);
  if (!shape || !isRecord(value)) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, typesetValue(shape[name], field)] as const);
  return fields.some(([name, field]) => field !== value[name]) ? Object.fromEntries(fields) : value;
}
