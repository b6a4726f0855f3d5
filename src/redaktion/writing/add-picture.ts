/** A picture that somebody drops into a text: it is laid beside it, and its file asked what it says of itself. */
import { parse } from 'node:path';
import type { PictureMetadata } from '../../import/imported.ts';
import { pictureKind } from '../../import/picture-kind.ts';
import { readMetadata } from '../../import/picture-metadata.ts';
import { numberedName } from '../../model/attachment-name.ts';
import { slugOf } from '../../model/field.ts';
import { UserError } from '../../model/user-error.ts';
import { historyWords } from '../../words/redaktion.ts';
import { pictureUploadWords } from '../../words/redaktion-editor.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import type { EditableText } from '../texts.ts';
import { type LaidFile, layBeside, sameFile } from './lay-beside.ts';

export interface AddedPicture extends LaidFile {
  metadata: PictureMetadata;
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
    const first = `${(slugOf(parse(written).name) ?? 'bild').slice(0, 60)}.${kind.ending}`;
    const nameFor = (number: number) => numberedName(first, number);
    // Whoever chooses a picture again means the one that lies there.
    const present = sameFile(desk.root, issue, first, bytes);
    if (present !== undefined) return { name: present, metadata: readMetadata(bytes) };
    const laid = await layBeside(desk, issue, { nameFor, bytes, what: historyWords.picture }, by);
    return { ...laid, metadata: readMetadata(bytes) };
  });
}
