import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { impure, onPostgres, pure } from './tests/pure-rooms.ts';
import { SlowRoomsFirst } from './tests/slow-rooms-first.ts';

export default defineConfig({
  test: {
    // One more than there are processors: many tests wait for a browser, a server or a command.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowRoomsFirst },
    globalSetup: ['tests/site/folder-of-the-run.ts'],
    reporters: ['default', './tests/count-by-database.ts'],
    // Limits only end what hangs: whatever a test waits for comes or doesn't, however slow the machine is.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 90_000 } },
    projects: [
      // They leave nothing behind that the next file could see, so they share the processes.
      { extends: true, test: { name: 'pure', ...pure, isolate: false } },
      { extends: true, test: { name: 'world', ...impure } },
      {
        extends: true,
        test: {
          name: 'postgres',
          ...onPostgres,
          globalSetup: ['tests/site/folder-of-the-run.ts', 'tests/postgres/cluster-of-the-run.ts'],
          setupFiles: ['tests/postgres/skip-without.ts'],
        },
      },
    ],
  },
});
