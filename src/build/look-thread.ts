/** A thread that looks at what lies in `dist/` (`look-beside.ts`). */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { lookAt } from './file-states.ts';
import { distBefore } from './last-build.ts';

const root = String(workerData);
const look = lookAt(join(root, 'dist'), distBefore(root));
parentPort?.postMessage(look, [look.states.numbers.buffer as ArrayBuffer]);
