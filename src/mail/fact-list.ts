/** Values of a fact in one line. */
import type { FactValue } from '../views/parts/facts.ts';

/** What parts the values: a semicolon where one has a sentence behind it, in which commas may stand. */
export function separatorOf(values: readonly FactValue[]): string {
  return values.some(({ description }) => description) ? '; ' : ', ';
}
