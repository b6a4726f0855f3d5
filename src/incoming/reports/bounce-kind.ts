import { failureAt } from '../../sending/outcome.ts';
import type { BounceKind, DeliveryFailure } from '../../store/schema.ts';
import { saysAddressIsWrong, saysGaveUp, saysMailIsUnwanted } from './phrases.ts';
import type { RecipientStatus } from './recipient-status.ts';

/**
 * What is said of a recipient as a kind; undefined where the mail did arrive (RFC 3464 has reports of that too). An
 * address counts as gone by a code only, never by words: the same rule as on the wire.
 */
export function bounceKind({ action, status, said }: RecipientStatus): BounceKind | undefined {
  if (['delivered', 'relayed', 'expanded'].includes(action)) return undefined;
  if (action === 'delayed') return 'late';
  const code = [status, ...codesIn(said)].find((one) => one !== '' && !/^\d\.0\.0$/.test(one)) ?? status;
  if (code.startsWith('2')) return undefined;
  if (code.startsWith('4')) return 'soft';
  // Of the rest some servers say more in words: 5.0.0, 5.3.0, 5.5.0.
  const isExact = /^5\.(?:[12]|7)\./.test(code) && !/^5\.1\.0$/.test(code);
  if (isExact) return kinds[failureAt(code)];
  if (/^5\.4\.(?:4|310)$/.test(code) || /recipient address rejected: access denied/i.test(said)) return 'refused';
  const reply = Number(/(?<![\d.])[245]\d\d(?=[ -])/.exec(said)?.[0] ?? 0);
  if (saysMailIsUnwanted(said)) return 'message';
  if (saysAddressIsWrong(said)) return 'refused';
  if (code === '' && reply >= 400 && reply < 500) return 'soft';
  if (saysGaveUp(said)) return 'soft';
  if (!/^5\.[3-6]\.[1-9]/.test(code) && [550, 551, 553].includes(reply)) return 'refused';
  return code !== '' || reply >= 500 ? 'message' : 'unclear';
}

const kinds: Record<Exclude<DeliveryFailure, 'given-up'>, BounceKind> = {
  'address-gone': 'gone',
  'address-refused': 'refused',
  'message-refused': 'message',
};

/** Codes of RFC 3463 in words, and no IP addresses. */
const codesIn = (said: string) => said.match(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g) ?? [];
