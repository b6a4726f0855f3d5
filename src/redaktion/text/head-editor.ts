import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { changedData, type FieldPath } from './head-data.ts';
import { dashBefore, indentAt, lineEndAfter, lineStart } from './line-places.ts';
import { usualLineEnd } from './written-file.ts';
import { deepEnd, isOnly, pairEnd, rangeOf } from './yaml-places.ts';
import { inline, isLeaf, nested, pairLines, yamlLines } from './yaml-values.ts';

/** The order in which a record's fields are written, by the path of the record. */
export type FieldOrder = (path: FieldPath) => readonly string[];

/** One change of one text; undefined from its methods where the form of the YAML is none of the usual ones. */
export class HeadEditor {
  readonly #text: string;
  readonly #root: unknown;
  readonly #order: FieldOrder;
  readonly #lineEnd: string;

  constructor(text: string, order: FieldOrder) {
    this.#text = text;
    this.#root = parseDocument(text).contents;
    this.#order = order;
    this.#lineEnd = usualLineEnd(text);
  }

  set(path: FieldPath, value: unknown): string | undefined {
    if (this.#root === null) {
      return value === undefined ? this.#text : this.#text + yamlLines(nested(path, value) as object, this.#form(''));
    }
    return this.#setIn(this.#root, [], path, value);
  }

  #setIn(node: unknown, above: FieldPath, path: FieldPath, value: unknown): string | undefined {
    const [part, ...rest] = path;
    if (part === undefined) return undefined;
    if (isCollection(node) && node.flow) return this.#replaceFlow(node, path, value);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) return value === undefined ? this.#text : this.#insert(node, above, String(part), nested(rest, value));
      if (rest.length > 0 && isCollection(pair.value)) {
        const isLast = value === undefined && isOnly(pair.value, rest);
        return isLast ? this.#removePair(node, pair) : this.#setIn(pair.value, [...above, part], rest, value);
      }
      if (value === undefined) return this.#removePair(node, pair);
      return this.#replacePair(pair, nested(rest, value));
    }
    if (isSeq(node)) {
      const index = Number(part);
      const item = node.items[index];
      if (item === undefined) return value === undefined ? this.#text : this.#append(node, nested(rest, value));
      if (rest.length > 0 && isCollection(item)) {
        const isLast = value === undefined && isOnly(item, rest);
        return isLast ? this.#removeItem(node, index) : this.#setIn(item, [...above, part], rest, value);
      }
      return value === undefined ? this.#removeItem(node, index) : this.#replaceItem(item, nested(rest, value));
    }
    return undefined;
  }

  /** A collection in brackets is written anew as a whole, save for one value that only gets another. */
  #replaceFlow(node: YAMLMap | YAMLSeq, path: FieldPath, value: unknown): string | undefined {
    const scalar = node.getIn(path, true);
    const [start, end] = rangeOf(isScalar(scalar) && isLeaf(value) ? scalar : node) ?? [];
    if (start === undefined || end === undefined) return undefined;
    if (isScalar(scalar) && isLeaf(value)) {
      const text = inline(value, scalar);
      return this.#spliced(start, end, /^[^"'].*[,[\]{}]/.test(text) ? JSON.stringify(value) : text);
    }
    const data = changedData(node.toJSON() as unknown, path, value);
    const written = new Document(data, { version: '1.2' });
    if (isCollection(written.contents)) written.contents.flow = true;
    const text = written.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    return text.includes('\n') ? undefined : this.#spliced(start, end, text);
  }

  #replacePair(pair: Pair, value: unknown): string | undefined {
    const [keyStart, keyEnd] = rangeOf(pair.key) ?? [];
    if (keyStart === undefined || keyEnd === undefined) return undefined;
    const old = pair.value;
    if (isScalar(old) && isLeaf(value) && old.source !== '' && rangeOf(old)) {
      const [start, end] = rangeOf(old) ?? [0, 0];
      const isBlock = old.type === 'BLOCK_FOLDED' || old.type === 'BLOCK_LITERAL';
      const text = inline(value, old);
      if (!isBlock && !text.includes('\n') && end > start) return this.#spliced(start, end, text);
    }
    const type = isScalar(old) ? old.type : undefined;
    const lines = pairLines(
      String((pair.key as Scalar).value),
      value,
      this.#form(indentAt(this.#text, keyStart)),
      type,
    );
    const inFirst = lines.trimStart();
    // An empty value may have a comment behind it: only name and colon are replaced.
    const isEmpty = !isCollection(old) && (!isScalar(old) || old.source === '' || old.value === null);
    if (isEmpty) {
      const colon = this.#text.indexOf(':', keyEnd);
      return colon < 0 ? undefined : this.#spliced(keyStart, colon + 1, inFirst.slice(0, -this.#lineEnd.length));
    }
    return this.#spliced(keyStart, lineEndAfter(this.#text, deepEnd(old)), inFirst);
  }

  #replaceItem(item: unknown, value: unknown): string | undefined {
    const [start, end] = rangeOf(item) ?? [];
    if (start === undefined || end === undefined || !isScalar(item) || !isLeaf(value)) return undefined;
    const text = inline(value, item);
    return text.includes('\n') ? undefined : this.#spliced(start, end, text);
  }

  #insert(map: YAMLMap, above: FieldPath, name: string, value: unknown): string | undefined {
    const names = this.#order(above);
    const before = names.slice(0, Math.max(0, names.indexOf(name)));
    const previous = map.items.findLast(({ key }) => isScalar(key) && before.includes(String(key.value)));
    const at = previous ?? map.items.at(-1);
    const start = rangeOf(map.items[0]?.key)?.[0];
    if (!at || start === undefined) return undefined;
    const end = lineEndAfter(this.#text, pairEnd(at));
    const lines = pairLines(name, value, this.#form(indentAt(this.#text, start)));
    return this.#spliced(end, end, (this.#text[end - 1] === '\n' ? '' : this.#lineEnd) + lines);
  }

  #append(seq: YAMLSeq, value: unknown): string | undefined {
    const last = seq.items.at(-1);
    const start = rangeOf(last)?.[0];
    if (start === undefined) return undefined;
    const dash = dashBefore(this.#text, start);
    if (dash === undefined) return undefined;
    const end = lineEndAfter(this.#text, deepEnd(last));
    return this.#spliced(end, end, yamlLines([value], this.#form(indentAt(this.#text, dash))));
  }

  #removePair(map: YAMLMap, pair: Pair): string | undefined {
    const start = rangeOf(pair.key)?.[0];
    if (start === undefined) return undefined;
    const end = lineEndAfter(this.#text, pairEnd(pair));
    const from = lineStart(this.#text, start);
    if (this.#text.slice(from, start).trim() === '') return this.#spliced(from, end, '');
    // Behind the hyphen of a list: the next field takes its place.
    const next = map.items[map.items.indexOf(pair) + 1];
    const nextStart = rangeOf(next?.key)?.[0];
    return nextStart === undefined ? undefined : this.#spliced(start, nextStart, '');
  }

  #removeItem(seq: YAMLSeq, index: number): string | undefined {
    const item = seq.items[index];
    const start = rangeOf(item)?.[0];
    const dash = start === undefined ? undefined : dashBefore(this.#text, start);
    if (dash === undefined) return undefined;
    return this.#spliced(lineStart(this.#text, dash), lineEndAfter(this.#text, deepEnd(item)), '');
  }

  #form(indent: string) {
    return { indent, lineEnd: this.#lineEnd };
  }

  #spliced(start: number, end: number, text: string): string {
    return this.#text.slice(0, start) + text + this.#text.slice(end);
  }
}
