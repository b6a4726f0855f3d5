import type { Finding, RuleName } from '../words/problems.ts';

/** Where in the content something is: a path below the content folder's parent, and a line that counts from 1. */
export interface Place {
  file: string;
  line: number;
  /** Dotted path of the front matter field, where it is about one. */
  field?: string;
}

/** Something that an editor has to know, complete enough to be acted on without asking. */
export interface Problem extends Place, Finding {
  rule: RuleName;
}

/** Where those who check put what they find. */
export type Report = (problem: Problem) => void;

/** A finding about a field of a file's data. */
export interface FieldFinding {
  path: PropertyKey[];
  finding: Finding;
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Files in alphabetical order, each from top to bottom: the order in which somebody mends them. */
export function inReadingOrder<Placed extends Place>(problems: readonly Placed[]): Placed[] {
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
