/** Files for readers: sent one after the other, each an entry in the list of the article's attachments. */

import { attachmentWords as words } from '../../words/redaktion-attachments.ts';
import { editorWords } from '../../words/redaktion-editor.ts';
import { deskPaths as paths } from '../web/paths.ts';
import type { AddedAttachment } from '../writing/add-attachment.ts';
import type { EditorData } from '../writing/editor-page.ts';
import { addEntry, fieldIn, fillFields } from './form-edits.ts';
import { Away, Declined, element, part, post } from './page.ts';

/** Waits for files at the field for them, where the form has one; `onChange` is told of each entry. */
export function acceptAttachments({ file }: EditorData, form: HTMLFormElement, onChange: () => void): void {
  const input = form.querySelector<HTMLInputElement>('#anhang-datei');
  const list = input?.closest<HTMLElement>('[data-list]');
  if (!input || !list) return;
  const message = part('anhang-meldung');
  const most = Number(input.dataset.mostBytes);
  const say = (kind: 'help' | 'error', ...sentences: string[]) =>
    message.append(...sentences.map((sentence) => element('p', { class: kind }, sentence)));

  const add = async (chosen: File): Promise<HTMLElement | undefined> => {
    // A server that refuses by the size alone may hang up before the browser has heard why.
    if (chosen.size > most) throw new Declined(words.tooLarge(chosen.name, most / 1e6));
    const body = new FormData();
    body.append('file', file);
    body.append('datei', chosen);
    const { name, title, told } = await post<AddedAttachment>(paths.attachment, body);
    const entry = emptyEntry(list) ?? addEntry(list);
    if (entry) fillFields(entry, { file: name, title });
    say('help', ...told);
    onChange();
    return entry;
  };

  let isBusy = false;
  input.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])];
    if (chosen.length === 0 || isBusy) return;
    isBusy = true;
    message.replaceChildren();
    let first: HTMLElement | undefined;
    for (const one of chosen) {
      const adding = element('p', { class: 'help' }, words.adding(one.name));
      message.append(adding);
      try {
        const entry = await add(one);
        first ??= entry;
      } catch (error) {
        if (!(error instanceof Declined) && !(error instanceof Away)) throw error;
        say('error', error instanceof Declined ? error.message : editorWords.away);
      } finally {
        adding.remove();
      }
    }
    if (first) say('help', words.next);
    // The same file may be chosen again.
    input.value = '';
    isBusy = false;
    // The title is a proposal: whoever knows better writes over it.
    const title = first && fieldIn(first, 'title');
    title?.focus();
    if (title instanceof HTMLInputElement) title.select();
  });
}

/** An entry that somebody added and left empty. */
function emptyEntry(list: HTMLElement): HTMLElement | undefined {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-added]:not([data-gone])')].find((entry) =>
    [...entry.querySelectorAll<HTMLInputElement>('[data-path]')].every(({ value }) => value === ''),
  );
}
