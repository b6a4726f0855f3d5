/** What keeps a text from coming out, each with the way to its place. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { houseFileWords, overviewWords } from '../../words/redaktion.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { toldProblem } from '../form/told-problem.ts';
import { textPath } from '../web/paths.ts';

/** `texts` are those of the issue: a problem in one of them is named by its title. What can't be opened has no link. */
export function missingList(
  problems: readonly (Problem & { canOpen?: boolean })[],
  texts: readonly { file: string; title: string }[],
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
      const { file, line, canOpen = true } = problem;
      if (!canOpen) return h('li', [h('code', file), `: ${problem.found}. ${problem.advice}`]);
      const { found, advice } = toldProblem(problem);
      return h('li', [
        h('a', { href: textPath(file) }, `${nameOf(file)}, ${editorWords.line(line)}`),
        `: ${found}. ${advice}`,
      ]);
    }),
  );
}
