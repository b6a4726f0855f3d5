import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAddress } from '../../src/model/mail-address.ts';
import { listIndex } from '../../src/store/list-index.ts';
import { applyLeavers } from '../../src/store/queries/apply-leavers.ts';
import { currentAddress, formerAddressesOf, leaverUnderAnyName } from '../../src/store/queries/domain-renames.ts';
import { leavers } from '../../src/store/queries/leavers.ts';
import { leaveByToken } from '../../src/store/queries/links.ts';
import { renameDomain, tryRenaming } from '../../src/store/queries/rename-domain.ts';
import { leave, pause, subscriberOf } from '../../src/store/queries/subscribers.ts';
import type { Database, Moment } from '../../src/store/schema.ts';
import { createSecret } from '../../src/store/secret.ts';
import { type CsvRow, csvColumns } from '../../src/subscription/operator/csv.ts';
import { indexList, planImport } from '../../src/subscription/operator/import-plan.ts';
import { erasePerson, personRecord } from '../../src/subscription/operator/person.ts';
import { consentOf, emptyDatabase, hashOf, request, subscriber } from '../store/sample-database.ts';

const now: Moment = '2026-11-25T08:00:00Z';
const rename = { formerDomain: 'alt.example', domain: 'neu.example' };
const parts = { now, hashOf, newId: randomUUID };
const secret = { ...createSecret(new Uint8Array(32)), hash: (_purpose: string, text: string) => hashOf(text) };

const statuses = async (db: Database) => {
  const rows = await db.selectFrom('subscriber').select(['email', 'status']).orderBy('addressKey').execute();
  return Object.fromEntries(rows.map(({ email, status }) => [email, status]));
};
const address = (text: string) => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

