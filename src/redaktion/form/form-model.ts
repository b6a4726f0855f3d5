/** The head of a text as a form: made from the schema, so that a new field is in it by itself. */
import { z } from 'zod';
import { formFieldOf, isRecord, schemaOfValue, shapeOf } from '../../model/field.ts';
import type { Terms } from '../../model/terms.ts';
import type { FormField } from '../../words/forms/form-field.ts';
import type { FieldGroup } from '../../words/forms/groups.ts';
import { helpInForm } from '../../words/forms/rewording.ts';
import type { FieldPath } from '../text/head-data.ts';

interface Named {
  path: FieldPath;
  label: string;
  help: string;
  isRequired: boolean;
}

export interface Option {
  value: string;
  text: string;
}

/** A word in the place of what a field else holds, as a box of its own: while it is ticked, nothing else is filled in. */
export interface Instead {
  value: string;
  text: string;
  isOn: boolean;
}

/** A part of the form. */
export type Control = Named & { instead?: Instead } & (
    | { kind: 'text'; type: 'text' | 'day' | 'email' | 'url'; value: string; most?: number; isLong: boolean }
    | { kind: 'flag'; isOn: boolean }
    | { kind: 'choice'; value: string; options: readonly Option[] }
    | { kind: 'choices'; values: readonly string[]; options: readonly Option[] }
    | { kind: 'record'; fields: Control[]; isFilled: boolean }
    /** `template` is what is added, at the place behind the last; `entry` is what one is called. */
    | { kind: 'list'; entry: string; entries: Control[]; template: Control }
    /** Written in a form that the form can't show. */
    | { kind: 'other' }
  );

export interface FormGroup {
  title: string;
  isOpen: boolean;
  controls: Control[];
}

/** What the form depends on beside the schema. */
export interface FormContext {
  groups: readonly FieldGroup[];
  terms: Terms | undefined;
}

/** The groups of the form for a head that holds `data`. Fields that no schema knows are left out: they stay in the file. */
export function formGroups(schema: z.ZodType, data: Record<string, unknown>, context: FormContext): FormGroup[] {
  const shape = shapeOf(schema) ?? {};
  return context.groups.flatMap(({ title, fields, isOpen, isFolded = false }) => {
    const controls = fields.flatMap((name) => {
      const field = shape[name];
      return field ? [controlOf(field, [name], data[name], context)] : [];
    });
    if (controls.length === 0) return [];
    const isFilled = fields.some((name) => data[name] !== undefined);
    return [{ title, isOpen: isOpen || (isFilled && !isFolded), controls }];
  });
}

/** `list` are the words of the list in which a value is an entry. */
function controlOf(
  schema: z.ZodType,
  path: FieldPath,
  value: unknown,
  context: FormContext,
  list?: FormField,
): Control {
  const words = list ?? formFieldOf(schema);
  const instead = list ? undefined : words?.instead;
  if (!instead) return plainControl(schema, path, value, context, words);
  const isOn = value === instead.value;
  const control = plainControl(schema, path, isOn ? undefined : value, context, words);
  return { ...control, instead: { ...instead, isOn } };
}

