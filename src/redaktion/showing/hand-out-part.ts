/** What stands at a text about showing it to others, and what they see who follow a link. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { type Day, day } from '../../model/day.ts';
import { guestWords, handOutWords, showingWords } from '../../words/handing-out.ts';
import type { OpenText } from '../desk.ts';
import { deskPaths, textPath } from '../web/paths.ts';
import { type HandOut, longestTerm } from './hand-outs.ts';

/** How a text may be shown. */
export interface Showing {
  canPrint: boolean;
  /** Undefined where nobody else could follow a link. */
  handOuts: readonly HandOut[] | undefined;
  today: Day;
}

/** Days of the term that is proposed. */
const usualTerm = 14;

/** Files and links of a text; nothing for what has no page. */
export function showingPart(open: OpenText, { canPrint, handOuts, today }: Showing): Element[] {
  const { file, kind, issue } = open;
  if (kind === 'house') return [];
  const download = (path: string, words: string) =>
    h('li', h('a', { href: `${path}?datei=${encodeURIComponent(file)}`, download: true }, words));
  return [
    h('section', { class: 'aside-part', 'aria-labelledby': 'zeigen' }, [
      h('h2', { id: 'zeigen' }, showingWords.title),
      h('p', { class: 'help' }, showingWords.explain),
      h('ul', { class: 'downloads' }, [
        download(deskPaths.showPage, showingWords.page),
        ...(canPrint ? [download(deskPaths.showPdf, showingWords.pdf)] : []),
        ...(issue === undefined ? [] : [download(deskPaths.showMail, showingWords.mail)]),
      ]),
      ...(canPrint ? [] : [h('p', { class: 'help' }, showingWords.noPdf)]),
      h('h3', handOutWords.title),
      ...(handOuts ? links(open, handOuts, today) : [h('p', { class: 'help' }, handOutWords.onlyHere)]),
    ]),
  ];
}

function links({ file, version }: OpenText, handOuts: readonly HandOut[], today: Day): Element[] {
  const later = (days: number) => day(Temporal.PlainDate.from(today).add({ days }).toString());
  const hidden = (name: string, value: string) => h('input', { type: 'hidden', name, value });
  return [
    ...(handOuts.length === 0
      ? []
      : [
          h(
            'ul',
            { class: 'hand-outs' },
            handOuts.map(({ id, by, until, version: shown }) =>
              h('li', [
                h('span', [
                  handOutWords.active(until, by),
                  ...(shown === version ? [] : [h('strong', ` · ${handOutWords.isOld}`)]),
                ]),
                h('form', { method: 'post', action: deskPaths.revoke }, [
                  hidden('datei', file),
                  hidden('link', id),
                  h(
                    'button',
                    { type: 'submit', class: 'plain', 'aria-label': handOutWords.revokeLink(until) },
                    handOutWords.revoke,
                  ),
                ]),
              ]),
            ),
          ),
        ]),
    h('form', { method: 'post', action: deskPaths.handOut, class: 'hand-out' }, [
      hidden('datei', file),
      h('div', { class: 'field' }, [
        h('label', { for: 'link-bis' }, handOutWords.until),
        h('input', {
          type: 'date',
          id: 'link-bis',
          name: 'bis',
          required: true,
          value: later(usualTerm),
          min: today,
          max: later(longestTerm),
        }),
      ]),
      h('button', { type: 'submit', class: 'plain' }, handOutWords.make),
    ]),
  ];
}

/** The link, told once. */
export function madePage(file: string, title: string, link: string, until: string): ElementContent[] {
  return [
    h('h1', handOutWords.made(title)),
    h('p', handOutWords.once),
    h('div', { class: 'field' }, [
      h('label', { for: 'link' }, handOutWords.link),
      h('input', { type: 'text', id: 'link', value: link, readOnly: true, 'aria-describedby': 'link-frist' }),
    ]),
    h('p', { id: 'link-frist' }, handOutWords.ends(until)),
    h('p', h('a', { href: textPath(file) }, handOutWords.back)),
  ];
}

/**
 * Where a link leads. The key stands behind its `#`, which no browser sends along: it gets into no log and no referrer, and
 * what looks at links in mails opens nothing. The page's script puts it into the form and sends that.
 */
export function guestPage(
  styles: string,
  nonce: string,
  words: { title: string; text: string; asks: boolean },
): string {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'de' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', words.title),
        h('style', { nonce }, styles),
        ...(words.asks ? [h('script', { type: 'module', src: deskPaths.guestScript })] : []),
      ]),
      h('body', { class: 'desk' }, [
        h('main', { class: 'frame' }, [
          h('h1', words.title),
          h('p', words.text),
          ...(words.asks
            ? [
                h('form', { method: 'post', action: deskPaths.guests, class: 'stacked' }, [
                  h('div', { class: 'field' }, [
                    h('label', { for: 'schluessel' }, guestWords.key),
                    h('input', {
                      type: 'text',
                      id: 'schluessel',
                      name: 'schluessel',
                      required: true,
                      autocomplete: 'off',
                    }),
                  ]),
                  h('p', h('button', { type: 'submit' }, guestWords.open)),
                ]),
              ]
            : []),
        ]),
      ]),
    ]),
  ]);
  return toHtml(page);
}
