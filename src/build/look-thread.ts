/** A thread that takes part in a look at a folder (`shared-look.ts`). */
import { workerData } from 'node:worker_threads';
import { isAsBefore, unpackedStates } from './file-states.ts';
import { asBefore, otherwise, type SharedStates } from './shared-look.ts';

const { folder, found, done, ...packed }: SharedStates = workerData;
const before = unpackedStates(packed);
for (let index = 0; index < before.paths.length; index += 1) {
  found[index] = isAsBefore(folder, before, index) ? asBefore : otherwise;
  Atomics.store(done, 0, index + 1);
}
