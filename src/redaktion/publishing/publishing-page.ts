import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MailingFigures } from '../../model/figures.ts';
import type { Problem } from '../../model/problem.ts';
import { releaseWords } from '../../views/parts/date.ts';
import { publishingWords as words } from '../../words/publishing.ts';
import { overviewWords } from '../../words/redaktion.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { momentWords } from '../history/history-page.ts';
import { deskPaths, textPath } from '../web/paths.ts';
import type { Publishing } from './publishing.ts';

/** What of the house the page depends on. */
export interface PublishingContext {
  previewTo: readonly string[];
  hasServer: boolean;
  /** The address of whoever looks, as far as it is known. */
  myAddress: string;
  /** What has just been done, or why it was not. */
  told?: { isRefusal: boolean; sentences: readonly string[] };
  /** What somebody filled in and was refused. */
  filledIn?: Readonly<Record<string, unknown>>;
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
    part('stand', words.standing, standing(issue)),
    part('termin', words.plan, plan(issue, context)),
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

function standing({ state, release, isMailed, missing, unapproved }: Publishing): ElementContent[] {
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
    ...(missing.length > 0 ? [h('h3', words.missing), problemList(missing)] : []),
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
    ...(missing.length + unapproved.length === 0 && state !== 'published' ? [h('p', words.nothingMissing)] : []),
  ];
}

function problemList(problems: readonly Problem[]): Element {
  return h(
    'ul',
    { class: 'problems' },
    problems.map(({ file, line, found, advice }) =>
      h('li', [
        h('a', { href: textPath(file) }, `${file.split('/').at(-1)}, ${editorWords.line(line)}`),
        `: ${found}. ${advice}`,
      ]),
    ),
  );
}

function plan(issue: Publishing, { filledIn = {} }: PublishingContext): ElementContent[] {
  const { key, release, isMailed, isClosed, state, drafts, mailings: begun } = issue;
  if (isClosed) return [h('p', begun.length > 0 ? words.mailed : words.closed)];
  const { tag = release.publishedOn, zeit = release.publishedTime ?? '10:00' } = filledIn;
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
                ...(missing.length > 0 ? [problemList(missing)] : []),
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

/** How far the mailings of an issue are; as long as one goes on, the page's script asks for it anew. */
export function mailingState(key: string, list: readonly MailingFigures[], isHeldUp: boolean): Element {
  const isGoing = !isHeldUp && list.some(({ finishedAt }) => finishedAt === null);
  return h(
    'div',
    { id: 'versand-stand', 'data-from': isGoing ? mailingStatePath(key) : undefined },
    list.map((mailing) => mailingPart(mailing, isHeldUp)),
  );
}

function mailingPart(mailing: MailingFigures, isHeldUp: boolean): Element {
  const going = isHeldUp ? words.halted : words.running;
  const { number, finishedAt, queued, accepted, failed, unknown } = mailing;
  const all = queued + accepted + failed + unknown;
  const id = `versand-${number}`;
  return h('div', { class: 'mailing' }, [
    // Told when it changes, which the numbers below are not (WCAG 4.1.3).
    h(
      'div',
      { role: 'status' },
      h('h3', { id }, [
        ...(number > 1 ? [`${words.correction(number)}: `] : []),
        finishedAt ? words.finished(momentWords(finishedAt)) : going,
      ]),
    ),
    h('p', [
      h('progress', { max: Math.max(all, 1), value: all - queued, 'aria-labelledby': id }),
      ` ${words.progress(all - queued, all)}`,
    ]),
    h(
      'dl',
      { class: 'preview-facts' },
      (Object.keys(words.counts) as (keyof typeof words.counts)[]).map((name) =>
        h('div', [h('dt', words.counts[name]), h('dd', mailing[name].toLocaleString('de-DE'))]),
      ),
    ),
  ]);
}

const mailingStatePath = (key: string) => `${deskPaths.mailingState}?ausgabe=${encodeURIComponent(key)}`;

export function publishingPath(key: string): string {
  return `${deskPaths.publishing}?ausgabe=${encodeURIComponent(key)}`;
}
