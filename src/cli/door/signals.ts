const signals = ['SIGINT', 'SIGTERM'] as const;

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
  const stopOnce = () => {
    takeBack();
    stop();
  };
  for (const signal of signals) process.on(signal, stopOnce);
  return takeBack;
}
