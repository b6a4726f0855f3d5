/** The page of a text: what is written is checked and shown at once, and saved when somebody says so. */
import { conflictWords, editorWords as words } from '../../words/redaktion-editor.ts';
import { deskPaths as paths } from '../web/paths.ts';
import type { EditorData } from '../writing/editor-page.ts';
import { acceptAttachments } from './attachment-upload.ts';
import { countCharacters } from './character-counts.ts';
import { askWhichOne, type Conflict } from './conflict.ts';
import { type FormChange, formChanges, watchLists } from './form-edits.ts';
import { showImportNotes } from './import-notes.ts';
import { dropBackup, keepBackup, keptBackup, saidBeforeReload, sayAfterReload } from './kept-texts.ts';
import { Away, Declined, part, post } from './page.ts';
import { openPictureDialog } from './picture-dialog.ts';
import { openPreviewPane } from './preview-pane.ts';
import { type CheckedText, showProblems } from './problem-list.ts';
import { openTextEditor } from './text-editor.ts';
import { openToolbar } from './toolbar.ts';

/** Milliseconds without a key after which the text is checked. */
const restBeforeCheck = 350;

interface Edits {
  base: string;
  changes: FormChange[];
  body?: string;
  whole?: string;
}

/** What a text is saved over: a state of the file, and its text. */
interface Before {
  version: string;
  synced: string;
}

type Answer = { kind: 'saved'; version: string; text: string; notKept?: string } | ({ kind: 'conflict' } & Conflict);

export function startEditor(data: EditorData): void {
  const { file, base, written, isWhole } = data;
  const form = part<HTMLFormElement>('formular');
  const state = part('zustand');
  const saveButton = part<HTMLButtonElement>('sichern');
  let { version } = data;
  let synced = base;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checking: AbortController | undefined;

  const nonce = document.querySelector<HTMLElement>('script[data-nonce]')?.dataset.nonce ?? '';
  const labels = { labelledBy: 'text-titel', describedBy: 'texthilfe', nonce };
  const editor = openTextEditor(part('textfeld'), written, labels, {
    onChange: () => changed(),
    onSave: () => void save(),
  });

  const edits = (): Edits => {
    const text = editor.text();
    if (isWhole) return { base, changes: [], ...(text !== written && { whole: text }) };
    return { base, changes: formChanges(form), ...(text !== written && { body: text }) };
  };
  const stamp = () => JSON.stringify(edits());
  let savedStamp = stamp();
  const isDirty = () => stamp() !== savedStamp;
  const say = (text: string) => {
    state.textContent = text;
  };

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

  /**
   * The page as it is after something else than writing changed the text: it is loaded anew from what was saved. Not where
   * somebody went on writing since `before`: that is then saved over the state it was begun with, and merged.
   */
  const reload = (before: string, { notKept }: { notKept?: string } = {}) => {
    if (stamp() !== before) {
      say(notKept ? words.savedNotKept(notKept) : words.writtenMeanwhile);
      return;
    }
    savedStamp = before;
    dropBackup(file);
    sayAfterReload(notKept ? words.savedNotKept(notKept) : words.savedNow);
    location.reload();
  };

  const saveText = async (given: Edits, over: Before, options: { isMerged?: boolean } = {}): Promise<Answer> =>
    post<Answer>(paths.save, { file, edits: given, ...over, ...options });

  const sayFailed = (error: unknown) =>
    say(error instanceof Away ? words.away : words.notSaved(error instanceof Declined ? error.message : String(error)));

  async function save(): Promise<void> {
    saveButton.setAttribute('aria-disabled', 'true');
    say(words.saving);
    try {
      const given = edits();
      const saving = JSON.stringify(given);
      const answer = await saveText(given, { version, synced });
      if (answer.kind === 'conflict') {
        say(words.unsaved);
        await settle(given, answer, saving);
        return;
      }
      ({ version } = answer);
      synced = answer.text;
      savedStamp = saving;
      if (!isDirty()) dropBackup(file);
      const time = new Date().toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });
      say(answer.notKept ? words.savedNotKept(answer.notKept) : words.saved(time));
    } catch (error) {
      sayFailed(error);
    } finally {
      saveButton.removeAttribute('aria-disabled');
    }
  }

  /**
   * Somebody else saved first: what becomes of the two is for a person to say. The page itself still stands over the state
   * it was begun with, until it is loaded anew: a request that fails changes nothing.
   */
  async function settle(mine: Edits, conflict: Conflict, before: string): Promise<void> {
    const choice = await askWhichOne(conflict, conflictWords);
    if (choice === undefined) return;
    const over = { version: conflict.version, synced: conflict.theirs };
    const first = choice === 'merged' ? { base: conflict.merged ?? '', changes: [] } : mine;
    const saved = await saveText(first, over, { isMerged: choice === 'merged' });
    if (saved.kind === 'conflict') return settle(first, saved, before);
    // Whichever is taken, the other one is kept: it was saved first.
    const { notKept } = saved;
    if (choice !== 'theirs') return reload(before, { ...(notKept && { notKept }) });
    const again = await saveText(
      { base: conflict.theirs, changes: [] },
      { version: saved.version, synced: saved.text },
    );
    const why = notKept ?? (again.kind === 'saved' ? again.notKept : undefined);
    reload(before, { ...(why && { notKept: why }) });
  }

  async function mend(wanted?: { rule: string; line: number }): Promise<void> {
    const over = { version, synced };
    const given = edits();
    const before = JSON.stringify(given);
    try {
      const { text, count } = await post<{ text: string; count: number }>(paths.mend, {
        file,
        edits: given,
        ...(wanted && { wanted }),
      });
      if (count === 0) return;
      const answer = await saveText({ base: text, changes: [] }, over);
      if (answer.kind === 'conflict') await settle(given, answer, before);
      else reload(before, answer);
    } catch (error) {
      sayFailed(error);
    }
  }

  function backUp(): void {
    if (isDirty()) keepBackup(file, { version, synced, edits: edits() });
    else dropBackup(file);
  }
  offerBackup();

  function offerBackup(): void {
    const backup = keptBackup<{ version: string; synced?: string; edits: Edits }>(file);
    if (!backup) return;
    const box = part('rettung');
    box.hidden = false;
    part('rettung-verwerfen').addEventListener('click', () => {
      dropBackup(file);
      box.hidden = true;
    });
    part('rettung-nehmen').addEventListener('click', async () => {
      // Over the state that it was begun with: what somebody saved since then shows as a conflict.
      const over = { version: backup.version, synced: backup.synced ?? backup.edits.base };
      try {
        const answer = await saveText(backup.edits, over);
        if (answer.kind === 'conflict') await settle(backup.edits, answer, savedStamp);
        else reload(savedStamp, answer);
      } catch (error) {
        sayFailed(error);
      }
    });
  }

  watchLists(form, () => changed());
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
  showImportNotes(file);
  const saidBefore = saidBeforeReload();
  if (saidBefore) say(saidBefore);
  void check();
}
