import { type Document, isScalar, isSeq, visit, type YAMLError } from 'yaml';
import type { YamlFault } from '../../words/yaml.ts';

interface Mistake extends YamlFault {
  /** Place in the text, in characters. */
  at: number;
}

/**
 * In double quotes: a backslash that makes a tabulator, a line end or another sign of the letter behind it, as in
 * `"C:\neu"`, and the two of a server's name, of which one would be left.
 */
const misreadBackslash = /^"\\\\[\p{L}\p{N}]|(?<!\\)(?:\\\\)*\\[0abtnvfreN_LP ]/u;

/** The parser's errors in `yaml`, each at the place that has to be mended, and what YAML allows but no editor means. */
export function mistakesIn(yaml: string, document: Document.Parsed, lineAt: (offset: number) => number): Mistake[] {
  const openings = new Map<number, Mistake>();
  const aliases: Mistake[] = [];
  const anchors: Mistake[] = [];
  const backslashes: Mistake[] = [];
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) anchors.push({ at: node.range?.[0] ?? 0, code: 'BAD_ANCHOR' });
    },
  });
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range && type?.startsWith('QUOTE')) openings.set(range[1], { at: range[0], code: 'OPEN_QUOTE' });
      const isMisread = range && type === 'QUOTE_DOUBLE' && misreadBackslash.test(yaml.slice(range[0], range[1]));
      if (isMisread) backslashes.push({ at: range[0], code: 'BAD_DQ_ESCAPE' });
    },
    Collection: (_, { flow, range }) => {
      if (range && flow) openings.set(range[1], { at: range[0], code: 'OPEN_BRACKET' });
    },
    Alias: (_, { range }) => {
      aliases.push({ at: range?.[0] ?? 0, code: 'BAD_ALIAS' });
    },
  });

  const byPlace = Map.groupBy([...document.errors, ...document.warnings], ({ pos }) => pos[0]);
  const errors = byPlace.values().map(([first, second]): Mistake => {
    const { code, pos } = first as YAMLError;
    const opening = code === 'MISSING_CHAR' || code === 'BAD_INDENT' ? openings.get(pos[0]) : undefined;
    if (opening) return opening;
    // A value and the line below it, taken together for a name: that line is indented too far.
    if (code === 'BLOCK_AS_IMPLICIT_KEY' && second?.code === 'MULTILINE_IMPLICIT_KEY') {
      return { at: second.pos[1], code: 'BAD_INDENT' };
    }
    if (code === 'DUPLICATE_KEY') return { at: pos[0], code, repeated: repeatedField(document, pos[0], lineAt) };
    return { at: pos[0], code };
  });
  const all = [...errors, ...backslashes, ...(aliases.length > 0 ? aliases : anchors)].sort((a, b) => a.at - b.at);
  // What follows a tabulator is read wrongly because of it.
  const tabulator = all.find(({ code }) => code === 'TAB_AS_INDENT');
  return tabulator ? [tabulator] : all;
}

/** The field whose name stands at `offset` for the second time, and where it stands for the first. */
function repeatedField(document: Document.Parsed, offset: number, lineAt: (offset: number) => number) {
  let found: YamlFault['repeated'];
  visit(document, {
    Map: (_, map) => {
      const fields = map.items.map(({ key, value }) => ({ key, isList: isSeq(value) }));
      const again = fields.find(({ key }) => isScalar(key) && key.range?.[0] === offset);
      if (!again || !isScalar(again.key)) return undefined;
      const name = String(again.key.value);
      const first = fields.find(({ key }) => isScalar(key) && key.value === name)?.key;
      if (isScalar(first) && first.range) found = { name, line: lineAt(first.range[0]), isList: again.isList };
      return visit.BREAK;
    },
  });
  return found;
}
