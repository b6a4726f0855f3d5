import { appendFileSync, rmSync, writeFileSync } from 'node:fs';

/** Lines of a list that are told at its end: the first of them, and all in a file beside the list where there are many. */
export interface LeftOut {
  add: (kind: 'refused' | 'wrong', text: string) => void;
  /** Writes what isn't in the file yet. */
  end: () => void;
  /** The first ones of a kind. */
  shown: (kind: 'refused' | 'wrong') => readonly string[];
  count: (kind: 'refused' | 'wrong') => number;
  /** The file with all of them; undefined where all are shown, or it can't be written. */
  file: () => string | undefined;
}

/** Of each kind so many are shown. */
const mostShown = 100;
/** So many wait for the file, so that a list of any length is not held in memory. */
const atOnce = 1000;

/** Collects lines for `file`, which nobody else on the machine may read; one of an earlier time is gone. */
export function leftOut(file: string): LeftOut {
  const shown = { refused: [] as string[], wrong: [] as string[] };
  const counts = { refused: 0, wrong: 0 };
  let waiting: string[] = [];
  let isWritten = false;
  let isWritable = true;
  const isMuch = () => counts.refused > mostShown || counts.wrong > mostShown;
  const write = () => {
    if (!isMuch() || !isWritable || waiting.length === 0) return;
    const text = `${waiting.join('\n')}\n`;
    waiting = [];
    try {
      if (isWritten) appendFileSync(file, text);
      else {
        rmSync(file, { force: true });
        writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      }
      isWritten = true;
    } catch {
      isWritable = false;
    }
  };
  return {
    add(kind, text) {
      counts[kind] += 1;
      if (shown[kind].length < mostShown) shown[kind].push(text);
      if (isWritable) waiting.push(text);
      if (waiting.length >= atOnce) write();
    },
    end: write,
    shown: (kind) => shown[kind],
    count: (kind) => counts[kind],
    file: () => (isWritten && isWritable ? file : undefined),
  };
}
