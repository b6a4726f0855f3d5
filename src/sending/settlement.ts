import { toMoment } from '../store/moments.ts';
import type { Settlement } from '../store/queries/delivery-notes.ts';
import type { DeliveryState } from '../store/schema.ts';
import type { MailingParts } from './mailing-parts.ts';
import type { Outcome } from './outcome.ts';

/** Pauses between the tries of one that is put off, and rests while the server puts off everybody. */
export const retryPauses = [1, 5, 15, 30, 60].map((minutes) => Temporal.Duration.from({ minutes }));

/** What an outcome makes of a delivery that was tried so many times. */
export function settlementOf(
  outcome: Outcome,
  tries: number,
  { now, pauses }: Pick<MailingParts, 'now' | 'pauses'>,
): Settlement {
  const settled = (state: DeliveryState & Settlement['state'], more: Partial<Settlement> = {}): Settlement => ({
    state,
    ...('reply' in outcome && outcome.reply && { reply: outcome.reply }),
    ...more,
  });
  switch (outcome.kind) {
    case 'accepted':
      return settled('accepted');
    case 'refused':
      return settled('failed', { failure: outcome.failure });
    case 'deferred': {
      const pause = pauses[tries - 1];
      if (!pause) return settled('failed', { failure: 'given-up' });
      return settled('queued', { nextAttemptAt: toMoment(now().add(pause)) });
    }
    case 'unknown':
      return settled('unknown');
    case 'unsent':
    case 'sender-refused':
      return settled('queued', { isUntried: true });
  }
}
