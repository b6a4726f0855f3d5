/** What is said after the text of an article, put together once for page, feeds and mail. */
import type { Article } from '../../model/library.ts';
import { articleWords } from '../../words/articles.ts';
import { dayText } from '../parts/date.ts';
import type { FactValue } from '../parts/facts.ts';
import { fileLink } from '../parts/file-text.ts';
import { telephoneFact } from '../parts/telephone.ts';
import { personText } from './article-facts.ts';

interface NoteValue extends FactValue {
  /** What it is, where the note's title doesn't say: `E-Mail`. */
  name?: string;
  /** Said beside it in brackets: a file's type and size. */
  aside?: string;
}

export interface Note {
  /** What it consists of: a remark on the text itself, other words, people, files and pages, values with names. */
  form: 'remark' | 'words' | 'names' | 'links' | 'facts';
  title: string;
  values: NoteValue[];
  /** Its place on the page, where something leads to it. */
  id?: string;
}

/** The place on the page where it is said what was corrected. */
export const correctionId = 'berichtigung';

/** In the order in which they are read; those without anything to say are left out. */
export function articleNotes({
  correction,
  updatedOn,
  attachments,
  related,
  people,
  source,
  contact,
}: Article): Note[] {
  const notes: Note[] = [
    ...(correction && updatedOn ? [correctionNote(correction, dayText(updatedOn).text)] : []),
    { form: 'links', title: articleWords.attachments, values: attachments.map(fileLink) },
    { form: 'names', title: articleWords.people(people.length), values: people.map(personValue) },
    { form: 'links', title: articleWords.related, values: related.map(relatedValue) },
    { form: 'words', title: articleWords.source, values: source ? [{ text: source.title, href: source.url }] : [] },
    { form: 'facts', title: articleWords.contact, values: contact ? contactValues(contact) : [] },
  ];
  return notes.filter(({ values }) => values.length > 0);
}

function correctionNote(correction: string, day: string): Note {
  return { form: 'remark', title: articleWords.corrected(day), values: [{ text: correction }], id: correctionId };
}

const relatedValue = ({ title, ...place }: Article['related'][number]): NoteValue => ({ text: title, ...place });

const personValue = (person: Article['people'][number]): NoteValue => ({ text: personText(person) });

/** Whom to ask: name, address for mail, telephone. */
function contactValues({ email, phone, ...person }: NonNullable<Article['contact']>): NoteValue[] {
  return [
    { name: articleWords.contactName, ...personValue(person) },
    ...(email ? [{ name: articleWords.email, text: email, href: `mailto:${email}` }] : []),
    ...(phone ? [{ name: articleWords.phone, ...telephoneFact(phone) }] : []),
  ];
}
