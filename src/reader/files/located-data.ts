/** How a value stands in the text, where that is not what it is read as. */
export interface Notation {
  /** The value as it is written: `01234` of the number 1234; undefined in quotes and for what has parts. */
  sourceOf(path: readonly PropertyKey[]): string | undefined;
  /** What YAML takes for a comment behind a value in the same line: `#1 im Rathaus`. */
  commentAfter(path: readonly PropertyKey[]): string | undefined;
}

/** A YAML value together with the lines that its parts stand in. */
export interface LocatedData extends Notation {
  data: unknown;
  /** Line in the file of the deepest part of `path` that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}
