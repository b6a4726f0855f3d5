import { importNotes } from '../words/import.ts';
import { placeholders } from '../words/templates.ts';
import { plainCharacters } from './clean/characters.ts';
import type { Heads } from './clean/title.ts';
import type { ImportFile, ImportNotes } from './imported.ts';
import type { Source } from './source.ts';

/** The title: the one that is wanted, that of the text, or the best guess, which is told. */
export function titleOf(
  file: ImportFile,
  source: Source,
  heads: Heads,
  wanted: string | undefined,
  notes: ImportNotes,
): string {
  const clean = (text: string | undefined) => (text ? plainCharacters(text).replace(/\s+/g, ' ').trim() : undefined);
  const inText = clean(heads.title);
  const given = clean(wanted);
  if (given) {
    if (inText && inText !== given) notes.dropped.push(importNotes.titleReplaced(inText));
    return given;
  }
  const guesses = [
    ['subject', clean(source.subject)],
    ['document', clean(source.documentTitle)],
    ['name', titleOfName(file.name)],
  ] as const;
  const [from, guess] = guesses.find(([, text]) => text) ?? [];
  const title = inText ?? guess;
  if (title) notes.recognised.unshift(importNotes.title(title));
  if (!inText) notes.leftToDo.push(guess && from ? importNotes.titleGuessed(from) : importNotes.titleMissing);
  return title ?? placeholders.articleTitle;
}

/** `2025-08-14_neues-buergerbuero final.docx` without what is none of its words. */
function titleOfName(name: string): string | undefined {
  const words = name
    .replace(/\.\w{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return /\p{L}{3}/u.test(words) && words !== '-' ? words : undefined;
}
