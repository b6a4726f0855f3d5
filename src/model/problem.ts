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
  /** An error of a draft, which may be incomplete: it stops nothing. */
  isUnfinished?: true;
}

/** Where those who check put what they find. */
export type Report = (problem: Problem) => void;

/** A finding about a field of a file's data. */
export interface FieldFinding {
  path: PropertyKey[];
  finding: Finding;
}

/** Whether it stops a build. */
export function isError({ severity, isUnfinished }: Problem): boolean {
  return severity === 'error' && !isUnfinished;
}

/** The problems with those of drafts marked as what is still to be done; `isDraft` says it of a problem's file. */
export function withUnfinished(problems: readonly Problem[], isDraft: (file: string) => boolean): Problem[] {
  return problems.map((problem) =>
    // A link is no matter of writing: it stays out of every folder.
    problem.severity === 'error' && problem.rule !== 'notAPlainFile' && isDraft(problem.file)
      ? { ...problem, isUnfinished: true }
      : problem,
  );
}

/** Files in alphabetical order, each from top to bottom: the order in which somebody mends them. */
export function inReadingOrder<Placed extends Place>(problems: readonly Placed[]): Placed[] {
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
