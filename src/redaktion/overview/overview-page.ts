import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { releaseWords } from '../../views/parts/date.ts';
import { publishingWords } from '../../words/publishing.ts';
import { houseFileWords, overviewWords } from '../../words/redaktion.ts';
import { editorWords } from '../../words/redaktion-editor.ts';

import type { ProblemPlace } from '../form/problem-place.ts';
import { toldProblem } from '../form/told-problem.ts';
import { missingList } from '../publishing/missing-list.ts';
import { deskPaths, publishingPath, textPath } from '../web/paths.ts';
import type { ListedIssue, ListedText, Overview } from './overview.ts';

/** What the mail of an issue weighs. */
export interface MailWeight {
  kilobytes: string;
  isTooHeavy: boolean;
}

/** Problems of an issue that are named; the others are counted. */
const mostNamed = 5;

/** … and of files that belong to no text. */
const mostOthers = 50;

/** The overview, with the year's ruler as its navigation. */
export function overviewPage(
  overview: Overview,
  mails: ReadonlyMap<string, MailWeight>,
  placeOf: (problem: Problem) => ProblemPlace,
): ElementContent[] {
  const { year, years, issues, pages, house, others } = overview;
  return [
    h('h1', { class: 'quiet-title' }, overviewWords.title),
    ruler(overview),
    ...(years.length > 1
      ? [
          h('nav', { 'aria-label': overviewWords.years }, [
            h('ul', { class: 'years' }, [
              ...years.map((one) =>
                h(
                  'li',
                  h('a', { href: `/?jahr=${one}`, 'aria-current': one === year ? 'page' : undefined }, String(one)),
                ),
              ),
            ]),
          ]),
        ]
      : []),
    ...(issues.length === 0
      ? [h('p', [overviewWords.empty, ' ', h('a', { href: deskPaths.create }, overviewWords.firstIssue)])]
      : []),
    ...issues.map((issue) => issueSection(issue, mails.get(issue.key), placeOf)),
    ...(pages.length > 0 ? [listSection(overviewWords.pages, pages, ({ title }) => title)] : []),
    listSection(overviewWords.house, house, ({ file, title }) => houseFileWords[file] ?? title),
    ...(others.length > 0
      ? [
          section(overviewWords.otherProblems, [
            h('ul', { class: 'problems' }, [
              ...others.slice(0, mostOthers).map((problem) => otherProblem(problem, placeOf)),
              ...(others.length > mostOthers ? [h('li', overviewWords.more(others.length - mostOthers))] : []),
            ]),
          ]),
        ]
      : []),
  ];
}

function ruler({ year, weeks }: Overview): Element {
  return h('nav', { class: 'ruler', 'aria-label': overviewWords.rulerName(year) }, [
    h('p', { class: 'ruler-year' }, h('a', { href: `/?jahr=${year}` }, overviewWords.rulerYear(year))),
    h(
      'ol',
      weeks.map(({ opensQuarter, marks }) =>
        h(
          'li',
          { class: opensQuarter ? 'opens' : undefined, 'aria-hidden': marks.length === 0 ? 'true' : undefined },
          marks.map(({ key, number, name }) => h('a', { href: `#${key}`, 'aria-label': name }, number)),
        ),
      ),
    ),
  ]);
}

function issueSection(
  issue: ListedIssue,
  mail: MailWeight | undefined,
  placeOf: (problem: Problem) => ProblemPlace,
): Element {
  const { key, label, release, state, editorial, articles, missing } = issue;
  const day = releaseWords(release);
  const isOut = state === 'published';
  const facts = [
    isOut ? overviewWords.appeared(day) : overviewWords.appears(day),
    ...(mail ? [(mail.isTooHeavy ? overviewWords.mailTooHeavy : overviewWords.mail)(mail.kilobytes)] : []),
  ];
  return h('section', { class: 'section issue', id: key, 'aria-labelledby': `${key}-titel` }, [
    h('div', { class: 'side' }, [
      h('h2', { id: `${key}-titel` }, label),
      h('p', { class: 'note' }, [...(isOut ? [] : [stateMark(state), ' ']), facts.join(' · ')]),
    ]),
    h('div', { class: 'content' }, [
      h('ul', { class: 'texts' }, [
        textItem(editorial, editorial.title, overviewWords.editorial),
        ...articles.map((article) => textItem(article, article.title, overviewWords.article)),
      ]),
      ...(isOut ? [] : [missingPart(missing, [editorial, ...articles], placeOf)]),
      h('p', { class: 'onward' }, [
        h('a', { href: publishingPath(key) }, publishingWords.link),
        '\u00A0· ',
        h('a', { href: `${deskPaths.create}?ausgabe=${key}` }, overviewWords.newArticle),
        '\u00A0· ',
        h('a', { href: `${deskPaths.import}?ausgabe=${key}` }, overviewWords.importHere),
      ]),
    ]),
  ]);
}

function missingPart(
  missing: readonly Problem[],
  texts: readonly ListedText[],
  placeOf: (problem: Problem) => ProblemPlace,
): Element {
  if (missing.length === 0) return h('p', { class: 'note' }, overviewWords.nothingMissing);
  const rest = missing.length - mostNamed;
  return h('div', { class: 'missing' }, [
    h('h3', overviewWords.missing),
    missingList(missing.slice(0, mostNamed), texts, placeOf),
    ...(rest > 0 ? [h('p', { class: 'note' }, overviewWords.more(rest))] : []),
  ]);
}

/** What is no text of the overview, such as a picture that nobody names. */
function otherProblem(problem: Overview['others'][number], placeOf: (problem: Problem) => ProblemPlace): Element {
  const { file, rule, canOpen } = problem;
  const { found, advice } = toldProblem(problem);
  const name = file.split('/').at(-1) ?? file;
  return h('li', [
    h('p', [canOpen ? h('a', { href: placeOf(problem).href }, file) : h('code', file), `: ${found}. ${advice}`]),
    ...(rule === 'unusedFile'
      ? [
          h('form', { method: 'post', action: deskPaths.removeUnused }, [
            h('input', { type: 'hidden', name: 'datei', value: file }),
            h('button', { type: 'submit', class: 'plain' }, overviewWords.removeFile(name)),
          ]),
        ]
      : []),
  ]);
}

function listSection(title: string, texts: readonly ListedText[], name: (text: ListedText) => string): Element {
  return section(title, [
    h(
      'ul',
      { class: 'texts' },
      texts.map((text) => textItem(text, name(text))),
    ),
  ]);
}

function section(title: string, content: Element[]): Element {
  return h('section', { class: 'section' }, [
    h('h2', { class: 'side' }, title),
    h('div', { class: 'content' }, content),
  ]);
}

function textItem(text: ListedText, title: string, what?: string): Element {
  return h('li', [
    h('a', { href: textPath(text.file) }, title),
    h('p', { class: 'note' }, [
      ...(text.state === 'published' ? [] : [stateMark(text.state), ' ']),
      [...(what ? [what] : []), countText(text.counts)].join(' · '),
    ]),
  ]);
}

function stateMark(state: ListedText['state']): Element {
  return h('span', { class: `state ${state}` }, overviewWords.state[state]);
}

function countText(counts: ListedText['counts']): string {
  return editorWords.problemCount(counts);
}
