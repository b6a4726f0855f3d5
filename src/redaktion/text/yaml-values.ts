/** Values as lines of YAML, as a person would write them. */
import { Document, isScalar, Scalar, visit } from 'yaml';
import type { FieldPath } from './head-data.ts';

/** What stands before and behind each line. */
interface LineForm {
  indent: string;
  lineEnd: string;
}

/** A field with its value, in the form that the old one had if it was of a form of its own. */
export function pairLines(name: string, value: unknown, { indent, lineEnd }: LineForm, type?: Scalar.Type): string {
  const isText = typeof value === 'string' && type !== undefined;
  const scalar = isText ? Object.assign(new Scalar(value), { type }) : value;
  return yamlLines({ [name]: scalar }, { indent, lineEnd }, type?.startsWith('BLOCK') ? 100 : 0);
}

/** A record or a list, each of its lines with the indent before it and the line end behind it. */
export function yamlLines(value: object, { indent, lineEnd }: LineForm, lineWidth = 0): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_, seq) => {
      // Names of terms and files stand in one line, as in the examples of the manual.
      if (seq.items.length > 0 && seq.items.every((item) => isScalar(item) && /^[\w-]+$/.test(String(item.value)))) {
        seq.flow = true;
      }
    },
  });
  const text = document.toString({ lineWidth, flowCollectionPadding: false }).trimEnd();
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line) + lineEnd)
    .join('');
}

/** A value as it lies in the fields and lists of a path. */
export function nested(path: FieldPath, value: unknown): unknown {
  return path.reduceRight((inner: unknown, part) => (typeof part === 'number' ? [inner] : { [part]: inner }), value);
}

/** Whether a value is neither record nor list. */
export function isLeaf(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || value === null);
}

/** A value in one line, in the quotes that the old one had if it needs any. */
export function inline(value: unknown, old: Scalar): string {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && old.type?.startsWith('QUOTE')) scalar.type = old.type;
  return new Document(scalar).toString({ lineWidth: 0 }).trimEnd();
}