function plainControl(
  field: z.ZodType,
  path: FieldPath,
  value: unknown,
  context: FormContext,
  words: FormField | undefined,
): Control {
  const name = String(path.findLast((part) => typeof part === 'string') ?? '');
  const isEntry = typeof path.at(-1) === 'number';
  const named: Named = {
    path,
    label: words?.label ?? name,
    // What is said of a list isn't said again at each of its entries.
    help: isEntry ? '' : (words?.help ?? helpInForm(field.description ?? '')),
    isRequired: !field.safeParse(undefined).success,
  };
  const isList = Array.isArray(value) || (value === undefined && acceptsList(field));
  const form = schemaOfValue(field, isList);
  // Where a term itself is written, it is a record.
  const isChosen = !shapeOf(form instanceof z.ZodArray ? form.element : form);
  const terms = isChosen ? termOptions(path, context.terms) : undefined;
  const choices = terms ?? (form instanceof z.ZodArray ? valueOptions(form.element, words) : undefined);
  if (choices && form instanceof z.ZodArray) {
    const values = Array.isArray(value) ? value.map(String) : [];
    return { ...named, kind: 'choices', values, options: withUnknown(choices, values) };
  }
  if (form instanceof z.ZodArray) {
    if (value !== undefined && !Array.isArray(value)) return { ...named, kind: 'other' };
    const entries = (value ?? []) as unknown[];
    const entry = (index: number, of: unknown) =>
      controlOf(form.element as z.ZodType, [...path, index], of, context, words);
    return {
      ...named,
      kind: 'list',
      entry: words?.entry ?? named.label,
      entries: entries.map((one, index) => entry(index, one)),
      template: entry(entries.length, undefined),
    };
  }
  const shape = shapeOf(form);
  if (shape && !(typeof value === 'string' && acceptsText(field))) {
    if (value !== undefined && value !== null && !isRecord(value)) return { ...named, kind: 'other' };
    const record = isRecord(value) ? value : {};
    const fields = Object.entries(shape).map(([part, inner]) =>
      controlOf(inner, [...path, part], record[part], context),
    );
    return { ...named, kind: 'record', fields, isFilled: isRecord(value) };
  }
  if (typeof value === 'object' && value !== null) return { ...named, kind: 'other' };
  if (form instanceof z.ZodBoolean) return { ...named, kind: 'flag', isOn: value === true };
  const written = value === undefined || value === null ? '' : String(value);
  const options = valueOptions(form, words) ?? terms;
  if (options) return { ...named, kind: 'choice', value: written, options: withUnknown(options, [written]) };
  return { ...named, kind: 'text', value: written, ...textForm(name, form, written) };
}

/** The values of a schema that takes one of a few, with their names. */
function valueOptions(schema: unknown, words: FormField | undefined): Option[] | undefined {
  if (!(schema instanceof z.ZodEnum)) return undefined;
  return schema.options.map((option) => ({ value: String(option), text: valueName(words, String(option)) }));
}

/** What a value is called; itself where it has no name. */
export function valueName(words: FormField | undefined, value: string): string {
  return (typeof words?.values === 'object' ? words.values[value] : undefined) ?? value;
}

function acceptsList(field: z.ZodType): boolean {
  return schemaOfValue(field, true) instanceof z.ZodArray;
}

/** Whether a short form, one line, may stand in the place of a record. */
function acceptsText(field: z.ZodType): boolean {
  return field instanceof z.ZodUnion && field.options.some((option) => option instanceof z.ZodString);
}

function termOptions(path: FieldPath, terms: Terms | undefined): Option[] | undefined {
  const [name] = path;
  if (!terms || path.length > 1) return undefined;
  const kinds = { topics: terms.topics, software: terms.software, municipality: terms.municipalities } as const;
  const entries = Object.hasOwn(kinds, String(name)) ? kinds[name as keyof typeof kinds] : undefined;
  return entries?.map(({ slug, name: text }) => ({ value: slug, text }));
}

/** What is written and unknown stays to be seen, and to be kept. */
function withUnknown(options: readonly Option[], values: readonly string[]): Option[] {
  const unknown = values.filter((value) => value !== '' && !options.some((option) => option.value === value));
  return [...options, ...unknown.map((value) => ({ value, text: value }))];
}

const days = /(?:On|Since|^on|^deadline|^expires|^plannedFor)$/;
const addresses = /(?:Url|^url|^online|^link|^website|^report)$/;
/** Characters of what doesn't fit into a line. */
const longLine = 90;

function textForm(name: string, form: unknown, value: string) {
  const most = form instanceof z.ZodString ? (form.maxLength ?? undefined) : undefined;
  const isDay = days.test(name) && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value));
  const type = isDay ? 'day' : name === 'email' ? 'email' : addresses.test(name) ? 'url' : 'text';
  const long = ['summary', 'lead', 'description', 'correction', 'withdrawn', 'withheld', 'alt', 'caption'];
  return { type, isLong: long.includes(name) || value.length > longLine, ...(most !== undefined && { most }) } as const;
}
