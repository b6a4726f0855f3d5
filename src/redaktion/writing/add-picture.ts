/** A picture that somebody drops into a text: it is laid beside it, and its file asked what it says of itself. */
import { join, parse } from 'node:path';
import { namesIn, writeTogether } from '../../build/write-together.ts';
import type { PictureMetadata } from '../../import/imported.ts';
import { pictureKind } from '../../import/picture-kind.ts';
import { readMetadata } from '../../import/picture-metadata.ts';
import { contentFolders } from '../../model/content-files.ts';
import { slugOf } from '../../model/field.ts';
import { UserError } from '../../model/user-error.ts';
import { historyWords } from '../../words/redaktion.ts';
import { pictureUploadWords } from '../../words/redaktion-editor.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import type { EditableText } from '../texts.ts';

export interface AddedPicture {
  /** The name under which it lies beside the text. */
  name: string;
  metadata: PictureMetadata;
  /** Why it is not in the history. */
  notKept?: string;
}

/** Lays a picture beside a text, under a name that is free. Throws a UserError where it can't be shown. */
export function addPicture(
  desk: Desk,
  { issue }: EditableText,
  { name: written, bytes }: { name: string; bytes: Uint8Array },
  by: Editor,
): Promise<AddedPicture> {
  return desk.inTurn(async () => {
    if (issue === undefined) throw new UserError(pictureUploadWords.noIssue);
    const kind = pictureKind(bytes);
    if (!kind.isPublishable) throw new UserError(pictureUploadWords.notAPicture(written, kind.name));
    const folder = `${contentFolders.issues}/${issue}`;
    const name = freeName(slugOf(parse(written).name) ?? 'bild', kind.ending, namesIn(join(desk.root, folder)));
    writeTogether(join(desk.root, folder), new Map([[name, bytes]]));
    const notKept = await desk.keep([`${folder}/${name}`], by, historyWords.picture(`${folder}/${name}`));
    return { name, metadata: readMetadata(bytes), ...(notKept && { notKept }) };
  });
}

function freeName(stem: string, ending: string, taken: readonly string[]): string {
  const short = stem.slice(0, 60);
  const name = (number: number) => `${short}${number > 1 ? `-${number}` : ''}.${ending}`;
  let number = 1;
  while (taken.includes(name(number))) number += 1;
  return name(number);
}
