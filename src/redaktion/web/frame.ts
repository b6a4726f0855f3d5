/** What every page of the Redaktion stands in. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { figureWords } from '../../words/publishing.ts';
import { aheadWords, deskAnswers, deskFrame, houseFileWords } from '../../words/redaktion.ts';
import type { OpenText } from '../desk.ts';
import type { Ahead } from '../read-ahead.ts';
import { headData } from '../text/head-data.ts';
import { takeApart } from '../text/written-file.ts';
import { deskPaths } from './paths.ts';

export interface DeskPage {
  title: string;
  /** Title of the publication. */
  siteTitle: string;
  /** Which of the menu's pages it is. */
  path?: string;
  /** Whose name stands in the history; undefined for whoever may not come in. */
  editor?: string;
  content: ElementContent[];
  /** The script of the page, and what the styles that it makes are marked with. */
  script?: { nonce: string };
  /** As wide as the window, for writing. */
  isWide?: boolean;
}

/** Of every page's first lines. */
const fonts = ['serif', 'sans'].map((face) => `/src/styles/fonts/kurrende-${face}.woff2`);

/** A page as HTML. */
export function pageHtml({ title, siteTitle, path, editor, content, script, isWide = false }: DeskPage): string {
  const item = (text: string, to: string) =>
    h('li', h('a', { href: to, 'aria-current': to === path ? 'page' : undefined }, text));
  const menu = h('nav', { 'aria-label': deskFrame.menu }, [
    h('ul', { class: 'menu' }, [
      item(deskFrame.overview, deskPaths.overview),
      item(deskFrame.create, deskPaths.create),
      item(deskFrame.import, deskPaths.import),
      item(figureWords.title, deskPaths.figures),
    ]),
  ]);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'de' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', deskFrame.title(title, siteTitle)),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          ...fonts.map((href) => h('link', { rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: '' })),
          h('link', { rel: 'stylesheet', href: deskPaths.styles }),
          h('link', { rel: 'stylesheet', href: deskPaths.house }),
          h('link', { rel: 'icon', href: deskPaths.sign, type: 'image/svg+xml' }),
          ...(script ? [h('script', { type: 'module', src: deskPaths.script, 'data-nonce': script.nonce })] : []),
        ]),
        h('body', { class: isWide ? 'desk wide' : 'desk' }, [
          h('a', { class: 'skip', href: '#inhalt' }, deskFrame.skip),
          h('header', { class: 'desk-header' }, [
            h('div', { class: 'frame' }, [
              h('p', { class: 'desk-title' }, [h('a', { href: deskPaths.overview }, siteTitle), ` ${deskFrame.name}`]),
              ...(editor === undefined ? [] : [menu, h('p', { class: 'note' }, deskFrame.signedInAs(editor))]),
            ]),
          ]),
          h('main', { id: 'inhalt', class: 'frame' }, content),
        ]),
      ]),
    ],
  };
  return toHtml(page);
}

/** A page that says one thing, with the way back. */
export function answerHtml(
  { title, text }: { title: string; text: string },
  siteTitle: string,
  editor?: string,
): string {
  const back = editor === undefined ? [] : [h('p', h('a', { href: deskPaths.overview }, deskAnswers.back))];
  return pageHtml({
    title,
    siteTitle,
    ...(editor !== undefined && { editor }),
    content: [h('h1', title), h('p', text), ...back],
  });
}

/** A page that says how far the first reading is. */
export function aheadHtml({ done, total }: Ahead, siteTitle: string, editor: string | undefined): string {
  const { title, text, progress } = aheadWords;
  return pageHtml({
    title,
    siteTitle,
    ...(editor !== undefined && { editor }),
    content: [
      h('h1', title),
      h('p', text),
      h('p', [
        h('label', { for: 'gelesen' }, progress(done, total)),
        h('progress', { id: 'gelesen', class: 'ahead', max: total, value: done }),
      ]),
    ],
  });
}

/** What a text is called: a file of the house as in the overview, others as their head says, else by the file. */
export function textTitle({ text, file }: Pick<OpenText, 'text' | 'file'>): string {
  if (houseFileWords[file]) return houseFileWords[file];
  const head = takeApart(text)?.head;
  const title = head === undefined ? undefined : headData(head)?.title;
  return typeof title === 'string' && title.trim() !== '' ? title : (file.split('/').at(-1) ?? file);
}

/** Data for the script of a page; nothing in it can end the element. */
export function dataIsland(id: string, data: unknown): Element {
  return h('script', { type: 'application/json', id }, JSON.stringify(data).replaceAll('<', '\\u003c'));
}
