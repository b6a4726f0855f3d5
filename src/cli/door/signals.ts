/** Also what a terminal sends when it is closed, and whatever stands between: a connection that breaks off. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits until the user or the system asks the process to end. */
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
  const takeBack = () => {
    for (const signal of signals) process.off(signal, stopOnce);
  };
  const stopOnce = (signal: NodeJS.Signals) => {
    takeBack();
    if (signal === 'SIGHUP') outliveTerminal();
    stop();
  };
  for (const signal of signals) process.on(signal, stopOnce);
  return takeBack;
}

/** Nobody reads any more, and that is no reason to end in the middle of the work; nor is a second hang-up. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('SIGHUP', () => {});
}
