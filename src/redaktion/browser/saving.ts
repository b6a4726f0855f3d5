/** Saving what somebody has written: over the state that it was begun with, with what becomes of a conflict. */
import { conflictWords, editorWords as words } from '../../words/redaktion-editor.ts';
import { deskPaths as paths } from '../web/paths.ts';
import type { EditorData } from '../writing/editor-page.ts';
import { askWhichOne, type Conflict } from './conflict.ts';
import type { FormChange } from './form-edits.ts';
import { dropBackup, keepBackup, keptBackup, sayAfterReload } from './kept-texts.ts';
import { Away, Declined, part, post } from './page.ts';

/** What the page sends: the text as it was opened, and what of it is another now. */
export interface WrittenEdits {
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

type Answer =
  | { kind: 'saved'; version: string; text: string; notKept?: string; told?: string[] }
  | ({ kind: 'conflict' } & Conflict);

interface Saving {
  /** Whether something is written that isn't saved. */
  isDirty(): boolean;
  /** Tells how the text stands. */
  say(text: string): void;
  save(): Promise<void>;
  /** Mends what needs no thought, or only what `wanted` says; the text is saved by it. */
  mend(wanted?: { rule: string; line: number }): Promise<void>;
  /** Keeps in this browser what isn't saved yet. */
  backUp(): void;
  /** Offers what this browser kept from the last time. */
  offerBackup(): void;
}

/** The approval as it stands after a save: what was approved before counts for another text. */
async function showApproval(): Promise<void> {
  const part = () => document.getElementById('freigabe')?.parentElement;
  if (!part()) return;
  // As a page: while the desk reads all texts, it says so and has nobody wait.
  const page = await fetch(location.href, { headers: { Accept: 'text/html' } })
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined);
  const fresh = page && new DOMParser().parseFromString(page, 'text/html').getElementById('freigabe')?.parentElement;
  if (fresh) part()?.replaceWith(document.adoptNode(fresh));
}

/** `edits` is what is written at the moment. */
export function openSaving(
  { file, version: opened, base }: EditorData,
  edits: () => WrittenEdits,
  saveButton: HTMLElement,
): Saving {
  const state = part('zustand');
  let version = opened;
  let synced = base;
  const stamp = () => JSON.stringify(edits());
  let savedStamp = stamp();
  const isDirty = () => stamp() !== savedStamp;
  const say = (text: string) => {
    state.textContent = text;
  };

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

  const saveText = async (given: WrittenEdits, over: Before, options: { isMerged?: boolean } = {}): Promise<Answer> =>
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
      const how = answer.notKept ? words.savedNotKept(answer.notKept) : words.saved(time);
      say([how, ...(answer.told ?? [])].join('. '));
      void showApproval();
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
  async function settle(mine: WrittenEdits, conflict: Conflict, before: string): Promise<void> {
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
  function offerBackup(): void {
    const backup = keptBackup<{ version: string; synced?: string; edits: WrittenEdits }>(file);
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

  return { isDirty, say, save, mend, backUp, offerBackup };
}
