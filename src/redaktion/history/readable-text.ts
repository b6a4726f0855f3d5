/** A text as it is compared with another: what its head says by the names of the form, and the text below it. */
import { isRecord } from '../../model/field.ts';
import { readableWords } from '../../words/redaktion-new.ts';
import { fieldNamesOf } from '../form/field-names.ts';
import { headData } from '../text/head-data.ts';
import { isData, partsOf, withPlainLineEnds } from '../text/written-file.ts';
import { formAt, schemas } from '../texts.ts';

/** The text of a file in the words of its form; as it is where its head can't be read. */
export function readableText(file: string, text: string): string {
  const form = formAt(file);
  const parts = partsOf(file, text);
  const data = parts && headData(parts.head);
  if (!form || !data) return text;
  const schema = schemas[form];

  const linesOf = (record: Record<string, unknown>, above: string, indent: string): string[] =>
    Object.entries(record).flatMap(([key, value]) => {
      const path = above === '' ? key : `${above}.${key}`;
      const names = fieldNamesOf(schema, path);
      const label = names.label(key) ?? key;
      const said = (one: unknown) =>
        indented(
          worded(one, (text) => names.value(key, text)),
          indent,
        );
      if (isRecord(value)) return [`${indent}${label}:`, ...linesOf(value, path, `${indent}  `)];
      if (!Array.isArray(value)) return [`${indent}${label}: ${said(value)}`];
      if (!value.some(isRecord)) return [`${indent}${label}: ${value.map(said).join(', ')}`];
      return value.flatMap((entry, index) => {
        const head = `${indent}${label} ${index + 1}:`;
        return isRecord(entry)
          ? [head, ...linesOf(entry, `${path}[${index + 1}]`, `${indent}  `)]
          : [`${head} ${said(entry)}`];
      });
    });

  const head = linesOf(data, '', '');
  return [...head, ...(isData(file) ? [] : ['', withPlainLineEnds(parts.body).replace(/^\n+/, '')])].join('\n');
}

function worded(value: unknown, nameOf: (value: string) => string): string {
  if (value === true) return readableWords.yes;
  if (value === false) return readableWords.no;
  return value === null || value === undefined ? '' : nameOf(String(value));
}

/** The further lines of a value under its first. */
function indented(text: string, indent: string): string {
  return text.trimEnd().replaceAll('\n', `\n${indent}  `);
}
