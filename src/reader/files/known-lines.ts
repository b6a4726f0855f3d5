/** The lines of a file's front matter as plain data: to be known of again without reading it. */
import { isRecord } from '../../model/field.ts';

/** Lines of the file by the paths of what stands there, one part below the other. */
export type KnownLines = Readonly<Record<string, number>>;

type LineOf = (path: readonly PropertyKey[]) => number;

const keyOf = (path: readonly PropertyKey[]) => path.map(String).join('\n');

/** Of all that there is in `data`. */
export function knownLines(data: unknown, lineOf: LineOf): KnownLines {
  const lines: Record<string, number> = {};
  const note = (value: unknown, path: readonly PropertyKey[]) => {
    lines[keyOf(path)] = lineOf(path);
    const parts = Array.isArray(value) ? value.entries() : Object.entries(isRecord(value) ? value : {});
    for (const [part, inner] of parts) note(inner, [...path, part]);
  };
  note(data, []);
  return lines;
}

/** The line of the deepest part of a path that there is. */
export function lineIn(lines: KnownLines): LineOf {
  return (path) => {
    for (let end = path.length; end >= 0; end -= 1) {
      const key = keyOf(path.slice(0, end));
      if (Object.hasOwn(lines, key)) return lines[key] ?? 1;
    }
    return 1;
  };
}
