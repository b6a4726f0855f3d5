/** Of whom there is a proof or a request, one page after the other. */
import type { Database, Moment } from '../schema.ts';

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

/** Whose consent or request this is; undefined where it is gone. */
export async function personOf(db: Database, id: string): Promise<KnownPerson | undefined> {
  const consent = await db
    .selectFrom('consent')
    .select(['addressKey', 'confirmedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (consent) return consent;
  const request = await db.selectFrom('request').select('addressKey').where('id', '=', id).executeTakeFirst();
  return request && { ...request, confirmedAt: '' };
}
