/** The forms with which an issue is scheduled, moved and called off. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { publishingWords as words } from '../../words/publishing.ts';
import type { ProblemPlace } from '../form/problem-place.ts';
import { deskPaths } from '../web/paths.ts';
import { missingList } from './missing-list.ts';
import type { Publishing } from './publishing.ts';

/** What somebody filled in and was refused. */
export type FilledIn = Readonly<Record<string, unknown>>;

export function planForms(
  issue: Publishing,
  placeOf: (problem: Problem) => ProblemPlace,
  filledIn: FilledIn = {},
): ElementContent[] {
  const { key, release, isMailed, isClosed, state, drafts, mailings: begun } = issue;
  if (isClosed) return [h('p', begun.length > 0 ? words.mailed : words.closed)];
  const { tag = issue.proposedDay, zeit = release.publishedTime ?? '10:00' } = filledIn;
  const isRefilled = 'tag' in filledIn;
  const isTicked = (file: string, isReady: boolean) => (isRefilled ? [filledIn.mit].flat().includes(file) : isReady);
  const isPlanned = state !== 'draft';
  return [
    h('form', { method: 'post', action: deskPaths.plan, class: 'stacked' }, [
      h('input', { type: 'hidden', name: 'ausgabe', value: key }),
      h('div', { class: 'side-by-side' }, [
        h('div', { class: 'field' }, [
          h('label', { for: 'tag' }, words.day),
          h('input', { type: 'date', id: 'tag', name: 'tag', required: true, value: String(tag) }),
        ]),
        h('div', { class: 'field' }, [
          h('label', { for: 'zeit' }, words.time),
          h('input', {
            type: 'time',
            id: 'zeit',
            name: 'zeit',
            required: true,
            value: String(zeit),
            'aria-describedby': 'zeit-hilfe',
          }),
        ]),
      ]),
      h('p', { class: 'help', id: 'zeit-hilfe' }, words.timeHelp),
      box(
        'versand-mit',
        'versand',
        'ja',
        words.mailing,
        isRefilled ? filledIn.versand === 'ja' : isMailed || !isPlanned,
      ),
      ...(drafts.length > 0
        ? [
            h('fieldset', { class: 'field', 'aria-describedby': 'mit-hilfe' }, [
              h('legend', words.together),
              h('p', { class: 'help', id: 'mit-hilfe' }, words.togetherHelp),
              ...drafts.flatMap(({ file, title, isReady, missing }, index) => [
                box(`mit-${index}`, 'mit', file, title, isTicked(file, isReady)),
                ...(missing.length > 0 ? [missingList(missing, issue.texts, placeOf)] : []),
              ]),
            ]),
          ]
        : []),
      h('p', h('button', { type: 'submit' }, isPlanned ? words.move : words.submit)),
    ]),
    ...(isPlanned
      ? [
          h('form', { method: 'post', action: deskPaths.cancelPlan, class: 'stacked' }, [
            h('input', { type: 'hidden', name: 'ausgabe', value: key }),
            h('p', { class: 'help', id: 'absagen-hilfe' }, words.cancelHelp),
            h('p', h('button', { type: 'submit', class: 'plain', 'aria-describedby': 'absagen-hilfe' }, words.cancel)),
          ]),
        ]
      : []),
  ];
}

function box(id: string, name: string, value: string, label: string, checked: boolean): Element {
  return h('div', { class: 'field flag' }, [
    h('input', { type: 'checkbox', id, name, value, checked }),
    h('label', { for: id }, label),
  ]);
}
