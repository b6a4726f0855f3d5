/** What keeps a text from coming out, each with the way to its place. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { houseFileWords, overviewWords } from '../../words/redaktion.ts';
import type { ProblemPlace } from '../form/problem-place.ts';
import { toldProblem } from '../form/told-problem.ts';

/** `texts` are those of the issue: a problem in one of them is named by its title. What can't be opened has no link. */
export function missingList(
  problems: readonly (Problem & { canOpen?: boolean })[],
  texts: readonly { file: string; title: string }[],
  placeOf: (problem: Problem) => ProblemPlace,
): Element {
  const nameOf = (file: string) => {
    const text = texts.find((one) => one.file === file);
    if (text) return file.endsWith('/index.md') ? overviewWords.editorialAlone : text.title;
    return houseFileWords[file] ?? file;
  };
  return h(
    'ul',
    { class: 'problems' },
    problems.map((problem) => {
      const { found, advice } = toldProblem(problem);
      if (problem.canOpen === false) return h('li', [h('code', problem.file), `: ${found}. ${advice}`]);
      const { name, href } = placeOf(problem);
      return h('li', [h('a', { href }, `${nameOf(problem.file)}, ${name}`), `: ${found}. ${advice}`]);
    }),
  );
}
