import type { Database, DeliveryState, Moment } from '../schema.ts';

/** What became of one issue at one address. */
export interface DeliveryRecord {
  /** `2025-kw33`. */
  issue: string;
  state: DeliveryState;
  settledAt: Moment | null;
  messageId: string | null;
  /** The server's last answer, its code included. */
  replyText: string | null;
}

/** Every issue that was sent, or was to be sent, to an address, the oldest first. */
export function deliveriesOf(db: Database, addressKey: string): Promise<DeliveryRecord[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('consent', 'consent.id', 'delivery.recipient')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .select([
      'mailing.issueKey as issue',
      'delivery.state',
      'delivery.settledAt',
      'delivery.messageId',
      'delivery.replyText',
    ])
    .where('consent.addressKey', '=', addressKey)
    .orderBy('mailing.startedAt')
    .execute();
}
