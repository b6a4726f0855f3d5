import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Tables } from '../schema.ts';

/**
 * That the recipient of a delivery still gets mail: neither left nor paused. Who looks for recipients behind `after` says so
 * here too: PostgreSQL reads both tables in their order, and would begin with the first subscriber each time.
 */
export function isToActive(db: Database, after?: string): Expression<SqlBool> {
  return expressionBuilder<Tables, 'delivery'>().exists(
    db
      .selectFrom('subscriber')
      .select('id')
      .where('subscriber.id', '=', sql.ref<string>('delivery.recipient'))
      .where('status', '=', 'active')
      .$if(after !== undefined, (query) => query.where('subscriber.id', '>', after ?? '')),
  );
}
