/** A thread that looks at what lies in `dist/` (`look-beside.ts`). */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { lookAt, packedStates } from './file-states.ts';
import { distBefore } from './last-build.ts';
import type { PackedLook } from './look-beside.ts';

const root = String(workerData);
const { states, ...look } = lookAt(join(root, 'dist'), distBefore(root));
const found: PackedLook = { ...look, states: packedStates(states) };
parentPort?.postMessage(found, [states.numbers.buffer as ArrayBuffer]);
