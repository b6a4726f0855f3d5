/** A picture with its credit as an HTML element: the same in pages' heads, texts and lists. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { decodeAddress } from '../../model/address.ts';
import type { Picture, PictureFile, PublishedPicture } from '../../model/picture.ts';
import type { PictureRenderer } from '../../text/figures.ts';
import type { FactValue } from './facts.ts';
import { type PictureFrame, pictureFrame } from './picture.ts';

export interface FigureOptions {
  /** As wide as the text, unless it is in a list, or leads one. */
  place?: keyof typeof sizesOf;
  /** A picture on the first screen of a page is asked for at once; all others when they come near. */
  eager?: boolean;
  /** Of the credit, where the text around it is in another. */
  lang?: string | undefined;
}

/** Entries of a list at the top of a page whose pictures are on the first screen. */
export const entriesOnFirstScreen = 3;

/**
 * As wide as a phone's window. Its screen has three pixels where an eye tells two apart: it gets two, since it pays for
 * each (decision 0053).
 */
const onPhone = '(min-resolution: 2.5dppx) 49vw, (min-resolution: 1.5dppx) 60vw, 94vw';

/** CSS lengths: what styles/picture.css and styles/teaser.css give a picture. */
const sizesOf = {
  /** One of two side by side. */
  pair: '(min-width: 44rem) 19.25rem, 30vw',
  column: `(min-width: 44rem) 39.5rem, ${onPhone}`,
  /** 21.7 rem, for which 640 pixels are enough where there are two for each. */
  lead: `(min-width: 58rem) 20rem, (min-width: 40rem) 38vw, ${onPhone}`,
  /** On a phone 6.25 rem, with two pixels for each likewise. */
  list: '(min-width: 40rem) 12rem, 4rem',
} as const;

/** The figure as an element; without files only what stands under the picture. */
function pictureFigure(frame: PictureFrame, options: FigureOptions = {}): Element {
  const { shown, caption, credit, remarks, drawing } = frame;
  // Who looks for a word wants texts, not the names under pictures.
  const { place, lang } = options;
  const credited = { className: ['credit'], lang };
  const isUpright = place !== 'pair' && shown && shown.jpeg.height > shown.jpeg.width;
  return h('figure', { className: ['picture', ...(isUpright ? ['upright'] : [])], 'data-pagefind-ignore': 'all' }, [
    ...(shown ? [pictureElement(shown, frame.alt, options)] : []),
    h('figcaption', [
      ...(caption && place !== 'list' ? [h('span', caption), ' '] : []),
      h('span', credited, [credit, ...remarks.flatMap((remark) => [', ', link(remark)])]),
      ...(drawing ? [' · ', h('span', credited, drawing)] : []),
    ]),
  ]);
}

/** The same as text. */
export function pictureFigureHtml(frame: PictureFrame, options?: FigureOptions): string {
  return toHtml(pictureFigure(frame, options));
}

/** For `HtmlOptions.picture`: the figures of a text's pictures. `eager` if the first is the one that the page opens with. */
export function figuresOf(pictures: readonly Picture[], { eager, lang }: FigureOptions = {}): PictureRenderer {
  let isFirst = true;
  return (url, { isPaired }) => {
    const frame = pictureFrame(pictures.find(({ file }) => file === decodeAddress(url)));
    if (!frame) return undefined;
    const figure = pictureFigure(frame, { place: isPaired ? 'pair' : 'column', eager: eager && isFirst, lang });
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
      ...(eager && place !== 'list' ? { fetchPriority: 'high' } : {}),
    }),
  ]);
}

function link({ text, href }: FactValue): Element | string {
  return href ? h('a', { href, rel: 'license' }, text) : text;
}
