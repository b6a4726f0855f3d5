/** Pictures in a text: each stands by itself, where its credit has room. */
import type { ElementContent } from 'hast';
import type { Paragraph } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';

/** The element for a picture, by the address that the text gives; undefined leaves it out. */
export type PictureRenderer = (url: string) => ElementContent | undefined;

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

/** A handler for paragraphs: one of pictures becomes its pictures, since a figure can't stand in a paragraph. */
export function paragraphHandler(picture: PictureRenderer) {
  return (state: State, node: Paragraph): ElementContent | ElementContent[] => {
    if (!holdsOnlyPictures(node)) return defaultHandlers.paragraph(state, node);
    return node.children.flatMap((child) => {
      if (child.type === 'image') return picture(child.url) ?? [];
      if (child.type !== 'imageReference') return [];
      const definition = state.definitionById.get(child.identifier.toUpperCase());
      return (definition && picture(definition.url)) ?? [];
    });
  };
}
