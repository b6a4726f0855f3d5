/** How much is wrong with a text, in numbers. */
import { isError, type Problem } from '../model/problem.ts';

/** What is counted of problems, at a text and in the overview. */
export function countProblems(problems: readonly Problem[]) {
  const errors = problems.filter(isError).length;
  const unfinished = problems.filter(({ isUnfinished }) => isUnfinished).length;
  const counted = (wanted: Problem['severity']) => problems.filter(({ severity }) => severity === wanted).length;
  return { errors, unfinished, warnings: counted('warning'), hints: counted('hint') };
}
