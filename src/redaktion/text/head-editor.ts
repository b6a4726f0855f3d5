import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { changedData, type FieldPath } from './head-data.ts';
import { usualLineEnd } from './written-file.ts';
import { deepEnd, isOnly, pairEnd, rangeOf } from './yaml-places.ts';

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
      return value === undefined ? this.#text : this.#text + this.#lines(nested(path, value) as object, '');
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
    const lines = this.#pairLines(String((pair.key as Scalar).value), value, this.#indentAt(keyStart), type);
    const inFirst = lines.trimStart();
    // An empty value may have a comment behind it: only name and colon are replaced.
    const isEmpty = !isCollection(old) && (!isScalar(old) || old.source === '' || old.value === null);
    if (isEmpty) {
      const colon = this.#text.indexOf(':', keyEnd);
      return colon < 0 ? undefined : this.#spliced(keyStart, colon + 1, inFirst.slice(0, -this.#lineEnd.length));
    }
    return this.#spliced(keyStart, this.#lineEndAfter(deepEnd(old)), inFirst);
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
    const end = this.#lineEndAfter(pairEnd(at));
    const lines = this.#pairLines(name, value, this.#indentAt(start));
    return this.#spliced(end, end, (this.#text[end - 1] === '\n' ? '' : this.#lineEnd) + lines);
  }

  #append(seq: YAMLSeq, value: unknown): string | undefined {
    const last = seq.items.at(-1);
    const start = rangeOf(last)?.[0];
    if (start === undefined) return undefined;
    const dash = this.#dashBefore(start);
    if (dash === undefined) return undefined;
    const end = this.#lineEndAfter(deepEnd(last));
    return this.#spliced(end, end, this.#lines([value], ' '.repeat(dash - this.#lineStart(dash))));
  }

  #removePair(map: YAMLMap, pair: Pair): string | undefined {
    const start = rangeOf(pair.key)?.[0];
    if (start === undefined) return undefined;
    const end = this.#lineEndAfter(pairEnd(pair));
    const lineStart = this.#lineStart(start);
    if (this.#text.slice(lineStart, start).trim() === '') return this.#spliced(lineStart, end, '');
    // Behind the hyphen of a list: the next field takes its place.
    const next = map.items[map.items.indexOf(pair) + 1];
    const nextStart = rangeOf(next?.key)?.[0];
    return nextStart === undefined ? undefined : this.#spliced(start, nextStart, '');
  }

  #removeItem(seq: YAMLSeq, index: number): string | undefined {
    const item = seq.items[index];
    const start = rangeOf(item)?.[0];
    const dash = start === undefined ? undefined : this.#dashBefore(start);
    if (dash === undefined) return undefined;
    return this.#spliced(this.#lineStart(dash), this.#lineEndAfter(deepEnd(item)), '');
  }

  #pairLines(name: string, value: unknown, indent: string, type?: Scalar.Type): string {
    const isText = typeof value === 'string' && type !== undefined;
    const scalar = isText ? Object.assign(new Scalar(value), { type }) : value;
    return this.#lines({ [name]: scalar }, indent, type?.startsWith('BLOCK') ? 100 : 0);
  }

  #lines(value: object, indent: string, lineWidth = 0): string {
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
      .map((line) => (line === '' ? '' : indent + line) + this.#lineEnd)
      .join('');
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1;
  }

  /** The place behind the line that `at` is in, or `at` itself where a line begins there and something is before it. */
  #lineEndAfter(at: number): number {
    if (this.#text[at - 1] === '\n') return at;
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1;
  }

  #indentAt(at: number): string {
    return ' '.repeat(at - this.#lineStart(at));
  }

  #dashBefore(at: number): number | undefined {
    const before = this.#text.slice(this.#lineStart(at), at);
    const found = /^[ \t]*-[ \t]+$/.test(before) ? before.indexOf('-') : -1;
    return found < 0 ? undefined : this.#lineStart(at) + found;
  }

  #spliced(start: number, end: number, text: string): string {
    return this.#text.slice(0, start) + text + this.#text.slice(end);
  }
}

function nested(path: FieldPath, value: unknown): unknown {
  return path.reduceRight((inner: unknown, part) => (typeof part === 'number' ? [inner] : { [part]: inner }), value);
}

function isLeaf(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || value === null);
}

/** A value in one line, in the quotes that the old one had if it needs any. */
function inline(value: unknown, old: Scalar): string {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && old.type?.startsWith('QUOTE')) scalar.type = old.type;
  return new Document(scalar).toString({ lineWidth: 0 }).trimEnd();
}
