import type { conflictWords } from '../../words/redaktion-editor.ts';
import { part } from './page.ts';

/** Somebody else saved first. */
export interface Conflict {
  theirs: string;
  version: string;
  merged?: string;
  by?: { name: string; at: string };
  /** HTML made by the server. */
  difference: string;
}

export type Choice = 'merged' | 'mine' | 'theirs';

/** Shows both texts and asks which one is to stay; undefined if the question was closed. */
export function askWhichOne(conflict: Conflict, words: typeof conflictWords): Promise<Choice | undefined> {
  const dialog = part<HTMLDialogElement>('konflikt');
  const { by, merged, difference } = conflict;
  part('konflikt-wer').textContent = by ? words.by(by.name, by.at) : words.somebody;
  part('konflikt-rat').textContent = merged === undefined ? words.noMerge : words.mergeHelp;
  part('konflikt-unterschied').innerHTML = difference;
  part('konflikt-beide').hidden = merged === undefined;
  const buttons: Record<Choice, string> = {
    merged: 'konflikt-beide',
    mine: 'konflikt-meine',
    theirs: 'konflikt-andere',
  };
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    for (const [choice, id] of Object.entries(buttons)) part(id).onclick = () => dialog.close(choice);
    dialog.onclose = () => resolve((dialog.returnValue || undefined) as Choice | undefined);
  });
}
