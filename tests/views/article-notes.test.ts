import { describe, expect, it } from 'vitest';
import { articleNotes } from '../../src/views/article/article-notes.ts';
import { inArticle, issueFolder } from '../reader/sample-content.ts';
import { sampleArticle } from './sample-page.ts';

const notesOf = (...changes: Parameters<typeof sampleArticle>) => articleNotes(sampleArticle(...changes).article);

describe('after the text stand', () => {
  it('files to take along, with their type and size', () => {
    const files = {
      ...inArticle('attachments: [{file: Plan der Räume.pdf, title: Der Plan}]'),
      [`${issueFolder}/Plan der Räume.pdf`]: new Uint8Array(2600),
    };
    expect(notesOf(files)).toEqual([
      {
        form: 'links',
        title: 'Anhänge',
        values: [
          {
            text: 'Der Plan',
            href: '/ausgaben/2025/kw33/erster-beitrag/Plan%20der%20R%C3%A4ume.pdf',
            aside: 'PDF, 2,6\u00A0kB',
          },
        ],
      },
    ]);
  });

  it('the people who speak, in the number that they are', () => {
    const peopleOf = (list: string) => notesOf(inArticle(`people: [${list}]`));
    expect(peopleOf('{name: Eva Muster, function: Kämmerin}')).toEqual([
      { form: 'names', title: 'Zu Wort kommt', values: [{ text: 'Eva Muster, Kämmerin' }] },
    ]);
    expect(peopleOf('{name: Eva Muster}, {name: Jo Beispiel}')).toEqual([
      { form: 'names', title: 'Zu Wort kommen', values: [{ text: 'Eva Muster' }, { text: 'Jo Beispiel' }] },
    ]);
    expect(peopleOf('')).toEqual([]);
  });

  it('where it comes from', () => {
    const sourceOf = (source: string) => notesOf(inArticle(`source: ${source}`));
    const note = { form: 'words', title: 'Quelle' };
    expect(sourceOf('{title: Amtsblatt, url: "https://amtsblatt.example/7"}')).toEqual([
      { ...note, values: [{ text: 'Amtsblatt', href: 'https://amtsblatt.example/7' }] },
    ]);
    expect(sourceOf('{title: Amtsblatt}')).toEqual([{ ...note, values: [{ text: 'Amtsblatt', href: undefined }] }]);
  });

  it('whom to ask, by mail and by telephone', () => {
    const contactOf = (contact: string) => notesOf(inArticle(`contact: ${contact}`));
    const note = { form: 'facts', title: 'Kontakt' };
    expect(contactOf('{name: Jo Beispiel, function: Bauamt, email: jo@blatt.example, phone: 0441 9714-100}')).toEqual([
      {
        ...note,
        values: [
          { name: 'Name', text: 'Jo Beispiel, Bauamt' },
          { name: 'E-Mail', text: 'jo@blatt.example', href: 'mailto:jo@blatt.example' },
          { name: 'Telefon', text: '0441\u00A09714-100', href: 'tel:+494419714100' },
        ],
      },
    ]);
    expect(contactOf('{name: Jo Beispiel}')).toEqual([{ ...note, values: [{ name: 'Name', text: 'Jo Beispiel' }] }]);
  });
});
