/** What this browser itself keeps: a text that is not saved yet, and what is still to be said when the page is loaded anew. */

/** A browser that keeps nothing leaves out the second net, and nothing else. */
function trying<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const keyOf = (file: string) => `redaktion:${file}`;

/** Keeps what somebody has written in a text. */
export function keepBackup(file: string, backup: unknown): void {
  trying(() => localStorage.setItem(keyOf(file), JSON.stringify(backup)));
}

export function dropBackup(file: string): void {
  trying(() => localStorage.removeItem(keyOf(file)));
}

/** What was kept of a text and never saved. */
export function keptBackup<Backup>(file: string): Backup | undefined {
  return trying(() => (JSON.parse(localStorage.getItem(keyOf(file)) ?? 'null') as Backup | null) ?? undefined);
}

const said = 'redaktion:gesagt';

/** What became of the text is still to be read when the page has been loaded anew. */
export function sayAfterReload(text: string): void {
  trying(() => sessionStorage.setItem(said, text));
}

/** What was to be said, once. */
export function saidBeforeReload(): string | undefined {
  return trying(() => {
    const text = sessionStorage.getItem(said) ?? undefined;
    sessionStorage.removeItem(said);
    return text;
  });
}
