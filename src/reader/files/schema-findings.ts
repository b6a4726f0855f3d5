import { z } from 'zod';
import { fieldNames, isRecord, schemaOfValue, shapeOf, takesWords, usableFields } from '../../model/field.ts';
import { imprintFields } from '../../model/legal-form.ts';
import type { FieldFinding } from '../../model/problem.ts';
import { checkOneLine } from '../../text/checks/one-line.ts';
import { nearest } from '../../text/nearest.ts';
import { type Finding, finding } from '../../words/problems.ts';
import { isTemplateComment } from '../../words/templates.ts';
import {
  type FieldNames,
  fieldForms,
  fieldLines,
  meantByGermanWord,
  oneOf,
  positiveForm,
  recordForm,
  recordsForm,
  typeWords,
  wordOrRecordForm,
} from '../../words/terms.ts';
import type { Notation } from './located-data.ts';
import { suggestedLine, suggestedRecord, suggestedText } from './suggestions.ts';

/** Of data that was not read from a text. */
const noNotation: Notation = { sourceOf: () => undefined, commentAfter: () => undefined };

/**
 * Checks `data` against a schema; what is wrong is said in the product's own words, all of it at once.
 * `usable` has the fields that are right by themselves, so that further checks needn't wait for the others.
 */
export function checkAgainst<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  notation = noNotation,
): { value?: z.output<Schema>; usable: Partial<z.output<Schema>>; findings: FieldFinding[] } {
  const result = schema.safeParse(data, { reportInput: true });
  const texts = textsIn(schema, data);
  const cutOff = cutOffTexts(texts, notation);
  const shown = shownSigns(texts, notation);
  if (result.success) {
    const usable = result.data as Partial<z.output<Schema>>;
    return { ...(cutOff.length === 0 && { value: result.data }), usable, findings: [...cutOff, ...shown] };
  }
  return {
    usable: usableFields(schema, data),
    findings: [...result.error.issues.flatMap((issue) => translate(issue, schema, notation)), ...cutOff, ...shown],
  };
}

function translate(issue: z.core.$ZodIssue, schema: z.ZodType, notation: Notation): FieldFinding[] {
  const { path } = issue;
  const at = (found: Finding): FieldFinding[] => [{ path, finding: found }];
  const name = String(path.at(-1) ?? '');
  const empty = () => {
    const comment = notation.commentAfter(path);
    const isOwn = comment !== undefined && isTemplateComment(comment);
    return comment && !isOwn ? finding('emptyByComment', { name, comment }) : finding('empty', {});
  };
  switch (issue.code) {
    case 'custom':
      return issue.params?.finding ? at(issue.params.finding as Finding) : [];
    case 'unrecognized_keys': {
      const known = Object.keys(shapeOf(schemaAt(schema, path)) ?? {});
      return issue.keys.map((key) => ({
        path: [...path, key],
        finding: finding('unknownField', { name: key, nearest: nearest(key, known), known }),
      }));
    }
    case 'invalid_type': {
      const type =
        path.length === 0 ? fieldLines : (fieldForms[name] ?? typeOf(issue.expected, schemaAt(schema, path)));
      if (issue.input === undefined) {
        const isRecord = issue.expected === 'object' || (issue.expected === 'array' && type !== typeWords.array);
        return at(name === 'id' ? finding('idMissing', {}) : finding('fieldMissing', { name, type, isRecord }));
      }
      if (issue.input === null) return at(path.length === 1 && name === 'id' ? finding('idMissing', {}) : empty());
      const source = notation.sourceOf(path);
      const suggestion = suggestedLine(path, type, issue.input, source);
      const lines = suggestedRecord(path, issue.expected, issue.input, schemaAt(schema, path));
      return at(finding('wrongType', { input: issue.input, source, type, suggestion, lines }));
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (issue.input === undefined) return at(finding('fieldMissing', { name, type: oneOf(allowed) }));
      if (issue.input === null) return at(empty());
      if (typeof issue.input === 'object')
        return at(finding('wrongType', { input: issue.input, type: oneOf(allowed) }));
      const value = String(issue.input);
      return at(
        finding('notAllowed', {
          value,
          allowed,
          nearest: meantByGermanWord(value, allowed) ?? nearest(value, allowed),
        }),
      );
    }
    case 'too_big':
      if (issue.origin !== 'string') break;
      return at(finding('tooLong', { length: String(issue.input).length, most: Number(issue.maximum) }));
    case 'too_small':
      if (issue.origin === 'string') return at(finding('empty', {}));
      if (issue.origin === 'array') return at(finding('tooFew', { least: Number(issue.minimum) }));
      break;
    case 'invalid_union': {
      const either = wordOrRecord(issue, schema);
      if (either && issue.input === undefined) {
        const type = wordOrRecordForm(either.word, either.fields);
        return at(finding('fieldMissing', { name, type, either }));
      }
      // Whether `none` is an answer in the imprint depends on the legal form, which has messages of its own.
      if (either && typeof issue.input === 'string' && !imprintFields.some((field) => field === name)) {
        const meant = meantByGermanWord(issue.input, [either.word]) ?? nearest(issue.input, [either.word]);
        const suggestion = meant && `${name}: ${meant}`;
        const type = wordOrRecordForm(either.word, either.fields);
        return at(finding('wrongType', { input: issue.input, type, suggestion }));
      }
      // The alternative that it was meant for, by its type; else the last, which is the full form.
      return (issue.errors.find((errors) => !errors.some(isOfOtherKind)) ?? issue.errors.at(-1) ?? []).flatMap(
        (inner) => translate({ ...inner, path: [...path, ...inner.path] }, schema, notation),
      );
    }
    case 'invalid_format':
      return at(finding('notTheForm', { value: String(issue.input), example: formExample(name) }));
  }
  return at(finding('wrongType', { input: issue.input, type: positiveForm }));
}

