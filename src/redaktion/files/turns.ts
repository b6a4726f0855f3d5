/** Does one piece of work after the other; what goes wrong with one is no matter to the next. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A row of turns of its own. */
export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
