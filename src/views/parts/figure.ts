/** A picture with its credit as an HTML element: the same in pages' heads, texts and lists. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { decodeAddress } from '../../model/address.ts';
import type { Picture, PictureFile, PublishedPicture } from '../../model/picture.ts';
import type { FactValue } from './facts.ts';
import { type PictureFrame, pictureFrame } from './picture.ts';

export interface FigureOptions {
  /** As wide as the text, unless it is in a list, or leads one. */
  place?: keyof typeof sizesOf;
  /** A picture on the first screen of a page is asked for at once; all others when they come near. */
  eager?: boolean;
}

/** Entries of a list at the top of a page whose pictures are on the first screen. */
export const entriesOnFirstScreen = 3;

/** CSS lengths: what styles/picture.css and styles/teaser.css give a picture. */
const sizesOf = {
  column: '(min-width: 44rem) 39.5rem, 94vw',
  lead: '(min-width: 58rem) 21.8rem, (min-width: 40rem) 38vw, 94vw',
  list: '(min-width: 40rem) 12rem, 94vw',
} as const;

/** The figure as an element; without files only what stands under the picture. */
function pictureFigure(frame: PictureFrame, options: FigureOptions = {}): Element {
  const { shown, caption, credit, remarks, drawing } = frame;
  // Who looks for a word wants texts, not the names under pictures.
  const isUpright = shown && shown.jpeg.height > shown.jpeg.width;
  return h('figure', { className: ['picture', ...(isUpright ? ['upright'] : [])], 'data-pagefind-ignore': 'all' }, [
    ...(shown ? [pictureElement(shown, frame.alt, options)] : []),
    h('figcaption', [
      ...(caption && options.place !== 'list' ? [h('span', caption), ' '] : []),
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
function pictureElement(
  { sources, jpeg }: PublishedPicture,
  alt: string,
  { place = 'column', eager }: FigureOptions,
): Element {
  // The narrowest is for lists alone.
  const fitting = (files: readonly PictureFile[]) => (place === 'list' || files.length === 1 ? files : files.slice(1));
  return h('picture', [
    ...sources.map(({ mediaType, files }) =>
      h('source', {
        type: mediaType,
        sizes: sizesOf[place],
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
      ...(eager && place === 'column' ? { fetchPriority: 'high' } : {}),
    }),
  ]);
}

function link({ text, href }: FactValue): Element | string {
  return href ? h('a', { href, rel: 'license' }, text) : text;
}
