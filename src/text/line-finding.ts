import type { Finding, LineEdit } from '../words/problems.ts';

/** A finding at a line of the text, counted from 1. */
export interface LineFinding {
  line: number;
  finding: Finding;
}

/** Takes what a check finds: the line, the finding, and the edits that mend it where that needs no thought. */
export type ReportLine = (line: number, finding: Finding, edits?: readonly LineEdit[]) => void;

/** A list of findings and the function that adds to it. */
export function collectFindings(): { found: LineFinding[]; report: ReportLine } {
  const found: LineFinding[] = [];
  return {
    found,
    report: (line, finding, edits) => {
      found.push({ line, finding: edits && edits.length > 0 ? { ...finding, edits } : finding });
    },
  };
}

/** The line of the place `index` in a text whose first line is `firstLine`. */
export function lineAt(text: string, index: number, firstLine = 1): number {
  return firstLine + (text.slice(0, index).match(/\n/g)?.length ?? 0);
}
