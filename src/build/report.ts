import { styleText } from 'node:util';
import type { Library } from '../model/library.ts';
import { inReadingOrder, isError, type Problem } from '../model/problem.ts';
import type { WithheldPicture } from '../reader/checks/picture-checks.ts';
import type { Reading } from '../reader/read.ts';
import { type ContentCounts, problemLabels, reportWords } from '../words/commands.ts';

/** A problem, or a note that looks like one. */
interface Message extends Omit<Problem, 'rule' | 'severity'> {
  severity: Problem['severity'] | 'note' | 'unfinished';
}

const colours = { error: 'red', warning: 'yellow', hint: 'cyan', unfinished: 'yellow', note: 'cyan' } as const;

/** A problem as it stands on the terminal: the place first, so that editors can jump to it. */
export function formatProblem(problem: Problem): string {
  return formatMessage(messageOf(problem));
}

function messageOf({ isUnfinished, ...problem }: Problem): Message {
  return isUnfinished ? { ...problem, severity: 'unfinished' } : problem;
}

function formatMessage({ file, line, field, severity, found, expected, advice }: Message): string {
  const colour = colours[severity];
  const head = `${file}:${line}  ${styleText(colour, problemLabels[severity])}${field ? `  ${field}` : ''}`;
  const row = (label: string, text: string) => `  ${label.padEnd(11)}${text}`;
  return [
    head,
    row(problemLabels.found, found),
    row(problemLabels.expected, expected),
    row(problemLabels.advice, advice),
  ].join('\n');
}

/** Where the original of a withheld picture may be put; nothing is wrong with it. */
function noteOn({ file, line, field, ...facts }: WithheldPicture): Message {
  return { file, line, field, severity: 'note', ...reportWords.withheld(facts) };
}

/**
 * All problems and the sum of them. `notes` says also what nobody needs to do anything about, `hints` are those about
 * style.
 */
export function formatReading(
  { problems, library, withheld, all }: Pick<Reading, 'problems' | 'library' | 'withheld' | 'all'>,
  { notes = false, hints = [] }: { notes?: boolean; hints?: readonly Problem[] } = {},
): string {
  const errors = problems.filter(isError).length;
  const unfinished = problems.filter(({ isUnfinished }) => isUnfinished).length;
  const warnings = problems.length - errors - unfinished;
  const summary =
    errors > 0
      ? reportWords.wrong(errors, warnings, new Set(problems.map(({ file }) => file)).size, unfinished)
      : reportWords.allRight(warnings, countsOf(library, all), unfinished);
  const messages = inReadingOrder<Message>([
    ...problems.map(messageOf),
    ...(notes ? withheld.map(noteOn) : []),
    // By its rule's name a text can except itself from a hint.
    ...hints.map((hint) => ({ ...hint, field: hint.rule })),
  ]);
  const ofHints = hints.length > 0 ? [reportWords.hints(hints.length)] : [];
  return [...messages.map(formatMessage), [summary, ...ofHints].join(' ')].join('\n\n');
}

function countsOf(library: Library | undefined, all: Reading['all']): ContentCounts {
  const published = {
    issues: library?.issues.length ?? 0,
    articles: library?.issues.reduce((sum, issue) => sum + issue.articles.length, 0) ?? 0,
    pages: library?.pages.length ?? 0,
  };
  return {
    ...published,
    hiddenIssues: all.issues - published.issues,
    hiddenArticles: all.articles - published.articles,
    hiddenPages: all.pages - published.pages,
  };
}

export function hasErrors({ problems }: Reading): boolean {
  return problems.some(isError);
}
