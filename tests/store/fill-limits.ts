import { openDatabase } from '../../src/store/database.ts';
import { takeRoom } from '../../src/store/queries/limits.ts';

// Run as a process of its own: takes room two hundred times in the database that the first argument names.
const db = await openDatabase(process.argv[2] ?? '');
for (let n = 0; n < 200; n += 1) {
  await takeRoom(db, [{ bucket: `there ${n}`, since: '2025-09-01T09:00:00Z', most: 1 }], '2025-09-01T10:00:00Z');
}
await db.destroy();
