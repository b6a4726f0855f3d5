import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { isRecord } from '../model/field.ts';
import type { FieldFinding } from '../model/problem.ts';
import { type Finding, finding } from '../words/problems.ts';
import { fieldForms, oneOf, positiveForm, typeWords } from '../words/terms.ts';

/** The most similar of `known`, unless nothing is similar enough to be meant. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(text.toLowerCase(), known as string[]);
  return distance(text.toLowerCase(), candidate.toLowerCase()) <= Math.max(2, text.length * 0.4)
    ? candidate
    : undefined;
}

/**
 * Checks `data` against a schema; what is wrong is said in the product's own words, all of it at once.
 * `usable` has the fields that are right by themselves, so that further checks needn't wait for the others.
 */
export function checkAgainst<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): { value?: z.output<Schema>; usable: Partial<z.output<Schema>>; findings: FieldFinding[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { value: result.data, usable: result.data as Partial<z.output<Schema>>, findings: [] };
  return {
    usable: usableFields(schema, data),
    findings: result.error.issues.flatMap((issue) => translate(issue, schema)),
  };
}

function translate(issue: z.core.$ZodIssue, schema: z.ZodType): FieldFinding[] {
  const at = (found: Finding): FieldFinding[] => [{ path: issue.path, finding: found }];
  const name = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'custom':
      return issue.params?.finding ? at(issue.params.finding as Finding) : [];
    case 'unrecognized_keys': {
      const known = knownFields(schema, issue.path);
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        finding: finding('unknownField', { name: key, nearest: nearest(key, known), known }),
      }));
    }
    case 'invalid_type': {
      const expected = issue.path.length === 0 ? 'fields' : issue.expected;
      const type = fieldForms[name] ?? typeWords[expected] ?? expected;
      if (issue.input === undefined) {
        return at(name === 'id' ? finding('idMissing', {}) : finding('fieldMissing', { name, type }));
      }
      if (issue.input === null) return at(finding('empty', {}));
      const quotable = type === typeWords.string && ['number', 'boolean'].includes(typeof issue.input);
      return at(finding('wrongType', { input: issue.input, type, quotable }));
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (issue.input === undefined) return at(finding('fieldMissing', { name, type: oneOf(allowed) }));
      if (issue.input === null) return at(finding('empty', {}));
      if (typeof issue.input === 'object')
        return at(finding('wrongType', { input: issue.input, type: oneOf(allowed) }));
      const value = String(issue.input);
      return at(finding('notAllowed', { value, allowed, nearest: nearest(value, allowed) }));
    }
    case 'too_big':
      if (issue.origin !== 'string') break;
      return at(finding('tooLong', { length: String(issue.input).length, most: Number(issue.maximum) }));
    case 'too_small':
      if (issue.origin === 'string') return at(finding('empty', {}));
      if (issue.origin === 'array') return at(finding('tooFew', { least: Number(issue.minimum) }));
      break;
    case 'invalid_union':
      // The last alternative is the full form; the first is the word "none".
      return (issue.errors.at(-1) ?? []).flatMap((inner) =>
        translate({ ...inner, path: [...issue.path, ...inner.path] }, schema),
      );
    case 'invalid_format':
      return at(finding('notTheForm', { value: String(issue.input), example: formExample(name) }));
  }
  return at(finding('wrongType', { input: issue.input, type: positiveForm }));
}

const formExamples: Record<string, string> = {
  postalCode: '26122',
  vatId: 'DE123456789',
  name: 'Erika Mustermann',
};
const formExample = (field: string) => formExamples[field] ?? '';

/** The fields that an object in the schema at `path` knows. */
function knownFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const part of [...path, undefined]) {
    while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap();
    if (current instanceof z.ZodUnion) current = current.options.at(-1);
    if (part === undefined) break;
    current =
      current instanceof z.ZodArray
        ? current.element
        : current instanceof z.ZodObject
          ? current.shape[String(part)]
          : undefined;
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

function usableFields<Schema extends z.ZodType>(schema: Schema, data: unknown): Partial<z.output<Schema>> {
  if (!(schema instanceof z.ZodObject) || !isRecord(data)) return {};
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const result = (field as z.ZodType).safeParse(data[name]);
    return result.success ? [[name, result.data]] : [];
  });
  return Object.fromEntries(fields);
}
