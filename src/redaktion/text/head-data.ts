/** The data in the YAML of a file, and what they are with a change. */
import { isMap, parseDocument } from 'yaml';

/** Where a value stands: names of fields, and places in lists from 0. */
export type FieldPath = readonly (string | number)[];

/** A field that gets a value, or loses the one that it has (`undefined`). */
export interface FieldChange {
  path: FieldPath;
  value: unknown;
}

/** The data of a head; undefined where it is no YAML of one record. */
export function headData(head: string): Record<string, unknown> | undefined {
  const document = parseDocument(head, { uniqueKeys: true, logLevel: 'silent' });
  if (document.errors.length > 0 || !(isMap(document.contents) || document.contents === null)) return undefined;
  return (document.toJS() ?? {}) as Record<string, unknown>;
}

/** What the data are with the change. What is empty goes with its last part. */
export function changedData<Data>(data: Data, path: FieldPath, value: unknown): Data {
  const [part, ...rest] = path;
  if (part === undefined) return value as Data;
  if (Array.isArray(data)) {
    const index = Number(part);
    const entry = changedData(data[index], rest, value);
    const entries = entry === undefined ? data.toSpliced(index, 1) : data.toSpliced(index, 1, entry);
    return (entries.length === 0 ? undefined : entries) as Data;
  }
  if (typeof part === 'number' && !isFilled(data)) {
    const entry = changedData(undefined, rest, value);
    return (entry === undefined ? undefined : [entry]) as Data;
  }
  const record = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const inner = changedData(record[part], rest, value);
  const others = Object.entries(record);
  const changed =
    inner === undefined
      ? others.filter(([name]) => name !== part)
      : Object.hasOwn(record, part)
        ? others.map(([name, field]) => [name, name === part ? inner : field])
        : [...others, [part, inner]];
  const isGone = (changed.length === 0 && others.length > 0) || (inner === undefined && others.length === 0);
  return (isGone && path.length > 0 ? undefined : Object.fromEntries(changed)) as Data;
}

/** Whether there is a record already. */
function isFilled(data: unknown): boolean {
  return typeof data === 'object' && data !== null;
}
