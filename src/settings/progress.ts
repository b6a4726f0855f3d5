import { SingleBar } from 'cli-progress';
import { type Step, stepLine, stepWords } from '../words/progress.ts';

/** Told how far a step is. */
export type TellProgress = (step: Step, done: number, total?: number) => void;

/** Milliseconds until anything is said at all, and between lines. */
const patience = { first: 2_000, next: 5_000, bar: 200 };

/** Where progress is shown. */
interface Screen extends NodeJS.WritableStream {
  isTTY?: boolean;
}

/**
 * Tells of what takes longer than two seconds: a bar on a terminal, elsewhere a line now and then. `clear` takes the bar away
 * before something else is printed.
 */
export function progressOn(
  screen: Screen,
  print: (text: string) => void,
  now: () => number = () => performance.now(),
): { tell: TellProgress; clear: () => void } {
  let begun: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let bar: SingleBar | undefined;
  const clear = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    clear,
    tell(step, done, total) {
      const passed = now();
      begun ??= passed;
      if (passed - begun < patience.first || passed - last < (screen.isTTY ? patience.bar : patience.next)) return;
      last = passed;
      if (!screen.isTTY || total === undefined) {
        clear();
        print(stepLine(step, done, total));
        last = passed + (screen.isTTY ? patience.next : 0);
        return;
      }
      const words = stepWords[step];
      bar ??= startBar(screen, total, done, words);
      bar.setTotal(total);
      bar.update(done, { words });
      if (done >= total) clear();
    },
  };
}

/** It is drawn at once. */
function startBar(screen: Screen, total: number, done: number, words: string): SingleBar {
  const format = '{bar} {percentage} % · {words}: {value} von {total}';
  const look = { format, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true };
  const bar = new SingleBar({ ...look, stream: screen, clearOnComplete: true, gracefulExit: false });
  bar.start(total, done, { words });
  return bar;
}
