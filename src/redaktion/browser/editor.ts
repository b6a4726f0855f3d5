/** The page of a text: what is written is checked and shown at once, and saved when somebody says so. */
import { editorWords as words } from '../../words/redaktion-editor.ts';
import { deskPaths as paths } from '../web/paths.ts';
import type { EditorData } from '../writing/editor-page.ts';
import { acceptAttachments } from './attachment-upload.ts';
import { countCharacters } from './character-counts.ts';
import { formChanges, watchBoxes, watchLists } from './form-edits.ts';
import { followTitle } from './heading.ts';
import { showImportNotes } from './import-notes.ts';
import { saidBeforeReload } from './kept-texts.ts';
import { Declined, part, post } from './page.ts';
import { openPictureDialog } from './picture-dialog.ts';
import { openPreviewPane } from './preview-pane.ts';
import { type CheckedText, goToMark, showProblems } from './problem-list.ts';
import { openSaving, type WrittenEdits } from './saving.ts';
import { openTextEditor } from './text-editor.ts';
import { openToolbar } from './toolbar.ts';

/** Milliseconds without a key after which the text is checked. */
const restBeforeCheck = 350;

export function startEditor(data: EditorData): void {
  const { file, base, written, isWhole } = data;
  const form = part<HTMLFormElement>('formular');
  const saveButton = part<HTMLButtonElement>('sichern');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checking: AbortController | undefined;

  const nonce = document.querySelector<HTMLElement>('script[data-nonce]')?.dataset.nonce ?? '';
  const labels = { labelledBy: 'text-titel', describedBy: 'texthilfe', nonce };
  const editor = openTextEditor(
    part('textfeld'),
    written,
    { ...labels, isData: data.isData },
    {
      onChange: () => changed(),
      onSave: () => void save(),
    },
  );

  const edits = (): WrittenEdits => {
    const text = editor.text();
    if (isWhole) return { base, changes: [], ...(text !== written && { whole: text }) };
    return { base, changes: formChanges(form), ...(text !== written && { body: text }) };
  };
  const { isDirty, say, save, mend, backUp, offerBackup } = openSaving(data, edits, saveButton);

  const preview = openPreviewPane((kind) => post(paths.show, { file, edits: edits(), kind }));
  const pictureDialog = data.hasPictures ? openPictureDialog(data, form, editor.insert, () => changed()) : () => {};
  const toolbar = document.querySelector<HTMLElement>('.toolbar');
  if (toolbar) openToolbar(toolbar, editor.view, pictureDialog);

  const check = async () => {
    checking?.abort();
    checking = new AbortController();
    const { signal } = checking;
    try {
      const found = await post<CheckedText>(paths.check, { file, edits: edits() }, signal);
      preview.warn(found);
      showProblems(found, form, { goToLine: editor.goToLine, mend: (wanted) => void mend(wanted) });
      editor.showProblems(found.problems);
      document.documentElement.dataset.checked = String(Number(document.documentElement.dataset.checked ?? 0) + 1);
      preview.refresh();
    } catch (error) {
      if (error instanceof DOMException) return;
      part('problemzahl').textContent = error instanceof Declined ? error.message : words.away;
    }
  };

  function changed(): void {
    say(isDirty() ? words.unsaved : words.unchanged);
    backUp();
    clearTimeout(timer);
    timer = setTimeout(() => void check(), restBeforeCheck);
  }

  offerBackup();
  watchLists(form, () => changed());
  watchBoxes(form);
  acceptAttachments(data, form, () => changed());
  form.addEventListener('input', () => changed());
  form.addEventListener('submit', (event) => event.preventDefault());
  saveButton.addEventListener('click', () => void save());
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    void save();
  });
  addEventListener('beforeunload', (event) => {
    if (isDirty()) event.preventDefault();
  });
  countCharacters(form);
  followTitle(document.querySelector('.desk-title a')?.textContent ?? '', file);
  showImportNotes(file);
  const saidBefore = saidBeforeReload();
  if (saidBefore) say(saidBefore);
  void check();
  goToMark(location.hash, form, editor.goToLine);
}