/** The word and the fields that a value may have, where it takes one word or a record and is neither. */
function wordOrRecord(
  { errors, path }: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
): { word: string; fields: FieldNames } | undefined {
  const [word, record, ...others] = errors.map(([only]) => only);
  const fields = fieldNames(schemaAt(schema, path));
  if (word?.code !== 'invalid_value' || word.path.length > 0 || others.length > 0 || !fields) return undefined;
  if (record?.code !== 'invalid_type' || record.path.length > 0) return undefined;
  return { word: String(word.values[0]), fields };
}

/** Whether a value isn't at all what an alternative asks for: another type, another word. */
function isOfOtherKind({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

/** What is expected, in words: of records and lists of them also the fields. */
function typeOf(expected: string, schema: unknown): string {
  const value = schemaOfValue(schema);
  if (expected === 'array' && value instanceof z.ZodArray) {
    const fields = fieldNames(value.element);
    return fields ? recordsForm(fields) : (typeWords.array ?? expected);
  }
  const fields = fieldNames(value);
  if (expected === 'object' && fields) return recordForm(fields);
  return typeWords[expected] ?? expected;
}

const formExamples: Record<string, string> = {
  postalCode: '26122',
  vatId: 'DE123456789',
  name: 'Erika Mustermann',
};
const formExample = (field: string) => formExamples[field] ?? '';

/** The schema of the field at `path`; of a value with several forms that of the full one. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((outer: unknown, part) => {
    const value = schemaOfValue(outer, typeof part === 'number');
    if (value instanceof z.ZodArray) return value.element;
    return shapeOf(value)?.[String(part)];
  }, schema);
}

/** A text of a field, in any depth of the data. */
interface FieldText {
  path: PropertyKey[];
  text: string;
  /** Whether the field takes words, and not a value of a certain form. */
  isWords: boolean;
}

function textsIn(schema: unknown, data: unknown, path: PropertyKey[] = []): FieldText[] {
  const value = schemaOfValue(schema, Array.isArray(data));
  if (Array.isArray(data)) {
    const element = value instanceof z.ZodArray ? value.element : undefined;
    return element ? data.flatMap((entry, index) => textsIn(element, entry, [...path, index])) : [];
  }
  if (isRecord(data)) {
    const shape = shapeOf(value);
    return Object.entries(data).flatMap(([name, field]) => textsIn(shape?.[name], field, [...path, name]));
  }
  return typeof data === 'string'
    ? [{ path, text: data, isWords: value instanceof z.ZodType && takesWords(value) }]
    : [];
}

/** Texts whose end is lost because YAML takes it for a comment, which is no mistake to YAML. */
function cutOffTexts(texts: readonly FieldText[], notation: Notation): FieldFinding[] {
  return texts.flatMap(({ path, text, isWords }) => {
    const comment = isWords && notation.commentAfter(path);
    if (!comment || isTemplateComment(comment)) return [];
    const suggestion = suggestedText(path, `${text} ${comment}`);
    return [{ path, finding: finding('textCutOff', { text, comment, suggestion }) }];
  });
}

/** Marks, HTML and quotation marks in fields that take plain text: they would stand on the page as they are. */
function shownSigns(texts: readonly FieldText[], notation: Notation): FieldFinding[] {
  return texts.flatMap(({ path, text, isWords }) => {
    if (!isWords) return [];
    const isQuoted =
      /^[„“”»«].*[“”«»]$/s.test(text) &&
      !/[„“”»«].*[„“”»«]/s.test(text.slice(1, -1)) &&
      notation.sourceOf(path) !== undefined;
    return [...checkOneLine(text), ...(isQuoted ? [finding('germanQuotes', { text })] : [])].map((found) => ({
      path,
      finding: found,
    }));
  });
}
