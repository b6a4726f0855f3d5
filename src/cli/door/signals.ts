/** Also what a terminal sends when it is closed, and whatever stands between: a connection that breaks off. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Waits until the user or the system asks the process to end. Called before a command says that it runs: whoever has read
 * that may have it end at once, and in good order.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    onStop(() => resolve());
  });
}

/**
 * Calls `stop` the first time that the user or the system asks the process to end; the second time ends it. Returns
 * what takes that back.
 */
export function onStop(stop: () => void): () => void {
  let first: NodeJS.Signals | undefined;
  const takeBack = () => {
    for (const signal of signals) process.off(signal, hear);
  };
  // Heard on after the first time: a library that removes its unfinished files at the end ends the process where nobody
  // else listens (signal-exit, while write-file-atomic writes).
  const hear = (signal: NodeJS.Signals) => {
    if (first === undefined) {
      first = signal;
      if (signal === 'SIGHUP') outliveTerminal();
      stop();
    } else if (signal !== 'SIGHUP' || first !== 'SIGHUP') {
      takeBack();
      process.kill(process.pid, signal);
    }
  };
  for (const signal of signals) process.on(signal, hear);
  return takeBack;
}

/** Nobody reads any more, and that is no reason to end in the middle of the work; nor is a second hang-up. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('SIGHUP', () => {});
}
