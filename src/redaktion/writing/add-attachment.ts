/** A file that readers are to download: it is checked, laid beside the article, and asked what it would give away. */
import { namedAuthors } from '../../import/document-metadata.ts';
import { largestFile } from '../../import/import-file.ts';
import { readMetadata } from '../../import/picture-metadata.ts';
import { attachmentNameFrom, isTakenAttachmentName, numberedName, titleFromName } from '../../model/attachment-name.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { UserError } from '../../model/user-error.ts';
import { fileSize, fileType } from '../../views/parts/file-text.ts';
import { historyWords } from '../../words/redaktion.ts';
import { attachmentWords as words } from '../../words/redaktion-attachments.ts';
import type { Desk } from '../desk.ts';
import type { Editor } from '../files/history.ts';
import type { EditableText } from '../texts.ts';
import { attachmentFault } from './attachment-check.ts';
import { layBeside } from './lay-beside.ts';

/** Of the entry in the article's list, and what its editor is told. */
export interface AddedAttachment {
  name: string;
  title: string;
  told: string[];
}

/** Lays a file beside an article, under a name that is free. Throws a UserError where it may not be there. */
export function addAttachment(
  desk: Desk,
  { issue, kind }: EditableText,
  { name: written, bytes }: { name: string; bytes: Uint8Array },
  by: Editor,
): Promise<AddedAttachment> {
  return desk.inTurn(async () => {
    if (issue === undefined || kind !== 'article') throw new UserError(words.onlyArticles);
    if (bytes.length > largestFile) throw new UserError(words.tooLarge(written, largestFile / 1e6));
    const fault = attachmentFault({ name: written, bytes });
    if (fault !== undefined) throw new UserError(fault);
    const first = attachmentNameFrom(written);
    const step = isTakenAttachmentName(first) ? 1 : 0;
    const nameFor = (number: number) => numberedName(first, number + step);
    const { name, notKept } = await layBeside(desk, issue, { nameFor, bytes, what: historyWords.attachment }, by);
    const aside = `${fileType({ mediaType: mediaTypeOf(name) ?? '', file: name })}, ${fileSize(bytes.length)}`;
    const hints = await givenAway(name, bytes);
    const told = [words.stored(name, aside), ...(notKept ? [words.notKept(notKept)] : []), ...hints];
    return { name, title: titleFromName(written), told };
  });
}

/** What the file says of people and places, which goes out with it. */
async function givenAway(name: string, bytes: Uint8Array): Promise<string[]> {
  const { creator, hasPlace } = readMetadata(bytes);
  const people = [...(creator === undefined ? [] : [creator]), ...(await namedAuthors(name, bytes))];
  const found = [...(hasPlace ? [words.place] : []), ...(people.length > 0 ? [words.people(people)] : [])];
  return found.length > 0 ? [words.givenAway(name, found)] : [];
}
