import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowRoomsFirst } from './tests/slow-rooms-first.ts';

/** Rooms whose tests need no build, no server, no browser and no process: `npm run test:quick` runs them. */
const pureRooms = ['docs', 'documents', 'feeds', 'import', 'model', 'reader', 'text', 'views'];
/** The files in them that do. */
const others = [
  'tests/docs/operations-manual.test.ts',
  'tests/import/hostile-files.test.ts',
  'tests/import/libreoffice.test.ts',
];

export default defineConfig({
  test: {
    // One more than there are processors: many tests wait for a browser, a server or a command.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowRoomsFirst },
    globalSetup: ['tests/site/folder-of-the-run.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // What a test waits for comes or doesn't, however slow the machine is; limits only end a test that hangs.
    expect: { poll: { timeout: 45_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/*.test.ts', `tests/{${pureRooms.join(',')}}/**/*.test.ts`],
          exclude: others,
          // They leave nothing behind that the next file could see, so all of them share the processes.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'world', include: [`tests/!(${pureRooms.join('|')})/**/*.test.ts`, ...others] },
      },
    ],
  },
});
