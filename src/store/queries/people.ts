/** Of whom there is a proof or a request, one page after the other. */
import type { Database, Moment } from '../schema.ts';
import { among } from './listed.ts';

export interface KnownPerson {
  addressKey: string;
  /** The consent; `''` if there is only a request. */
  confirmedAt: Moment;
}

const most = 1000;

/** The ids of all requests, then of all consents, each with its address: no list is held. */
export async function* everyone(db: Database): AsyncGenerator<{ id: string; addressKey: string }> {
  for (const table of ['request', 'consent'] as const) {
    for (let after = ''; ; ) {
      const page = await db
        .selectFrom(table)
        .select(['id', 'addressKey'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(most)
        .execute();
      yield* page;
      if (page.length < most) break;
      after = page.at(-1)?.id ?? '';
    }
  }
}

/** Whose consents or requests these are, by id; those that are gone are left out. */
export async function peopleAmong(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  const requests = await db
    .selectFrom('request')
    .select(['id', 'addressKey'])
    .where(among(db, 'id', ids))
    .execute();
  const consents = await db
    .selectFrom('consent')
    .select(['id', 'addressKey', 'confirmedAt'])
    .where(among(db, 'id', ids))
    .execute();
  const people = new Map<string, KnownPerson>();
  for (const { id, addressKey } of requests) people.set(id, { addressKey, confirmedAt: '' });
  for (const { id, ...person } of consents) people.set(id, person);
  return people;
}
