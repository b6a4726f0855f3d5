import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { LineFinding } from '../../text/line-finding.ts';
import { inYamlQuotes } from '../../words/problems/rule.ts';
import { finding } from '../../words/problems.ts';
import type { LocatedData } from './located-data.ts';
import { plainFields } from './plain-fields.ts';
import { plainNotation } from './yaml-characters.ts';
import { mistakesIn } from './yaml-mistakes.ts';

/** Entries of a list behind a sign that looks like the hyphen of YAML. */
function wrongDashes(yaml: string): LineFinding[] {
  const lines = yaml.split('\n');
  const isEntry = (line = '') => /^[ \t]*[–—•][ \t]/.test(line);
  const isBelow = (line = '') => /^[^#]*:[ \t]*$/.test(line) || isEntry(line);
  return lines.flatMap((line, index) => {
    if (!isEntry(line) || !isBelow(lines[index - 1])) return [];
    const edits = [{ from: line.trim().charAt(0), to: '-' }];
    return [{ line: index + 1, finding: { ...finding('yamlBroken', { code: 'DASH' }), edits } }];
  });
}

/** A value that begins with a quotation mark that YAML doesn't know. */
const germanQuotes = /^[ \t]*(?:- +)?[\w-]+: +[„“”»«‚‘’]/;

/** A field whose value has a colon in it and ends in its line, and the same with the value in quotation marks. */
function unquotedField(lines: readonly string[], at: number): { written: string; quoted: string } | undefined {
  const [, start = '', name, value] = /^([ ]*(?:- +)?)([\w-]+): +([^\s"'[{|>&*!%@`#].*)$/.exec(lines[at] ?? '') ?? [];
  if (!name || !value || / #/.test(value)) return undefined;
  const below = lines[at + 1] ?? '';
  const goesOn = below.trim() !== '' && below.search(/\S/) > start.length;
  if (goesOn) return undefined;
  return { written: (lines[at] ?? '').slice(start.length), quoted: `${name}: ${inYamlQuotes(value)}` };
}

/** Reads YAML 1.2 and says where its mistakes are. Lines count from 1 at the start of `source`. */
export function readYaml(source: string): LocatedData | LineFinding[] {
  const plain = plainFields(source);
  if (plain) return plain;
  const yaml = plainNotation(source);
  const lines = new LineCounter();
  const dashes = wrongDashes(yaml);
  if (dashes.length > 0) return dashes;
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(Math.min(offset, Math.max(0, yaml.trimEnd().length - 1))).line;

  const mistakes = new Map<number, LineFinding>();
  for (const { at, ...mistake } of mistakesIn(yaml, document, lineAt)) {
    const line = lineAt(at);
    if (germanQuotes.test(yaml.split('\n')[line - 1] ?? '')) mistake.code = 'GERMAN_QUOTES';
    const unquoted = mistake.code === 'BLOCK_AS_IMPLICIT_KEY' ? unquotedField(yaml.split('\n'), line - 1) : undefined;
    if (unquoted) mistake.unquoted = unquoted;
    // Of several in one line the first is the cause of the others.
    if (!mistakes.has(line)) mistakes.set(line, { line, finding: finding('yamlBroken', mistake) });
  }
  if (mistakes.size > 0) return [...mistakes.values()];

  /** The parts of the document along `path`, as far as they exist. */
  const along = (path: readonly PropertyKey[]): { key?: Node; value: unknown }[] => {
    const found: { key?: Node; value: unknown }[] = [];
    let node: unknown = document.contents;
    for (const part of path) {
      const pair: Pair | undefined = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && key.value === part)
        : undefined;
      const value = pair ? pair.value : isSeq(node) ? node.items[Number(part)] : undefined;
      if (!pair && value === undefined) break;
      found.push({ ...(pair && { key: pair.key as Node }), value });
      node = value;
    }
    return found;
  };
  const plainScalarAt = (path: readonly PropertyKey[]) => {
    const parts = along(path);
    const value = parts.length === path.length ? parts.at(-1)?.value : undefined;
    return isScalar(value) && value.type === 'PLAIN' && value.range ? { ...value, range: value.range } : undefined;
  };

  return {
    data: document.toJS() ?? {},
    lineOf(path) {
      const starts = along(path).map(({ key, value }) => (key ?? (value as Node | null))?.range?.[0]);
      const start = starts.findLast((offset) => offset !== undefined);
      return start === undefined ? 1 : lineAt(start);
    },
    sourceOf: (path) => plainScalarAt(path)?.source,
    commentAfter(path) {
      const scalar = plainScalarAt(path);
      return scalar && /^[ \t]*(#.*)/.exec(yaml.slice(scalar.range[1]))?.[1]?.trimEnd();
    },
  };
}
