import { SingleBar } from 'cli-progress';
import type { Surroundings } from '../../settings/surroundings.ts';
import type { Settlement } from '../../store/queries/delivery-notes.ts';
import type { DeliveryCounts } from '../../store/queries/mailings.ts';
import { sendingWords } from '../../words/sending.ts';

export interface Progress {
  /** One more delivery is in this state. */
  settled: (state: Settlement['state']) => void;
  end: () => void;
}

const secondsBetweenLines = 10;

/** Shows how far a mailing is: a bar on a terminal, elsewhere a line now and then. */
export function showProgress(start: DeliveryCounts, { print }: Surroundings, terminal = process.stdout): Progress {
  const counts = { ...start };
  const total = counts.queued + counts.accepted + counts.failed + counts.unknown;
  const done = () => total - counts.queued;
  const count = (state: Settlement['state']) => {
    if (state === 'queued') return;
    counts.queued -= 1;
    counts[state] += 1;
  };
  if (!terminal.isTTY) {
    let last = performance.now();
    return {
      settled(state) {
        count(state);
        if (performance.now() - last < secondsBetweenLines * 1000) return;
        last = performance.now();
        print(sendingWords.progress(counts));
      },
      end: () => {},
    };
  }
  const bar = new SingleBar({
    format: '{bar} {percentage} % · {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: terminal,
    hideCursor: true,
    gracefulExit: false,
  });
  bar.start(total, done(), { words: sendingWords.progress(counts) });
  return {
    settled(state) {
      count(state);
      bar.update(done(), { words: sendingWords.progress(counts) });
    },
    end: () => bar.stop(),
  };
}
