/**
 * The frame of the service's pages: a page of the site that the build takes aside. It needs nothing at run time: its
 * styles stand in it, and its links name the site in full.
 */
import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { addresses } from '../../model/address.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { serviceFrameWords, shellSlots } from '../../words/subscription.ts';

export interface Shell {
  html: string;
  /** What a Content-Security-Policy calls the styles in it. */
  styleHashes: readonly string[];
}

/**
 * Turns a page of the site at `siteUrl`, as built, into a shell. `readStyle` gives the text of a style sheet by its
 * path on the site.
 */
export function makeShell(pageHtml: string, siteUrl: string, readStyle: (path: string) => string): string {
  const page = fromHtml(pageHtml);
  visit(page, 'element', (element, index, parent) => {
    if (parent && index !== undefined && isForReadersOfTheSiteOnly(element)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const { href } = element.properties;
    if (
      element.tagName === 'link' &&
      String(element.properties.rel) === 'stylesheet' &&
      parent &&
      index !== undefined
    ) {
      parent.children[index] = h('style', absoluteUrls(readStyle(String(href)), siteUrl));
      return SKIP;
    }
    for (const name of ['href', 'src', 'srcSet'] as const) {
      const url = element.properties[name];
      if (typeof url === 'string' && url.startsWith('/')) element.properties[name] = siteUrl + url;
    }
    return undefined;
  });
  return toHtml(page);
}

/** What describes the page to search engines, and scripts, which the service forbids. */
function isForReadersOfTheSiteOnly({ tagName, properties }: Element): boolean {
  const rel = String(properties.rel ?? '');
  return (
    tagName === 'script' ||
    (tagName === 'link' && /^(?:canonical|alternate|modulepreload|prefetch)$/.test(rel)) ||
    (tagName === 'meta' && (properties.property !== undefined || properties.name === 'description'))
  );
}

const absoluteUrls = (css: string, siteUrl: string) => css.replaceAll(/url\((["']?)\//g, `url($1${siteUrl}/`);

/** A frame without the site's looks, for a service that has no shell. */
export function plainShell({ siteUrl, title }: ServiceFacts): string {
  const link = (text: string, path: string) => h('a', { href: siteUrl + path }, text);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'de' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', serviceFrameWords.pageTitle(shellSlots.title, title)),
          h(
            'style',
            'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 sans-serif}.trap{display:none}',
          ),
        ]),
        h('body', [
          h('main', shellSlots.content),
          h('footer', [
            h('p', [
              link(serviceFrameWords.imprint, addresses.imprint),
              ' · ',
              link(serviceFrameWords.privacy, addresses.privacy),
            ]),
          ]),
        ]),
      ]),
    ],
  };
  return toHtml(page);
}

/** Makes a shell of HTML that has both slots; undefined if it hasn't. */
export function parseShell(html: string): Shell | undefined {
  if (!html.includes(shellSlots.title) || !html.includes(shellSlots.content)) return undefined;
  const styleHashes: string[] = [];
  visit(fromHtml(html), 'element', ({ tagName, children: [text] }) => {
    if (tagName !== 'style' || text?.type !== 'text') return;
    styleHashes.push(`'sha256-${createHash('sha256').update(text.value).digest('base64')}'`);
  });
  return { html, styleHashes };
}

/** Puts a title (text) and content (HTML) into a shell. */
export function fillShell({ html }: Shell, title: string, content: string): string {
  return html
    .replaceAll(shellSlots.title, () => toHtml({ type: 'text', value: title }))
    .replace(shellSlots.content, () => content);
}
