/** A picture with its credit as an HTML element: the same in pages' heads, texts and lists. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { decodeAddress } from '../model/address.ts';
import type { Picture, PictureFile, PublishedPicture } from '../model/picture.ts';
import type { FactValue } from './facts.ts';
import { type PictureFrame, pictureFrame } from './picture.ts';

export interface FigureOptions {
  /** In a list, where it is no wider than a column beside the text. */
  small?: boolean;
  /** A picture on the first screen of a page is asked for at once; all others when they come near. */
  eager?: boolean;
}

/** Entries of a list at the top of a page whose pictures are on the first screen. */
export const entriesOnFirstScreen = 3;

/** CSS lengths: what styles/article.css and styles/components.css give a picture. */
const columnSizes = '(min-width: 44rem) 40rem, 94vw';
const smallSizes = '11rem';

/** The figure as an element; without files only what stands under the picture. */
function pictureFigure(frame: PictureFrame, options: FigureOptions = {}): Element {
  const { shown, caption, credit, remarks, drawing } = frame;
  // Who looks for a word wants texts, not the names under pictures.
  return h('figure', { className: ['picture'], 'data-pagefind-ignore': 'all' }, [
    ...(shown ? [pictureElement(shown, frame.alt, options)] : []),
    h('figcaption', [
      ...(caption && !options.small ? [h('span', caption), ' '] : []),
      h('span', { className: ['credit'] }, [credit, ...remarks.flatMap((remark) => [', ', link(remark)])]),
      ...(drawing ? [' · ', h('span', { className: ['credit'] }, drawing)] : []),
    ]),
  ]);
}

/** The same as text. */
export function pictureFigureHtml(frame: PictureFrame, options?: FigureOptions): string {
  return toHtml(pictureFigure(frame, options));
}

/** For `HtmlOptions.picture`: the figures of a text's pictures. `eager` if the first is the one that the page opens with. */
export function figuresOf(pictures: readonly Picture[], { eager }: FigureOptions = {}) {
  let isFirst = true;
  return (url: string): Element | undefined => {
    const frame = pictureFrame(pictures.find(({ file }) => file === decodeAddress(url)));
    if (!frame) return undefined;
    const figure = pictureFigure(frame, { eager: eager && isFirst });
    isFirst = false;
    return figure;
  };
}

/** Width and height keep the place free while the file is on its way. */
function pictureElement({ sources, jpeg }: PublishedPicture, alt: string, { small, eager }: FigureOptions): Element {
  const sizes = small ? smallSizes : columnSizes;
  // The narrowest is for lists alone, where screens of two pixels a pixel take the next.
  const fitting = (files: readonly PictureFile[]) =>
    small ? files.slice(0, 2) : files.slice(files.length > 1 ? 1 : 0);
  return h('picture', [
    ...sources.map(({ mediaType, files }) =>
      h('source', {
        type: mediaType,
        sizes,
        srcSet: fitting(files)
          .map(({ path, width }) => `${path} ${width}w`)
          .join(', '),
      }),
    ),
    h('img', {
      src: jpeg.path,
      alt,
      width: jpeg.width,
      height: jpeg.height,
      ...(eager ? {} : { loading: 'lazy' }),
      ...(eager && !small ? { fetchPriority: 'high' } : {}),
    }),
  ]);
}

function link({ text, href }: FactValue): Element | string {
  return href ? h('a', { href, rel: 'license' }, text) : text;
}
