import { UserError } from '../model/user-error.ts';
import { importErrors } from '../words/import.ts';
import { composeArticle, type ImportOptions } from './compose-article.ts';
import { readDocx } from './docx/docx.ts';
import { type FileFormat, formatOf } from './file-format.ts';
import { readHtml } from './html/html.ts';
import type { Imported, ImportFile, ImportNotes } from './imported.ts';
import { readEml } from './mail/eml.ts';
import { readMsg } from './mail/msg.ts';
import { readOdt } from './odt/odt.ts';
import type { Source } from './source.ts';
import { readText } from './text/text.ts';

/** Bytes that a file may have. */
export const largestFile = 50_000_000;

const readers: Record<FileFormat, (file: ImportFile, notes: ImportNotes) => Source | Promise<Source>> = {
  docx: readDocx,
  odt: readOdt,
  msg: readMsg,
  eml: readEml,
  html: readHtml,
  text: readText,
};

/**
 * A file of another program as a draft article. Nothing that it names is fetched or opened. Throws a UserError where it
 * can't be read: too large, damaged, protected, of another format.
 */
export async function importFile(file: ImportFile, options: ImportOptions = {}): Promise<Imported> {
  if (file.bytes.length > largestFile) throw new UserError(importErrors.tooLarge(file.name, largestFile / 1e6));
  try {
    const notes: ImportNotes = { recognised: [], dropped: [], leftToDo: [] };
    const source = await readers[formatOf(file)](file, notes);
    return composeArticle({ file, source, notes, ...options });
  } catch (error) {
    // Elements within elements, some thousands deep, are more than the stack holds.
    if (error instanceof RangeError) throw new UserError(importErrors.tooDeep(file.name));
    throw error;
  }
}
