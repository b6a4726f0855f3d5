/** Pictures in a mail. They lie on the own host, so a mail shows each with its credit whether they are loaded or not. */
import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { decodeAddress } from '../model/address.ts';
import type { Article, Issue } from '../model/library.ts';
import type { Picture } from '../model/picture.ts';
import { holdsOnlyPictures } from '../text/figures.ts';
import type { FactValue } from '../views/parts/facts.ts';
import { pictureFrame } from '../views/parts/picture.ts';

/** Widest that anything in a mail gets, in pixels. */
export const contentWidth = 552;

/** A variant of a picture that every mail program shows: JPEG or PNG. */
export interface MailPicture {
  /** On the own host, without a query: nobody learns from it who looks. */
  url: string;
  /** Size in pixels: of the file; in a figure, as shown. Outlook on Windows goes by these and nothing else. */
  width: number;
  height: number;
}

/** Finds the published variant of a picture, undefined where there is none: then only its credit stands there. */
export type FindPicture = (image: Picture) => MailPicture | undefined;

/** Finds the JPEG that was prepared for the site at `origin`. */
export function publishedAt(origin: string): FindPicture {
  return ({ shown }) => shown && { url: origin + shown.jpeg.path, width: shown.jpeg.width, height: shown.jpeg.height };
}

export interface MailFigure {
  picture: (MailPicture & { alt: string }) | undefined;
  caption: string | undefined;
  /** Always shown (§ 13 UrhG). */
  credit: string;
  /** Licence, changes, machines' part: what has to be read beside the credit. */
  remarks: FactValue[];
}

/** The figure of a picture record, if there is one. */
export function mailFigure(image: Picture | undefined, find: FindPicture): MailFigure | undefined {
  const frame = pictureFrame(image);
  if (!image || !frame) return undefined;
  const picture = image.original === undefined ? undefined : find(image);
  return {
    picture: picture && { ...fitted(picture), alt: image.alt ?? '' },
    caption: frame.caption,
    credit: frame.credit,
    remarks: frame.remarks,
  };
}

/**
 * The text of an article or issue with its pictures' addresses in the place of their files' names, each block with
 * pictures followed by their credits. Where a picture isn't published its description stands.
 */
export function withPictures(owner: Article | Issue, find: FindPicture): Root {
  if (owner.pictures.length === 0) return owner.body;
  const tree = structuredClone(owner.body);
  const files = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    files.set(identifier, url);
  });
  tree.children = tree.children.flatMap(oneByOne).flatMap((block) => [block, ...creditsOf(block, owner, files, find)]);
  return tree;
}

/** Pictures that stand in one paragraph each get their own, so that every credit follows its picture. */
function oneByOne(block: RootContent): RootContent[] {
  if (block.type !== 'paragraph' || !holdsOnlyPictures(block)) return [block];
  return block.children
    .filter(({ type }) => type === 'image' || type === 'imageReference')
    .map((picture) => ({ ...block, children: [picture] }));
}

function creditsOf(
  block: RootContent,
  owner: Article | Issue,
  files: ReadonlyMap<string, string>,
  find: FindPicture,
): Paragraph[] {
  const credits: Paragraph[] = [];
  visit(block, (node, index, parent) => {
    if ((node.type !== 'image' && node.type !== 'imageReference') || !parent || index === undefined) return;
    const file = decodeAddress(node.type === 'image' ? node.url : (files.get(node.identifier) ?? ''));
    const figure = mailFigure(
      owner.pictures.find((record) => record.file === file),
      find,
    );
    const { picture } = figure ?? {};
    parent.children[index] = picture
      ? { type: 'image', url: picture.url, alt: picture.alt, data: { hProperties: shownSize(picture) } }
      : { type: 'image', url: '', alt: node.alt ?? '' };
    if (figure) credits.push(creditParagraph(figure));
  });
  return credits;
}

function fitted({ url, width, height }: MailPicture): MailPicture {
  const shown = Math.min(width, contentWidth);
  return { url, width: shown, height: Math.round((height * shown) / width) };
}

/** Attributes for Outlook on Windows; the style lets a picture shrink, which a mere `max-width` in a table doesn't. */
export function shownSize({ width, height }: MailPicture) {
  return { width, height, style: `width:100%;max-width:${width}px` };
}

function creditParagraph({ caption, credit, remarks }: MailFigure): Paragraph {
  return {
    type: 'paragraph',
    data: { hProperties: { className: ['note'] } },
    children: [
      { type: 'text', value: [caption, credit].filter((part) => part).join(' ') },
      ...remarks.flatMap((remark): PhrasingContent[] => [{ type: 'text', value: ', ' }, link(remark)]),
    ],
  };
}

function link({ text, href }: FactValue): PhrasingContent {
  const words: Text = { type: 'text', value: text };
  return href ? { type: 'link', url: href, children: [words] } : words;
}
