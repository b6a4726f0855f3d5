/** Pictures in a text: each stands by itself, where its credit has room. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Paragraph } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';

/**
 * The element for a picture, by the address that the text gives, alone or beside another; undefined leaves it out.
 */
export type PictureRenderer = (url: string, place: { isPaired: boolean }) => ElementContent | undefined;

/** Whether a paragraph holds pictures and nothing else. */
export function holdsOnlyPictures({ children }: Paragraph): boolean {
  return children.every(
    (child) =>
      child.type === 'image' ||
      child.type === 'imageReference' ||
      child.type === 'break' ||
      (child.type === 'text' && child.value.trim() === ''),
  );
}

/** A handler for paragraphs: one of pictures becomes its pictures, since a figure can't stand in a paragraph; two are a pair. */
export function paragraphHandler(picture: PictureRenderer) {
  return (state: State, node: Paragraph): ElementContent | ElementContent[] => {
    if (!holdsOnlyPictures(node)) return defaultHandlers.paragraph(state, node);
    const urls = node.children.flatMap((child) => {
      if (child.type === 'image') return child.url;
      if (child.type !== 'imageReference') return [];
      return state.definitionById.get(child.identifier.toUpperCase())?.url ?? [];
    });
    const isPaired = urls.length === 2;
    const figures = urls.flatMap((url) => picture(url, { isPaired }) ?? []);
    return isPaired && figures.length === 2 ? h('div', { className: ['pair'] }, figures) : figures;
  };
}
