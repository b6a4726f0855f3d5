/** A picture that is dropped in or chosen, with what has to be known of it. */

import { editorWords, pictureUploadWords as words } from '../../words/redaktion-editor.ts';
import { deskPaths as paths } from '../web/paths.ts';
import type { AddedPicture } from '../writing/add-picture.ts';
import type { EditorData } from '../writing/editor-page.ts';
import { addEntry, fillFields } from './form-edits.ts';
import { Away, Declined, element, part, post } from './page.ts';

/** A server that refuses by the size alone may hang up before the browser has heard why. */
const mostBytes = 50_000_000;

/** Opens the dialog when asked; `insert` puts Markdown into the text. */
export function openPictureDialog(
  { file }: EditorData,
  form: HTMLFormElement,
  insert: (markdown: string) => void,
  onChange: () => void,
): () => void {
  const dialog = part<HTMLDialogElement>('bilddialog');
  const fields = part<HTMLFormElement>('bildformular');
  const message = part('bild-meldung');
  const input = part<HTMLInputElement>('bild-datei');
  const shown = part<HTMLImageElement>('bild-ansicht');
  const field = (name: string) => part<HTMLInputElement>(`bild-${name}`);
  let added: AddedPicture | undefined;
  const say = (...lines: string[]) =>
    message.replaceChildren(...lines.map((line) => element('p', { class: 'help' }, line)));

  /** Whoever says what is on a picture has it before them. */
  const show = (picture: Blob | undefined) => {
    if (shown.src) URL.revokeObjectURL(shown.src);
    shown.hidden = picture === undefined;
    if (picture) shown.src = URL.createObjectURL(picture);
    else shown.removeAttribute('src');
  };
  // No browser shows a TIFF.
  shown.addEventListener('error', () => {
    shown.hidden = true;
  });

  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    // While it goes up, somebody may choose another, or give up and begin anew.
    const isStillChosen = () => input.files?.[0] === chosen;
    const body = new FormData();
    body.append('file', file);
    body.append('datei', chosen);
    // Until it is there, neither the file before it nor what was said of that one counts.
    added = undefined;
    show(undefined);
    say(words.adding(chosen.name));
    try {
      if (chosen.size > mostBytes) throw new Declined(words.tooLarge(chosen.name));
      const answer = await post<AddedPicture>(paths.picture, body);
      if (!isStillChosen()) return;
      added = answer;
    } catch (error) {
      if (!isStillChosen()) return;
      message.replaceChildren(
        element(
          'p',
          { class: 'error' },
          error instanceof Declined ? error.message : error instanceof Away ? editorWords.away : String(error),
        ),
      );
      return;
    }
    show(chosen);
    const { metadata, name, notKept } = added;
    const credit = metadata.credit ?? metadata.creator ?? metadata.copyright;
    if (credit && field('credit').value === '') field('credit').value = credit;
    if (metadata.description && field('alt').value === '') field('alt').value = metadata.description;
    const known = [credit, metadata.description].filter((one) => one !== undefined);
    say(
      words.stored(name),
      ...(notKept ? [words.notKept(notKept)] : []),
      ...(known.length > 0 ? [words.fromFile(known.join(' · '))] : []),
      ...(metadata.hasPlace ? [words.hasPlace] : []),
    );
  });

  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!added) {
      say(words.fileMissing);
      return;
    }
    const isInText = field('place').value === 'text';
    const record: Record<string, string | boolean> = {
      file: added.name,
      alt: field('decorative').checked ? '' : field('alt').value,
      decorative: field('decorative').checked,
      credit: field('credit').value,
      licence: field('licence').value,
      consent: field('consent').value,
    };
    fillIn(form, isInText, record);
    if (isInText) insert(`\n![${String(record.alt)}](${added.name})\n`);
    onChange();
    dialog.close();
  });
  part('bild-abbrechen').addEventListener('click', () => dialog.close());
  return () => {
    added = undefined;
    fields.reset();
    show(undefined);
    message.replaceChildren();
    dialog.showModal();
  };
}

/** Puts the record into the form: over the text, or as one more of the pictures in it. */
function fillIn(form: HTMLFormElement, isInText: boolean, record: Record<string, string | boolean>): void {
  const list = form.querySelector<HTMLElement>('[data-list="[\\"pictures\\"]"]');
  const place = isInText ? list && addEntry(list) : form.querySelector<HTMLElement>('[data-field="image"]');
  if (!place) return;
  place.closest('details')?.setAttribute('open', '');
  fillFields(place, record);
}
