import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Problem } from '../model/problem.ts';
import { problemLabels, problemPageWords } from '../words/commands.ts';

/** The page of `dev` when there is no site to show: every problem, with its place and what to do. */
export function problemPage(problems: readonly Problem[]): string {
  const items = problems.map(({ file, line, found, expected, advice, severity, isUnfinished }) =>
    h('li', [
      h('p', [h('code', `${file}:${line}`), ` ${problemLabels[isUnfinished ? 'unfinished' : severity]}`]),
      h('dl', [
        ...[
          [problemLabels.found, found],
          [problemLabels.expected, expected],
          [problemLabels.advice, advice],
        ].flatMap(([label = '', text = '']) => [h('dt', label), h('dd', text)]),
      ]),
    ]),
  );
  const page = h('html', { lang: 'de' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      // Asks again by itself: there is no page yet that a saved file could reload.
      h('meta', { httpEquiv: 'refresh', content: '2' }),
      h('title', problemPageWords.nothingToShow),
    ]),
    h('body', [
      h('main', [h('h1', problemPageWords.nothingToShow), h('p', problemPageWords.mendFirst), h('ol', items)]),
    ]),
  ]);
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, page] });
}
