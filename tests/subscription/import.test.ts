import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { listIndex } from '../../src/store/list-index.ts';
import { leave, pause, recipients, subscriberOf } from '../../src/store/queries/subscribers.ts';
import { createSecret } from '../../src/store/secret.ts';
import { openCsv } from '../../src/subscription/operator/csv.ts';
import { runSteps } from '../../src/subscription/operator/import.ts';
import { planImport } from '../../src/subscription/operator/import-plan.ts';
import { emptyDatabase, subscriber } from '../store/sample-database.ts';

const secret = createSecret(new Uint8Array(32));
const hashOf = (key: string) => secret.hash('leaver', key);
const later = '2025-09-02T08:00:00Z';

test('who came and left, or was paused, after the plan was made is left alone by its execution', async () => {
  const db = await emptyDatabase();
  const lines = [
    'email;status;consentText;confirmedAt',
    'erika@blatt.example;active;Ja.;2025-01-01T08:00:00Z',
    'max@blatt.example;active;Ja.;2025-01-01T08:00:00Z',
  ];
  const index = listIndex();
  onTestFinished(() => index.close());
  const { rows } = await openCsv(Readable.from([lines.join('\n')]));
  const planned = await Array.fromAsync(planImport(rows, index, db, secret, Temporal.Instant.from(later)));
  const steps = planned.flatMap((line) => ('step' in line ? line.step : []));
  expect(steps.map(({ kind }) => kind)).toEqual(['add', 'add']);

  await subscriber(db, 'erika@blatt.example');
  await leave(db, 'erika@blatt.example', { now: later, way: 'page', hashOf });
  await subscriber(db, 'max@blatt.example');
  await pause(db, 'max@blatt.example', '550', later);
  await runSteps(steps, { db, secret, index, now: later, newId: () => 'new' });

  expect(await recipients(db, '', 10)).toEqual([]);
  expect(await subscriberOf(db, 'max@blatt.example')).toMatchObject({ status: 'paused' });
});
