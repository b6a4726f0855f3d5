import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Tables } from '../schema.ts';

/** That the recipient of a delivery still gets mail: neither left nor paused. */
export function isToActive(db: Database): Expression<SqlBool> {
  return expressionBuilder<Tables, 'delivery'>().exists(
    db
      .selectFrom('subscriber')
      .select('id')
      .where('subscriber.id', '=', sql.ref<string>('delivery.recipient'))
      .where('status', '=', 'active'),
  );
}
