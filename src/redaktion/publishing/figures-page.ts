import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Figures } from '../../model/figures.ts';
import { publishingWords, figureWords as words } from '../../words/publishing.ts';
import { momentWords } from '../history/history-page.ts';
import { publishingPath } from '../web/paths.ts';
import { mailTimerLook } from './publishing.ts';

/** After so many minutes without a look of the timer, something is wrong with it. */
const silence = 30;

/** Mailings that are listed: those of a year, where one goes out each week. */
const mostMailings = 53;

/** The Abo and its mailings in numbers, and whether the timers run; `siteLook`: when the site's timer last looked. */
export function figuresPage(
  figures: Figures | undefined,
  siteLook: Temporal.Instant | undefined,
  now: Temporal.Instant,
): ElementContent[] {
  const title = h('h1', words.title);
  const timers = timerLines({ site: siteLook, mail: mailTimerLook(figures) }, now);
  if (!figures) return [title, ...timers, h('p', words.none)];
  const { writtenAt, subscriptions, mailings } = figures;
  return [
    title,
    h('p', [words.intro, ' ', words.asOf(momentWords(writtenAt))]),
    ...timers,
    ...(subscriptions
      ? [
          part('abonnements', words.subscriptions, [
            h(
              'dl',
              { class: 'figures' },
              (Object.keys(words.names) as (keyof typeof words.names)[]).map((name) =>
                h('div', [h('dt', words.names[name]), h('dd', words.number(subscriptions[name]))]),
              ),
            ),
          ]),
        ]
      : []),
    part('ausgaben', words.mailings, [
      ...(mailings.length === 0 ? [h('p', words.noMailings)] : [table(mailings.slice(0, mostMailings))]),
      ...(mailings.length > mostMailings ? [h('p', { class: 'help' }, words.earlier)] : []),
    ]),
  ];
}

/** A line for each timer that ever looked; one that says so where none did. */
function timerLines(looks: Record<'site' | 'mail', Temporal.Instant | undefined>, now: Temporal.Instant): Element[] {
  const lines = (['site', 'mail'] as const).flatMap((timer) => {
    const look = looks[timer];
    if (look === undefined) return [];
    const at = momentWords(look.toString());
    return now.since(look).total('minutes') > silence
      ? [h('p', { class: 'error' }, words.silent[timer](at))]
      : [h('p', { class: 'note' }, words.looked[timer](at))];
  });
  return lines.length > 0 ? lines : [h('p', { class: 'notice' }, words.neverLooked)];
}

function part(id: string, title: string, content: ElementContent[]): Element {
  return h('section', { class: 'section', 'aria-labelledby': id }, [
    h('h2', { class: 'side', id }, title),
    h('div', { class: 'content' }, content),
  ]);
}

function table(mailings: Figures['mailings']): Element {
  const { counts, correction } = publishingWords;
  const states = ['accepted', 'failed', 'unknown', 'queued'] as const;
  const heads = [words.issue, words.when, words.recipients, ...states.map((state) => counts[state])];
  // Wider than a phone: it scrolls by itself, by keyboard too (WCAG 2.1.1).
  return h('div', { class: 'wide-table', role: 'region', 'aria-label': words.table, tabIndex: 0 }, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        mailings.map((mailing) => {
          const { issue, number, startedAt } = mailing;
          const all = states.reduce((sum, state) => sum + mailing[state], 0);
          return h('tr', [
            h('th', { scope: 'row' }, [
              h('a', { href: publishingPath(issue) }, issue),
              ...(number > 1 ? [`, ${correction(number)}`] : []),
            ]),
            h('td', momentWords(startedAt)),
            ...[all, ...states.map((state) => mailing[state])].map((count) => h('td', words.number(count))),
          ]);
        }),
      ),
    ]),
  ]);
}
