import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Look, type PackedStates, unpackedStates } from './file-states.ts';
import { productRoot } from './product.ts';

/** What the thread has to say. */
export interface PackedLook extends Omit<Look, 'states'> {
  states: PackedStates;
}

/**
 * What lies in `dist/` of a site, compared with what the last build left: looked at by a thread of its own, while this one
 * reads the content. Nothing of `dist/` may change until it is there. `thread` is its code, if that is compiled.
 */
export function lookAtDistBeside(root: string, thread = join(productRoot, 'src/build/look-thread.ts')): Promise<Look> {
  const { promise, resolve, reject } = Promise.withResolvers<Look>();
  // With none of the options of this process: not all of them are for threads.
  const worker = new Worker(thread, { workerData: root, execArgv: [] });
  worker.on('message', ({ states, ...look }: PackedLook) => resolve({ ...look, states: unpackedStates(states) }));
  worker.on('error', reject);
  // After its message that says nothing any more.
  worker.on('exit', (code) => reject(new Error(`the thread that looks at dist/ ended with ${code} and found nothing`)));
  // Where the content has errors nobody asks for it.
  promise.catch(() => undefined);
  return promise;
}
