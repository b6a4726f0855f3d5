import { styleText } from 'node:util';
import type { Library } from '../model/library.ts';
import { isError, type Problem } from '../model/problem.ts';
import type { WithheldPicture } from '../reader/picture-checks.ts';
import type { Reading } from '../reader/read.ts';
import { type Counts, problemLabels, reportWords } from '../words/commands.ts';

/** A problem as it stands on the terminal: the place first, so that editors can jump to it. */
function formatProblem({ file, line, field, severity, found, expected, advice }: Problem): string {
  const colour = severity === 'error' ? 'red' : 'yellow';
  const head = `${file}:${line}  ${styleText(colour, problemLabels[severity])}${field ? `  ${field}` : ''}`;
  const row = (label: string, text: string) => `  ${label.padEnd(11)}${text}`;
  return [
    head,
    row(problemLabels.found, found),
    row(problemLabels.expected, expected),
    row(problemLabels.advice, advice),
  ].join('\n');
}

/** Where the original of a withheld picture may be put; a note, nothing is wrong with it. */
export function formatWithheld({ file, line, field, credit, place }: WithheldPicture): string {
  return `${file}:${line}  ${problemLabels.note}  ${field}\n  ${reportWords.withheld(credit, place)}`;
}

/** All problems and the sum of them. `preview` is the same content with what is not out yet. */
export function formatReading({ problems, library }: Reading, preview: Reading): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const summary =
    errors > 0
      ? reportWords.wrong(errors, warnings, new Set(problems.map(({ file }) => file)).size)
      : reportWords.allRight(warnings, countsOf(library, preview.library));
  return [...problems.map(formatProblem), summary].join('\n\n');
}

function countsOf(library: Library | undefined, preview: Library | undefined): Counts {
  const count = (of: Library | undefined) => ({
    issues: of?.issues.length ?? 0,
    articles: of?.issues.reduce((sum, issue) => sum + issue.articles.length, 0) ?? 0,
  });
  const published = count(library);
  const all = count(preview);
  return {
    ...published,
    hiddenIssues: all.issues - published.issues,
    hiddenArticles: all.articles - published.articles,
  };
}

export function hasErrors({ problems }: Reading): boolean {
  return problems.some(isError);
}
