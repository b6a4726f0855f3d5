import { z } from 'zod';

/** A field of a schema by its path, entries of lists counting as the list itself. */
export interface SchemaField {
  path: string;
  schema: z.ZodType;
  /** Whether it is missed in a record with nothing in it, by itself or by a rule of the record. */
  isRequired: boolean;
  /** Whether other fields stand below it. */
  isGroup: boolean;
}

/** All fields of an object's schema, each before those below it. */
export function fieldsOf(schema: z.ZodType, prefix = ''): SchemaField[] {
  const object = objectIn(schema);
  if (!object) return [];
  const missed = new Set(object.safeParse({}).error?.issues.map(({ path }) => path[0]));
  return Object.entries(object.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
    {
      path: prefix + name,
      schema: field,
      isRequired: missed.has(name),
      isGroup: objectIn(field) !== undefined,
    },
    ...fieldsOf(field, `${prefix}${name}.`),
  ]);
}

/** The words that a field allows, where it allows only some. */
export function allowedWords(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return allowedWords(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return allowedWords(schema.element as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => allowedWords(option as z.ZodType));
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

/** The object that is in a schema, whether it may be left out, is listed, or replaced by a word. */
function objectIn(schema: z.ZodType): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return objectIn(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return objectIn(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodUnion)) return undefined;
  return schema.options.map((option) => objectIn(option as z.ZodType)).find((found) => found !== undefined);
}
