/** How far the mailings of an issue are, on its page and for the script that asks anew. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { MailingFigures } from '../../model/figures.ts';
import { publishingWords as words } from '../../words/publishing.ts';
import { momentWords } from '../history/history-page.ts';
import { mailingStatePath } from '../web/paths.ts';

/** The mailings with their numbers; as long as one of them goes on, the page's script asks for them anew. */
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
