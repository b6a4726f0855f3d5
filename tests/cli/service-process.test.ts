import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { UserError } from '../../src/model/user-error.ts';
import { withData } from '../../src/store/open-data.ts';
import { organisation } from './command-line.ts';

test('a disk that gets full during a command is told in a sentence', async () => {
  const root = organisation();
  await addSubscribers(root, ['anna@rathaus.example']);
  const said = { print: () => {}, printError: () => {} };
  const surroundings = {
    root,
    settings: { DATA_DIR: 'data/', DATABASE_URL: undefined },
    now: Temporal.Now.instant(),
    uuid: randomUUID,
    ...said,
  };
  const command = withData(surroundings, async ({ db }) => {
    await sql`pragma max_page_count = 1`.execute(db);
    const pauseReason = 'x'.repeat(1_000_000);
    await db.updateTable('subscriber').set({ pauseReason }).execute();
  });
  await expect(command).rejects.toThrow(UserError);
  await expect(command).rejects.toThrow('abo.sqlite ist kein Platz mehr.');
});
