/** The head of a text as a form: made from the schema, so that a new field is in it by itself. */
import { z } from 'zod';
import { isRecord, schemaOfValue, shapeOf } from '../../model/field.ts';
import type { Terms } from '../../model/terms.ts';
import { type FormWords, otherFields, textFormWords } from '../../words/redaktion-fields.ts';
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

/** A part of the form. */
export type Control = Named &
  (
    | { kind: 'text'; type: 'text' | 'day' | 'email' | 'url'; value: string; most?: number; isLong: boolean }
    | { kind: 'flag'; isOn: boolean }
    | { kind: 'choice'; value: string; options: readonly Option[] }
    | { kind: 'choices'; values: readonly string[]; options: readonly Option[] }
    | { kind: 'record'; fields: Control[]; isFilled: boolean }
    /** `template` is what is added, at the place behind the last. */
    | { kind: 'list'; entries: Control[]; template: Control }
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
  terms: Terms | undefined;
  /** Those of an article, an issue or a page, unless others are given. */
  words?: FormWords;
}

/** The groups of the form for a head that holds `data`. Fields that no schema knows are left out: they stay in the file. */
export function formGroups(schema: z.ZodType, data: Record<string, unknown>, context: FormContext): FormGroup[] {
  const names = Object.keys(shapeOf(schema) ?? {});
  const isText = context.words === undefined;
  const { groups: known } = context.words ?? textFormWords;
  const grouped = new Set(known.flatMap(({ fields }) => fields));
  const others = names.filter((name) => !grouped.has(name) && name !== 'id');
  const groups = [...known, { title: otherFields, fields: others, isOpen: false }];
  return groups.flatMap(({ title, fields, isOpen }) => {
    const controls = fields
      .filter((name) => names.includes(name))
      .map((name) => controlOf(shapeOf(schema)?.[name], [name], data[name], context));
    if (controls.length === 0) return [];
    return [{ title, isOpen: isOpen || (isText && fields.some((name) => data[name] !== undefined)), controls }];
  });
}

function controlOf(schema: unknown, path: FieldPath, value: unknown, context: FormContext): Control {
  const field = schema as z.ZodType;
  const words = context.words ?? textFormWords;
  const name = String(path.findLast((part) => typeof part === 'string') ?? '');
  const named: Named = {
    path,
    label: wordFor(words.labels, path) ?? name,
    // What is said of a list isn't said again at each of its entries.
    help:
      (typeof path.at(-1) === 'string' ? wordFor(words.help, path) : undefined) ??
      words.inForm(field.description ?? ''),
    isRequired: !field.safeParse(undefined).success,
  };
  const terms = termOptions(path, context.terms);
  const isList = Array.isArray(value) || (value === undefined && acceptsList(field));
  const form = schemaOfValue(field, isList);
  if (terms && form instanceof z.ZodArray) {
    const values = Array.isArray(value) ? value.map(String) : [];
    return { ...named, kind: 'choices', values, options: withUnknown(terms, values) };
  }
  if (form instanceof z.ZodArray) {
    if (value !== undefined && !Array.isArray(value)) return { ...named, kind: 'other' };
    const entries = (value ?? []) as unknown[];
    const entry = (index: number, of: unknown) => controlOf(form.element, [...path, index], of, context);
    return {
      ...named,
      kind: 'list',
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
  if (form instanceof z.ZodEnum) {
    const options = form.options.map((option) => ({
      value: String(option),
      text: wordFor(words.values, path)?.[String(option)] ?? String(option),
    }));
    return { ...named, kind: 'choice', value: written, options: withUnknown(options, [written]) };
  }
  if (terms) return { ...named, kind: 'choice', value: written, options: withUnknown(terms, [written]) };
  return { ...named, kind: 'text', value: written, ...textForm(name, form, written) };
}

function acceptsList(field: z.ZodType): boolean {
  return schemaOfValue(field, true) instanceof z.ZodArray;
}

/** Whether a short form, one line, may stand in the place of a record. */
function acceptsText(field: z.ZodType): boolean {
  return field instanceof z.ZodUnion && field.options.some((option) => option instanceof z.ZodString);
}

function termOptions([name]: FieldPath, terms: Terms | undefined): Option[] | undefined {
  if (!terms) return undefined;
  const kinds = { topics: terms.topics, software: terms.software, municipality: terms.municipalities } as const;
  const entries = Object.hasOwn(kinds, String(name)) ? kinds[name as keyof typeof kinds] : undefined;
  return entries?.map(({ slug, name: text }) => ({ value: slug, text }));
}

/** What is written and unknown stays to be seen, and to be kept. */
function withUnknown(options: readonly Option[], values: readonly string[]): Option[] {
  const unknown = values.filter((value) => value !== '' && !options.some((option) => option.value === value));
  return [...options, ...unknown.map((value) => ({ value, text: value }))];
}

/** What is said of a field: by its path, else by its name alone. */
function wordFor<Word>(words: Record<string, Word>, path: FieldPath): Word | undefined {
  const names = path.filter((part) => typeof part === 'string');
  return words[names.join('.')] ?? words[names.slice(-2).join('.')] ?? words[names.at(-1) ?? ''];
}

const days = /(?:On|^on|^deadline|^expires|^plannedFor|Since)$/;
const addresses = /(?:Url|^url|^online|^link)$/;

function textForm(name: string, form: unknown, value: string) {
  const most = form instanceof z.ZodString ? (form.maxLength ?? undefined) : undefined;
  const isDay = days.test(name) && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value));
  const type = isDay ? 'day' : name === 'email' ? 'email' : addresses.test(name) ? 'url' : 'text';
  const long = ['summary', 'lead', 'description', 'correction', 'withdrawn', 'withheld', 'alt', 'caption'];
  return { type, isLong: long.includes(name), ...(most !== undefined && { most }) } as const;
}
