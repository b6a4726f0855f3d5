/** Telephone numbers as people write them, as addresses that a telephone can dial. */

import type { FactValue } from './facts.ts';

/** Digits and what parts them; `0441 9714-0 oder -10` would dial another's number. */
const onlyNumber = /^[\d\s+()/.\p{Pd}]+$/u;

/** The longest number after the country code and its plus, ITU-T E.164. */
const mostDigits = 15;

/**
 * The `tel:` address (RFC 3966, global form) of a number in German or international notation:
 * `0441 9714-100` and `+49 (0)441 9714100` give `tel:+494419714100`. Undefined for what has no area code
 * (a local number dials somewhere else elsewhere), for more than one number, and for words beside it.
 */
export function telephoneAddress(written: string): string | undefined {
  if (!onlyNumber.test(written)) return undefined;
  const digits = written.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  const international = digits.replace(/^00/, '+').replace(/^0(?=[1-9])/, '+49');
  return /^\+[1-9]\d+$/.test(international) && international.length - 1 <= mostDigits
    ? `tel:${international}`
    : undefined;
}

/** A number as it stands on a page or in a mail: never broken at the end of a line, and to be dialled where that is safe. */
export function telephoneFact(written: string): FactValue {
  const text = onlyNumber.test(written) ? written.replace(/\s+/g, '\u00A0') : written;
  return { text, href: telephoneAddress(written) };
}
