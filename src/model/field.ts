import { z } from 'zod';
import type { FormField } from '../words/forms/form-field.ts';
import { type Finding, finding } from '../words/problems.ts';
import type { FieldNames } from '../words/terms.ts';
import { outgoingAddress } from './web-address.ts';

/** Adds one of the product's own findings to what a schema found; `path` is relative to the value checked. */
export function refuse(context: z.RefinementCtx, found: Finding, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', path, params: { finding: found } });
}

/** Lets a rule over several fields run even when one of them is wrong, so that all is reported at once. */
export const evenIfIncomplete = {
  when: ({ value }: { value: unknown }) => isRecord(value),
};

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of text with something in it, shown as it is written: a name, a credit. */
export const line = z.string().trim().min(1).meta({ takesWords: true });

/** A line of text that is set in German typography. */
export const prose = line.meta({ isTypeset: true });

/** A telephone number in any of the usual notations, with a remark behind it if need be. */
export const phone = line.superRefine((text, context) => {
  if (!/^[\d+(]/.test(text) || (text.match(/\d/g)?.length ?? 0) < 3) refuse(context, finding('notAPhone', { text }));
});

/** What a schema says of itself; the registry puts it together anew each time that it is asked. */
const metaOf = new WeakMap<z.core.$ZodType, { takesWords: boolean; isTypeset: boolean }>();

function meta(schema: z.core.$ZodType) {
  const before = metaOf.get(schema);
  if (before) return before;
  const { takesWords, isTypeset } = z.globalRegistry.get(schema) ?? {};
  const found = { takesWords: takesWords === true, isTypeset: isTypeset === true };
  metaOf.set(schema, found);
  return found;
}

/** Whether a field takes words, in which any sign may occur, and not a value of a certain form. */
export function takesWords(schema: z.core.$ZodType): boolean {
  return meta(schema).takesWords;
}

/** Whether what stands in a field is set in German typography before it is shown. */
export function isTypeset(schema: z.core.$ZodType): boolean {
  return meta(schema).isTypeset;
}

/** Those of a record's fields that are right by themselves, whatever is wrong with the others. */
export function usableFields<Schema extends z.ZodType>(schema: Schema, data: unknown): Partial<z.output<Schema>> {
  if (!(schema instanceof z.ZodObject) || !isRecord(data)) return {};
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const result = (field as z.ZodType).safeParse(data[name]);
    return result.success && result.data !== undefined ? [[name, result.data]] : [];
  });
  return Object.fromEntries(fields);
}

/** A value, or a list of such: an editor needn't write a list of one. */
export function oneOrSeveral<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.array(schema).min(1), schema]);
}

/** What stands in a field made by {@link oneOrSeveral}, as a list. */
export function listOf<Value>(value: Value | Value[] | undefined): Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * The schema of what stands in a field where something does, and the full form where there is a short one; where a list
 * may stand as well, that of the list if there is one.
 */
export function schemaOfValue(schema: unknown, isList = false): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schemaOfValue(schema.unwrap(), isList);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const list = isList ? schema.options.find((option) => option instanceof z.ZodArray) : undefined;
  return list ?? schemaOfValue(schema.options.at(-1));
}

/** The fields of a schema's records, by their names; undefined if it is for something else. */
export function shapeOf(schema: unknown): Record<string, z.ZodType> | undefined {
  const record = schemaOfValue(schema);
  return record instanceof z.ZodObject ? record.shape : undefined;
}

/** What fields are called in a form; kept here and not in their metadata, which JSON Schema prints. */
const inForms = new WeakMap<z.core.$ZodType, FormField>();

/** What the field of a schema is called in a form; undefined for what no form shows, and for entries of lists. */
export function formFieldOf(field: z.core.$ZodType): FormField | undefined {
  return inForms.get(field);
}

/**
 * The fields of a record, each with the sentence that helps its author: its `description`, which JSON Schema prints too;
 * with `form` also with what it is called where a form shows it. A field without help doesn't compile, nor one without its
 * words in the form, nor words without their field.
 */
export function described<
  Shape extends Record<string, z.ZodType>,
  Help extends Record<keyof Shape, string>,
  Form extends Record<keyof Shape, FormField>,
>(
  shape: Shape,
  help: Help & Record<Exclude<keyof Help, keyof Shape>, never>,
  form?: Form & Record<Exclude<keyof Form, keyof Shape>, never>,
): Shape {
  const fields = Object.entries(shape).map(([name, field]) => {
    const made = field.describe(String(help[name]));
    const words = form?.[name];
    if (words) inForms.set(made, words);
    return [name, made];
  });
  return Object.fromEntries(fields);
}

export function fieldNames(schema: unknown): FieldNames | undefined {
  const shape = shapeOf(schema);
  if (!shape) return undefined;
  const names = Object.keys(shape);
  const isOptional = (name: string) => shape[name]?.safeParse(undefined).success === true;
  return { required: names.filter((name) => !isOptional(name)), optional: names.filter(isOptional) };
}

export const email = z.string().superRefine((text, context) => {
  if (!z.email().safeParse(text).success) {
    refuse(context, finding('notAnEmail', { text }));
  }
});

/** The address with its scheme that somebody means by `www.rathaus.de/amt` or `amt@rathaus.de`. */
export function completeAddress(text: string): string | undefined {
  if (z.email().safeParse(text).success) return `mailto:${text}`;
  const isHost = /^(?:www\.[\w-]+|(?:[\w-]+\.)*[\w-]+(?=\.(?:de|com|eu|info|net|org)(?:\/|$)))\./i.test(text);
  return isHost && URL.canParse(`https://${text}`) ? `https://${text}` : undefined;
}

/** An absolute https or http address; a host with umlauts becomes the one that goes out. */
export const webAddress = z
  .string()
  .superRefine((text, context) => {
    if (!z.url({ protocol: /^https?$/ }).safeParse(text).success) {
      refuse(context, finding('notAWebAddress', { text, corrected: completeAddress(text) }));
    }
  })
  .overwrite(outgoingAddress);

/** The part of an address that names a thing: `soziales`, `landkreis-wesermarsch`. */
export const slug = z.string().superRefine((text, context) => {
  if (!isSlug(text)) refuse(context, finding('notASlug', { text, suggestion: slugOf(text) }));
});

function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** The slug of a name in German: `Neues Bürgerbüro` → `neues-buergerbuero`; undefined if it has no letters or digits. */
export function slugOf(name: string): string | undefined {
  const spelt = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss');
  // Other letters lose their accents.
  const parts = spelt
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  return parts?.join('-');
}

/** A file that lies beside the Markdown file: a name, never a path. */
export const fileBeside = z.string().superRefine((text, context) => {
  if (text.trim() === '' || /[/\\]/.test(text) || text.startsWith('.')) {
    refuse(context, finding('notAFileName', { text }));
  }
});
