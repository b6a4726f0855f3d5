import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveData } from '../../src/store/move.ts';
import { folderTarget, type MoveTarget } from '../../src/store/move-target.ts';
import { openData } from '../../src/store/open-data.ts';
import { subscriber, temporaryFolder } from './sample-database.ts';

/** Data in a folder, with one subscriber. */
async function source(email: string) {
  const folder = join(temporaryFolder(), 'data');
  const { db } = await openData({ folder }, randomBytes);
  onTestFinished(() => db.destroy());
  await subscriber(db, email);
  return { folder, db };
}

test('of two moves into one folder the one that is refused takes nothing of the other away', async () => {
  const [first, second] = [await source('anna@rathaus.example'), await source('bert@rathaus.example')];
  const folder = join(temporaryFolder(), 'neu');
  const now = '2025-09-15T08:00:00Z';
  const target = folderTarget(folder, second.folder);
  // The second has opened the target when the first comes and goes all the way.
  const late: MoveTarget = {
    ...target,
    open: (work) =>
      target.open(async (db, begin) => {
        await moveData(first.db, folderTarget(folder, first.folder), now);
        return work(db, begin);
      }),
  };
  await expect(moveData(second.db, late, now)).rejects.toThrow('liegen schon Daten eines Abos');
  expect(existsSync(join(folder, 'abo.sqlite'))).toBe(true);
  const { db } = await openData({ folder }, randomBytes);
  onTestFinished(() => db.destroy());
  expect(await db.selectFrom('subscriber').select('email').execute()).toEqual([{ email: 'anna@rathaus.example' }]);
});
