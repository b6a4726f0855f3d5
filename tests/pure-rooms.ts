/** Rooms whose tests need no build, no server, no browser and no process: `npm run test:quick` runs them. */
const rooms = ['docs', 'documents', 'feeds', 'import', 'model', 'reader', 'text', 'views'];

/** Files in them that do need one of these. */
const others = [
  'tests/docs/operations-manual.test.ts',
  'tests/import/hostile-files.test.ts',
  'tests/import/libreoffice.test.ts',
  'tests/reader/pipes.test.ts',
];

/** The test files of the pure rooms and those beside the rooms, as vitest finds files. */
export const pure = { include: ['tests/*.test.ts', `tests/{${rooms.join(',')}}/**/*.test.ts`], exclude: others };

/** All other test files. */
export const impure = { include: [`tests/!(postgres|${rooms.join('|')})/**/*.test.ts`, ...others] };

/** Test files about what SQLite alone has: a file, locks beside it, older versions, and one service and one sender at a time. */
const onSqliteAlone = [
  'tests/cli/abo-sqlite.test.ts',
  'tests/store/database.test.ts',
  'tests/sending/kill.test.ts',
  'tests/subscription/one-service-a-file.test.ts',
];

/** Test files of store, subscription, sending and their commands. */
export const onBoth = [
  'tests/{store,sending,subscription}/*.test.ts',
  'tests/cli/{abo,due,send}*.test.ts',
  'tests/incoming/bounces.test.ts',
];

/** Tests of what the Abo keeps: they run on SQLite with all others, and once more on PostgreSQL. */
export const onPostgres = { include: ['tests/postgres/*.test.ts', ...onBoth], exclude: onSqliteAlone };
