import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Problem } from '../../model/problem.ts';
import { releaseWords } from '../../views/parts/date.ts';
import { publishingWords as words } from '../../words/publishing.ts';
import { overviewWords } from '../../words/redaktion.ts';
import type { ProblemPlace } from '../form/problem-place.ts';
import { deskPaths, publishingPath, textPath } from '../web/paths.ts';
import { mailingState } from './mailing-state.ts';
import { missingList } from './missing-list.ts';
import { type FilledIn, planForms } from './plan-forms.ts';
import type { Publishing } from './publishing.ts';

/** What of the house the page depends on. */
export interface PublishingContext {
  previewTo: readonly string[];
  hasServer: boolean;
  /** The address of whoever looks, as far as it is known. */
  myAddress: string;
  placeOf: (problem: Problem) => ProblemPlace;
  /** What has just been done, or why it was not. */
  told?: { isRefusal: boolean; sentences: readonly string[] };
  filledIn?: FilledIn;
}

/** The page on which an issue is scheduled, tried out, and watched while it is mailed. */
export function publishingPage(issue: Publishing, context: PublishingContext): ElementContent[] {
  const { told } = context;
  return [
    h('h1', words.title(issue.label)),
    h('p', h('a', { href: textPath(issue.file) }, `${issue.title}: ${words.toText}`)),
    ...(told
      ? [
          h(
            'div',
            told.isRefusal ? { class: 'error', role: 'alert' } : { class: 'notice', role: 'status' },
            told.sentences.map((sentence) => h('p', sentence)),
          ),
        ]
      : []),
    part('stand', words.standing, standing(issue, context.placeOf)),
    part('termin', words.plan, planForms(issue, context.placeOf, context.filledIn)),
    part('probe', words.test, tests(issue, context)),
    part('versand', words.mailings, mailings(issue)),
  ];
}

function part(id: string, title: string, content: ElementContent[]): Element {
  return h('section', { class: 'section', 'aria-labelledby': id }, [
    h('h2', { class: 'side', id }, title),
    h('div', { class: 'content' }, content),
  ]);
}

/** Problems elsewhere that are named: who mends them sees the others in the overview. */
const mostNamed = 10;

function standing(
  { state, release, isMailed, missing, missingElsewhere, unapproved, texts }: Publishing,
  placeOf: PublishingContext['placeOf'],
): ElementContent[] {
  const when = releaseWords(release);
  const sentence = {
    draft: words.draft,
    scheduled: words.scheduled(when, isMailed),
    waiting: words.waiting(when),
    published: words.published(when),
  }[state];
  const shown = state === 'waiting' ? 'scheduled' : state;
  return [
    h('p', [
      ...(state === 'published' ? [] : [h('span', { class: `state ${shown}` }, overviewWords.state[shown]), ' ']),
      sentence,
    ]),
    ...(missing.length > 0 ? [h('h3', words.missing), missingList(missing, texts, placeOf)] : []),
    ...(missingElsewhere.length > 0
      ? [
          h('h3', words.missingElsewhere),
          missingList(missingElsewhere.slice(0, mostNamed), texts, placeOf),
          ...(missingElsewhere.length > mostNamed ? [h('p', words.more(missingElsewhere.length - mostNamed))] : []),
        ]
      : []),
    ...(unapproved.length > 0
      ? [
          h('h3', words.unapproved),
          h(
            'ul',
            { class: 'problems' },
            unapproved.map(({ file, title }) => h('li', h('a', { href: textPath(file) }, title))),
          ),
        ]
      : []),
    ...(missing.length + missingElsewhere.length + unapproved.length === 0 && state !== 'published'
      ? [h('p', words.nothingMissing)]
      : []),
  ];
}

function tests({ key }: Publishing, { previewTo, hasServer, myAddress }: PublishingContext): ElementContent[] {
  if (!hasServer) return [h('p', words.noServer)];
  const form = (content: ElementContent[]) =>
    h('form', { method: 'post', action: deskPaths.testMail, class: 'stacked' }, [
      h('input', { type: 'hidden', name: 'ausgabe', value: key }),
      ...content,
    ]);
  return [
    h('p', words.testIntro),
    form([
      h('div', { class: 'field' }, [
        h('label', { for: 'an' }, words.myAddress),
        h('input', { type: 'email', id: 'an', name: 'an', required: true, autocomplete: 'email', value: myAddress }),
      ]),
      h('p', h('button', { type: 'submit', class: 'plain' }, words.testToMe)),
    ]),
    ...(previewTo.length > 0
      ? [
          form([
            h('p', { class: 'help', id: 'liste-hilfe' }, words.listIs(previewTo)),
            h(
              'p',
              h(
                'button',
                { type: 'submit', class: 'plain', 'aria-describedby': 'liste-hilfe' },
                words.testToList(previewTo),
              ),
            ),
          ]),
        ]
      : [h('p', { class: 'help' }, words.noList)]),
  ];
}

function mailings(issue: Publishing): ElementContent[] {
  const { key, mailings: list, isMailed } = issue;
  const trouble = isMailed || list.length > 0 ? issue.trouble : undefined;
  return [
    ...(trouble === undefined ? [] : [h('p', { class: 'error' }, `${words.trouble} ${trouble}`)]),
    list.length === 0 ? h('p', words.noMailing) : mailingState(key, list, trouble !== undefined),
    h('p', { class: 'onward' }, h('a', { href: publishingPath(key) }, words.reload)),
  ];
}
