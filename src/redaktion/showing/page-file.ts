/** A page as one file that can be handed to somebody: nothing in it is loaded, nothing runs, and it says what it is. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** What the page needs of the site, by its path; undefined where there is none. */
export type ReadPart = (path: string) => Promise<{ bytes: Uint8Array; mediaType: string } | undefined>;

/** `html` is a page of the site at `siteUrl`, `note` what stands above it. */
export async function pageFile(html: string, siteUrl: string, note: string, read: ReadPart): Promise<string> {
  const page = fromHtml(html);
  const styles: Element[] = [];
  const pictures: Element[] = [];
  visit(page, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    const isDropped =
      tagName === 'script' ||
      leadsOn(element) ||
      tagName === 'source' ||
      (tagName === 'link' && String(properties.rel) !== 'stylesheet') ||
      (tagName === 'meta' && properties.property !== undefined);
    if (isDropped && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (tagName === 'link') styles.push(element);
    if (tagName === 'img') pictures.push(element);
    if (tagName === 'a' && String(properties.href).startsWith('/')) properties.href = siteUrl + properties.href;
    if (tagName === 'body') element.children.unshift(h('p', { class: 'shown-note' }, note));
    return undefined;
  });
  for (const link of styles) {
    const path = String(link.properties.href);
    const css = Buffer.from((await read(path))?.bytes ?? new Uint8Array()).toString();
    Object.assign(link, h('style', await withFonts(css, path, read)));
  }
  for (const image of pictures) {
    delete image.properties.srcSet;
    const found = await read(String(image.properties.src));
    if (found) image.properties.src = dataUrl(found);
  }
  return toHtml(page);
}

/** Whether a part leads to other texts: it names them, and the Redaktion's page knows drafts that are nobody else's to see. */
function leadsOn(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'nav') return [properties.className].flat().includes('neighbours');
  if (tagName !== 'section') return false;
  let isMoreOnTopic = false;
  visit(element, 'element', ({ properties: { className }, children: [link] }) => {
    const target = link?.type === 'element' ? String(link.properties.href) : '';
    if ([className].flat().includes('onward') && target.startsWith('/themen/')) isMoreOnTopic = true;
  });
  return isMoreOnTopic;
}

/** The style sheet with its fonts in it. */
async function withFonts(css: string, path: string, read: ReadPart): Promise<string> {
  const names = [...new Set([...css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, name = '']) => name))];
  // They are in the file: a page that is drawn before one has been unpacked waits for it.
  let filled = css.replace(/font-display:\s*optional/g, 'font-display:block');
  for (const name of names) {
    const found = await read(new URL(name, `https://site.invalid${path}`).pathname);
    if (found) filled = filled.replaceAll(name, dataUrl(found));
  }
  return `${filled}.shown-note{margin:0;padding:.5rem 1rem;border-bottom:3px solid;font:600 1rem/1.5 sans-serif}`;
}

function dataUrl({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}
