import { expect, test } from 'vitest';
import { leave, pause, recipients, subscriberOf } from '../../src/store/queries/subscribers.ts';
import { createSecret } from '../../src/store/secret.ts';
import { readCsv } from '../../src/subscription/operator/csv.ts';
import { runImport } from '../../src/subscription/operator/import.ts';
import { planImport } from '../../src/subscription/operator/import-plan.ts';
import { emptyDatabase, subscriber } from '../store/sample-database.ts';

const secret = createSecret(new Uint8Array(32));
const hashOf = (key: string) => secret.hash('leaver', key);
const later = '2025-09-02T08:00:00Z';

test('who came and left, or was paused, after the plan was made is left alone by its execution', async () => {
  const db = await emptyDatabase();
  const table = readCsv(
    [
      'email;status;consentText;confirmedAt',
      'erika@blatt.example;active;Ja.;2025-01-01T08:00:00Z',
      'max@blatt.example;active;Ja.;2025-01-01T08:00:00Z',
    ].join('\n'),
  );
  if (table.kind !== 'table') throw new Error('no table');
  const plan = await planImport(table.rows, db, secret, Temporal.Instant.from(later));
  expect(plan.steps.map(({ kind }) => kind)).toEqual(['add', 'add']);

  await subscriber(db, 'erika@blatt.example');
  await leave(db, 'erika@blatt.example', { now: later, way: 'page', hashOf });
  await subscriber(db, 'max@blatt.example');
  await pause(db, 'max@blatt.example', '550', later);
  await runImport(plan, { db, secret, now: later, newId: () => 'new' });

  expect(await recipients(db, '', 10)).toEqual([]);
  expect(await subscriberOf(db, 'max@blatt.example')).toMatchObject({ status: 'paused' });
});
