import { threadCpuUsage } from 'node:process';

/** Between 1, and some more where a long text no longer fits a processor's caches, and 2. */
export const linear = 1.5;

/**
 * How the work on a text grows with its length, as the exponent: 1 where twice the text takes twice the time, 2 where it
 * takes four times. It compares a text of `size` with one of a quarter, in this thread's own processor time, so it says
 * the same on a slow machine and beside other work. Too much is measured again, up to three times: a collection of garbage
 * may have come between.
 */
export async function growth(size: number, work: (size: number) => unknown): Promise<number> {
  await work(size / 4);
  const measures: number[] = [];
  do {
    const [whole, quarter] = [await timeOf(() => work(size)), await timeOf(() => work(size / 4))];
    measures.push(Math.log(whole / quarter) / Math.log(4));
  } while (measures.length < 3 && Math.min(...measures) >= linear);
  return Math.min(...measures);
}

/** The clock of a thread goes on in steps of up to 4 ms. */
const longEnough = 20_000;

/** In microseconds, of one call. */
async function timeOf(work: () => unknown): Promise<number> {
  const start = threadCpuUsage();
  for (let calls = 1; ; calls += 1) {
    await work();
    const { user, system } = threadCpuUsage(start);
    if (user + system >= longEnough) return (user + system) / calls;
  }
}