describe('when a domain gets another name', () => {
  test('subscriptions go on under it, each proof keeps the address that it was given for, and all are told', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'Erika.Muster@alt.example');
    await subscriber(db, 'paul@alt.example');
    await pause(db, 'paul@alt.example', 'voll', now);
    await subscriber(db, 'nora@nicht-alt.example');
    await request(db, 'offen@alt.example');
    const before = await db.selectFrom('consent').select(['id', 'confirmedAt', 'formVersion']).orderBy('id').execute();
    expect(await renameDomain(db, rename, parts)).toEqual({
      subscribers: 2,
      notices: 1,
      merged: 0,
      left: 0,
      proofs: 2,
      requests: 1,
    });
    expect(await statuses(db)).toEqual({
      'Erika.Muster@neu.example': 'active',
      'nora@nicht-alt.example': 'active',
      'paul@neu.example': 'paused',
    });
    expect(await db.selectFrom('consent').select(['id', 'confirmedAt', 'formVersion']).orderBy('id').execute()).toEqual(
      before,
    );
    const record = await personRecord(db, secret, address('erika.muster@neu.example'));
    expect(record.formerAddresses).toEqual([
      { consent: 'Erika.Muster@alt.example', email: 'Erika.Muster@alt.example', renamedAt: now },
    ]);
    const notices = await db.selectFrom('notice').select(['kind', 'consent']).execute();
    expect(notices).toEqual([{ kind: 'renamed', consent: 'Erika.Muster@alt.example' }]);
    expect(await db.selectFrom('request').select(['email', 'mailState']).execute()).toEqual([
      { email: 'offen@neu.example', mailState: 'waiting' },
    ]);
    // The links in old mails end it.
    expect(await leaveByToken(db, 'leave Erika.Muster@alt.example', { now, way: 'one-click', hashOf, consentOf })).toBe(
      'left',
    );
    expect(Object.keys(await statuses(db))).toEqual(['nora@nicht-alt.example', 'paul@neu.example']);
  });

  test('a trial says the same and changes nothing', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'erika@alt.example');
    const tried = await tryRenaming(db, rename, parts);
    expect(Object.keys(await statuses(db))).toEqual(['erika@alt.example']);
    expect(await db.selectFrom('domainRename').selectAll().execute()).toEqual([]);
    expect(await renameDomain(db, rename, parts)).toEqual(tried);
  });

  test('nothing else of a proof can be changed, as before', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'erika@alt.example');
    await renameDomain(db, rename, parts);
    await expect(db.updateTable('consent').set({ confirmedAt: now }).execute()).rejects.toThrow(
      'proofs are never changed',
    );
    await expect(db.updateTable('consent').set({ source: 'import' }).execute()).rejects.toThrow(
      'proofs are never changed',
    );
  });

  test('whoever is known under both names becomes one, in the stricter state', async () => {
    const db = await emptyDatabase();
    for (const name of ['beide', 'alt-pause', 'neu-pause', 'neu-fort', 'alt-fort', 'zurueck']) {
      await subscriber(db, `${name}@alt.example`);
      await subscriber(db, `${name}@neu.example`);
    }
    await pause(db, 'alt-pause@alt.example', 'voll', now);
    await pause(db, 'neu-pause@neu.example', 'voll', now);
    const leaving = (key: string, at: Moment) => leave(db, key, { now: at, way: 'page', hashOf });
    await leaving('neu-fort@neu.example', '2025-09-02T08:00:00Z');
    await leaving('alt-fort@alt.example', '2025-09-02T08:00:00Z');
    await leaving('zurueck@neu.example', '2025-09-02T08:00:00Z');
    await subscriber(db, 'zurueck@neu.example', 'second time', '2025-09-03T08:00:00Z');
    expect(await renameDomain(db, rename, parts)).toMatchObject({ left: 2 });
    expect(await statuses(db)).toEqual({
      'alt-pause@neu.example': 'paused',
      'beide@neu.example': 'active',
      'neu-pause@neu.example': 'paused',
      'zurueck@neu.example': 'active',
    });
    const ended = await db
      .selectFrom('withdrawal')
      .select(['withdrawnAt', 'way'])
      .where('consent', '=', 'neu-fort@alt.example')
      .execute();
    expect(ended).toEqual([{ withdrawnAt: '2025-09-02T08:00:00Z', way: 'page' }]);
    // Both links of the one that is left lead to it.
    for (const token of ['leave beide@alt.example', 'leave beide@neu.example'].slice(0, 1)) {
      expect(await leaveByToken(db, token, { now, way: 'page', hashOf, consentOf })).toBe('left');
    }
  });

  test('leavers stay gone under the new name, also those of whom nothing is left but a hash', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'fort@alt.example');
    await subscriber(db, 'weg@alt.example');
    await leave(db, 'fort@alt.example', { now: '2025-09-02T08:00:00Z', way: 'page', hashOf });
    await erasePerson(db, secret, address('weg@alt.example'), { now: '2025-09-02T08:00:00Z', withProofs: true });
    await renameDomain(db, rename, parts);
    const row = (email: string, index: number): CsvRow => ({
      ...(Object.fromEntries(csvColumns.map((name) => [name, ''])) as Omit<CsvRow, 'line' | 'lastLine'>),
      email,
      status: 'active',
      consentText: 'Ich möchte das Blatt.',
      confirmedAt: '2025-01-01T08:00:00Z',
      line: index + 2,
      lastLine: index + 2,
    });
    const rows = ['fort@neu.example', 'weg@neu.example', 'weg@alt.example', 'frisch@alt.example'].map(row);
    const index = listIndex();
    onTestFinished(() => index.close());
    async function* list() {
      yield* rows;
    }
    await indexList(list(), index, db, secret);
    const planned = await Array.fromAsync(planImport(list(), index, db, secret, Temporal.Instant.from(now)));
    const steps = planned.flatMap((line) => ('step' in line ? line.step : []));
    const mistakes = planned.filter((line) => 'mistake' in line);
    expect(steps.map(({ kind, address: whom }) => [kind, whom?.email])).toEqual([
      ['kept-out', 'fort@neu.example'],
      ['kept-out', 'weg@neu.example'],
      ['add', 'frisch@neu.example'],
    ]);
    // Two names of one person in a list.
    expect(mistakes).toEqual([{ line: 4, lastLine: 4, mistake: 'twice' }]);
    // Only their own new consent brings them back, under either name.
    expect((await currentAddress(db, address('weg@alt.example'))).email).toBe('weg@neu.example');
    await subscriber(db, 'weg@neu.example', 'again', '2025-09-03T08:00:00Z');
    expect(await leaverUnderAnyName(db, 'weg@neu.example', hashOf)).toBeUndefined();
  });

  test('whoever leaves afterwards is gone from a backup of before too', async () => {
    const [db, backup] = [await emptyDatabase(), await emptyDatabase()];
    for (const one of [db, backup]) await subscriber(one, 'erika@alt.example');
    await renameDomain(db, rename, parts);
    await leave(db, 'erika@neu.example', { now, way: 'page', hashOf });
    expect(await applyLeavers(backup, await leavers(db, '', 100), hashOf)).toEqual({ left: 1, proofs: 0 });
    expect(await statuses(backup)).toEqual({});
  });

  test('erasing takes the note along', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'erika@alt.example');
    await renameDomain(db, rename, parts);
    const current = await currentAddress(db, address('erika@alt.example'));
    await erasePerson(db, secret, current, { now, withProofs: true });
    expect(await db.selectFrom('formerAddress').selectAll().execute()).toEqual([]);
    expect(await subscriberOf(db, 'erika@neu.example')).toBeUndefined();
  });

  test('names follow each other, and lead back', async () => {
    const db = await emptyDatabase();
    await subscriber(db, 'erika@alt.example');
    await renameDomain(db, rename, parts);
    await renameDomain(db, { formerDomain: 'neu.example', domain: 'neuer.example' }, parts);
    expect((await currentAddress(db, address('Erika@alt.example'))).email).toBe('Erika@neuer.example');
    expect(await formerAddressesOf(db, 'erika@neuer.example')).toHaveLength(2);
    await renameDomain(db, { formerDomain: 'neuer.example', domain: 'alt.example' }, parts);
    expect(Object.keys(await statuses(db))).toEqual(['erika@alt.example']);
    expect((await currentAddress(db, address('a@neu.example'))).email).toBe('a@alt.example');
    expect((await currentAddress(db, address('a@alt.example'))).email).toBe('a@alt.example');
  });
});
