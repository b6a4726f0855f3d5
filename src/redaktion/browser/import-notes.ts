/** What an import left to do stands beside the text until somebody says that it is done; each browser keeps its own. */
import { element, part } from './page.ts';

/** What the page after an import gives its script. */
export interface ImportedData {
  file: string;
  leftToDo: string[];
}

const keyOf = (file: string) => `redaktion:eingelesen:${file}`;

/** Keeps what is left to do for the page on which the text is written. */
export function keepImportNotes({ file, leftToDo }: ImportedData): void {
  try {
    if (leftToDo.length > 0) localStorage.setItem(keyOf(file), JSON.stringify(leftToDo));
  } catch {
    // A browser that keeps nothing: it was said once.
  }
}

/** Shows what is left to do of this text, if something is. */
export function showImportNotes(file: string): void {
  const kept = read(file);
  const box = part('eingelesen');
  if (!kept) return;
  part('eingelesen-liste').replaceChildren(...kept.map((line) => element('li', {}, line)));
  box.hidden = false;
  part('eingelesen-erledigt').addEventListener('click', () => {
    localStorage.removeItem(keyOf(file));
    box.hidden = true;
    part('text-titel').focus();
  });
}

function read(file: string): string[] | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(file)) ?? 'null') as string[] | null) ?? undefined;
  } catch {
    return undefined;
  }
}
