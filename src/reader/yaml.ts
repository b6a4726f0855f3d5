import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { LineFinding } from '../text/body-check.ts';
import { finding } from '../words/problems.ts';

/** A YAML value together with the lines that its parts stand in. */
export interface LocatedData {
  data: unknown;
  /** Line in the file of the deepest part of `path` that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML 1.2 and says where its mistakes are. Lines count from 1 at the start of `yaml`. */
export function readYaml(yaml: string): LocatedData | LineFinding[] {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(Math.min(offset, Math.max(0, yaml.trimEnd().length - 1))).line;

  const mistakes = new Map<number, LineFinding>();
  for (const { at, code } of mistakesIn(document)) {
    const line = lineAt(at);
    // Of several in one line the first is the cause of the others.
    if (!mistakes.has(line)) mistakes.set(line, { line, finding: finding('yamlBroken', { code }) });
  }
  if (mistakes.size > 0) return [...mistakes.values()];

  return {
    data: document.toJS() ?? {},
    lineOf(path) {
      let node: unknown = document.contents;
      let line = 1;
      for (const part of path) {
        const pair: Pair | undefined = isMap(node)
          ? node.items.find(({ key }) => isScalar(key) && key.value === part)
          : undefined;
        const next = pair ? pair.value : isSeq(node) ? node.items[Number(part)] : undefined;
        if (!pair && next === undefined) break;
        const start = ((pair ? pair.key : next) as Node | null)?.range?.[0];
        if (start !== undefined) line = lineAt(start);
        node = next;
      }
      return line;
    },
  };
}

interface Mistake {
  at: number;
  code: string;
}

/** The parser's errors, each at the place that has to be mended, and what YAML allows but no editor means. */
function mistakesIn(document: Document.Parsed): Mistake[] {
  const openings = new Map<number, Mistake>();
  const aliases: Mistake[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range && type?.startsWith('QUOTE')) openings.set(range[1], { at: range[0], code: 'OPEN_QUOTE' });
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
    return { at: pos[0], code };
  });
  return [...errors, ...aliases].sort((a, b) => a.at - b.at);
}
