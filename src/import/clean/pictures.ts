import type { Image, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { tellsNothing } from '../../model/alternative-text.ts';
import { importNotes } from '../../words/import.ts';
import type { ImportedPicture, ImportNotes, PictureRecord } from '../imported.ts';
import { pictureKind, pixelSize } from '../picture-kind.ts';
import { readMetadata } from '../picture-metadata.ts';
import type { Source } from '../source.ts';
import { isOfPictureAbove, readFooterLine } from './footer-line.ts';
import { roleOf } from './markdown-tree.ts';

export interface TakenPictures {
  pictures: ImportedPicture[];
  /** Of the picture that the text begins with: it stands above the article. */
  image?: PictureRecord;
  /** Of those in the text. */
  records: PictureRecord[];
  /** Those whose credit stands below them in the text. */
  credited: Set<PictureRecord>;
}

/** Pictures with fewer points on a side count readers or fill gaps. */
const leastPixels = 8;

/**
 * Gives the pictures of the tree their names and records, with caption and credit from the line below, and takes those out
 * that can't be published; `stem` begins their names.
 */
export function takePictures(tree: Root, source: Source, stem: string, notes: ImportNotes): TakenPictures {
  const taken: TakenPictures = { pictures: [], records: [], credited: new Set() };
  const names = new Map<Uint8Array, string>();
  const alone: { picture: Image; at: number }[] = [];
  dropPicturesInText(tree, notes);
  for (let at = 0; at < tree.children.length; at += 1) {
    const node = tree.children[at];
    const picture = node?.type === 'paragraph' && node.children[0]?.type === 'image' ? node.children[0] : undefined;
    if (!picture) continue;
    if (usable(picture, source, notes)) alone.push({ picture, at });
    else {
      tree.children.splice(at, 1);
      at -= 1;
    }
  }
  for (const [index, { picture }] of alone.entries()) {
    const bytes = source.pictures.get(picture.url) as Uint8Array;
    const known = names.get(bytes);
    const ending = pictureKind(bytes).ending;
    const name = known ?? `${stem}-${index + 1}.${ending}`;
    names.set(bytes, name);
    const at = tree.children.findIndex((node) => node.type === 'paragraph' && node.children[0] === picture);
    const below = takeLinesBelow(tree, at);
    if (known === undefined) {
      const metadata = readMetadata(bytes);
      const alt = picture.alt && !tellsNothing(picture.alt) ? picture.alt : undefined;
      const credit = below.credit ?? metadata.credit ?? metadata.creator;
      const record: PictureRecord = {
        file: name,
        ...(alt && { alt }),
        ...(credit && { credit: credit.replace(/^(?:©|\(c\))\s*/i, '') }),
        ...(metadata.creator && metadata.creator !== credit && { creator: metadata.creator }),
        ...(below.caption && { caption: below.caption }),
      };
      taken.pictures.push({ name, bytes, metadata });
      if (at === 0 && !taken.image) {
        taken.image = record;
        tree.children.splice(0, 1);
      } else taken.records.push(record);
      notes.recognised.push(importNotes.picture(name, metadata));
      if (below.credit && record.credit) {
        taken.credited.add(record);
        notes.recognised.push(importNotes.creditBelow(name, record.credit));
      }
    }
    picture.url = name;
    picture.alt = taken.records.find(({ file }) => file === name)?.alt ?? '';
  }
  return taken;
}

/** A picture in a heading, list, quotation or note has no place on the page. */
function dropPicturesInText(tree: Root, notes: ImportNotes): void {
  const standing = new Set(tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : [])));
  visit(tree, 'image', (picture, index, parent) => {
    if (!parent || index === undefined || standing.has(picture)) return undefined;
    notes.dropped.push(importNotes.pictureInText(picture.alt ?? ''));
    parent.children.splice(index, 1);
    return index;
  });
}

function usable(picture: Image, source: Source, notes: ImportNotes): boolean {
  const bytes = source.pictures.get(picture.url);
  if (!bytes) {
    // What has no address at all has been told by the reader of the format.
    if (picture.url) notes.dropped.push(importNotes.pictureElsewhere(picture.url));
    return false;
  }
  const kind = pictureKind(bytes);
  if (!kind.isPublishable) {
    notes.dropped.push(importNotes.pictureFormat(kind.name, picture.alt ?? ''));
    return false;
  }
  const size = pixelSize(bytes);
  if (size && Math.min(size.width, size.height) < leastPixels) {
    notes.dropped.push(importNotes.tinyPicture);
    return false;
  }
  return true;
}

/** The caption, where the file marks one, and a line that is nothing but a credit. */
function takeLinesBelow(tree: Root, at: number): { caption?: string; credit?: string } {
  const found: { caption?: string; credit?: string } = {};
  for (let looked = 0; looked < 2; looked += 1) {
    const node = tree.children[at + 1];
    if (node?.type !== 'paragraph') break;
    const text = plainText(node).replace(/\s+/g, ' ').trim();
    const line = text.length <= 200 ? readFooterLine(text) : undefined;
    if (roleOf(node) === 'caption' && !line && !found.caption) found.caption = text;
    else if (line && isOfPictureAbove(line, text) && !found.credit) found.credit = line.credit;
    else break;
    tree.children.splice(at + 1, 1);
  }
  return found;
}
