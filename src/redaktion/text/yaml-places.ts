/** Where the parts of a YAML document stand in its text, counted from 0. */
import { isCollection, isPair, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { FieldPath } from './head-data.ts';

/** Beginning and end of a value; undefined where it has no place of its own. */
export function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

/** Where a field ends, without the comments behind it. */
export function pairEnd({ key, value }: Pair): number {
  return value === null || value === undefined ? (rangeOf(key)?.[1] ?? 0) : deepEnd(value);
}

/** Where the last part of a value ends, without the comments behind it. */
export function deepEnd(node: unknown): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1);
    if (isPair(last)) return pairEnd(last);
    if (last !== undefined) return deepEnd(last);
  }
  return rangeOf(node)?.[1] ?? 0;
}

/** Whether nothing is left of a collection without the value at `path`. */
export function isOnly(node: YAMLMap | YAMLSeq, path: FieldPath): boolean {
  if (node.items.length !== 1) return false;
  const [, ...rest] = path;
  const [item] = node.items;
  const value = isPair(item) ? item.value : item;
  return rest.length === 0 || (isCollection(value) && isOnly(value as YAMLMap, rest));
}
