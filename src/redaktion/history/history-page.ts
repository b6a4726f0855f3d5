import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { historyPageWords } from '../../words/redaktion-new.ts';
import type { KeptState } from '../files/history.ts';
import { historyPath, textPath } from '../web/paths.ts';
import { isSameText, textDifference } from './difference.ts';
import { readableText } from './readable-text.ts';

/** A state that is looked at, with the one before it. */
export interface ChosenState {
  state: KeptState;
  text: string;
  before: string | undefined;
  isNewest: boolean;
}

/** A moment as people say it. */
export function momentWords(at: string): string {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Berlin');
  return moment.toLocaleString('de-DE', { dateStyle: 'long', timeStyle: 'short' });
}

/** All states of a text, and what one of them changed. */
export function historyPage(
  file: string,
  title: string,
  states: readonly KeptState[],
  chosen: ChosenState | undefined,
): ElementContent[] {
  const words = historyPageWords;
  return [
    h('h1', words.title(title)),
    h('p', [words.intro, ' ', h('a', { href: textPath(file) }, words.back)]),
    ...(states.length === 0 ? [h('p', words.none)] : []),
    h('div', { class: 'desk-columns history' }, [
      h('nav', { 'aria-label': words.states }, [
        h(
          'ol',
          { class: 'states' },
          states.map(({ id, at, by, what }) =>
            h('li', [
              h(
                'a',
                { href: historyPath(file, id), 'aria-current': id === chosen?.state.id ? 'true' : undefined },
                momentWords(at),
              ),
              h('p', { class: 'note' }, `${by} · ${what.split(': ')[0]}`),
            ]),
          ),
        ),
      ]),
      ...(chosen ? [chosenState(file, chosen)] : []),
    ]),
  ];
}

function chosenState(file: string, { state, text, before, isNewest }: ChosenState): ElementContent {
  const words = historyPageWords;
  const changed =
    before === undefined
      ? [h('p', words.first), h('pre', { class: 'difference', tabIndex: 0 }, readableText(file, text))]
      : isSameText(before, text)
        ? [h('p', words.nothing)]
        : [
            h('p', { class: 'help' }, words.legend),
            h(
              'pre',
              { class: 'difference', tabIndex: 0, 'aria-label': words.changed },
              textDifference(file, before, text),
            ),
          ];
  return h('section', { 'aria-labelledby': 'geaendert' }, [
    h('h2', { id: 'geaendert' }, words.changed),
    h('p', { class: 'note' }, `${momentWords(state.at)} · ${state.by}`),
    ...changed,
    ...(isNewest
      ? []
      : [
          h('form', { method: 'post', action: '/verlauf/' }, [
            h('input', { type: 'hidden', name: 'datei', value: file }),
            h('input', { type: 'hidden', name: 'stand', value: state.id }),
            h('button', { type: 'submit' }, words.restore),
            h('p', { class: 'help' }, words.restoreHelp),
          ]),
        ]),
  ]);
}
