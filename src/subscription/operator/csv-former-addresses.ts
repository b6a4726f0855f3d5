import { parseAddress } from '../../model/mail-address.ts';
import type { Moment } from '../../store/schema.ts';
import type { CsvRow } from './csv.ts';
import { pastMoment } from './csv-moment.ts';

/** The addresses for which a proof was given, with the moments of their renaming; what isn't such a pair is left out. */
export function formerAddressesIn(
  { formerAddresses }: Pick<CsvRow, 'formerAddresses'>,
  now: Temporal.Instant,
): { email: string; renamedAt: Moment }[] {
  return [...formerAddresses.matchAll(/(\S+)\s+(\S+)/g)].flatMap(([, address = '', moment = '']) => {
    const email = parseAddress(address)?.email;
    const renamedAt = pastMoment(moment, now);
    return email !== undefined && renamedAt !== undefined ? [{ email, renamedAt }] : [];
  });
}
