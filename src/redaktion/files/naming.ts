/** Whether a text speaks of a file that lies beside it, in whichever way it is written. */
import { isRecord } from '../../model/field.ts';
import { readFrontMatter } from '../../reader/files/front-matter.ts';
import { referencesOf } from '../../text/body.ts';
import { parseMarkdown } from '../../text/parse.ts';

/** Rather too often than not: also where the name is a part of a longer one, and where the head of the text can't be read. */
export function mayName(text: string, name: string): boolean {
  const says = (written: string) => forms(written).some((form) => form.includes(comparable(name)));
  if (says(text)) return true;
  const head = readFrontMatter(text);
  if (Array.isArray(head)) return true;
  const addresses = referencesOf(parseMarkdown(head.body)).map(({ url }) => url);
  return [...textsIn(head.data), ...addresses].some(says);
}

const comparable = (text: string) => text.normalize('NFC').toLowerCase();

/** As it is written, and without the signs that stand for others in an address. */
function forms(written: string): string[] {
  return [comparable(written), comparable(written.replace(/(?:%[0-9a-f]{2})+/gi, decoded))];
}

function decoded(signs: string): string {
  try {
    return decodeURIComponent(signs);
  } catch {
    return signs;
  }
}

/** Every text in the data of a head. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(textsIn);
  return isRecord(data) ? Object.values(data).flatMap(textsIn) : [];
}
