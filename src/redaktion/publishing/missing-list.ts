/** What keeps a text from coming out, each with the way to its place. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { toldProblem } from '../form/told-problem.ts';
import { textPath } from '../web/paths.ts';

export function missingList(problems: readonly Problem[]): Element {
  return h(
    'ul',
    { class: 'problems' },
    problems.map((problem) => {
      const { file, line } = problem;
      const { found, advice } = toldProblem(problem);
      return h('li', [
        h('a', { href: textPath(file) }, `${file.split('/').at(-1)}, ${editorWords.line(line)}`),
        `: ${found}. ${advice}`,
      ]);
    }),
  );
}
