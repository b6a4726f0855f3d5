/** What a build hands to the page that it makes. A preview reads for itself. */
import type { Handed } from '../build/compiled-pages.ts';

let current: Handed | undefined;

/** What the page that is made now is handed. Throws in a preview, where nothing is. */
export function handed(): Handed {
  if (!current) throw new Error('a page was asked for before anything was handed to it');
  return current;
}

/** Hands this to the page that is made now, or nothing where none is. Pages are made one after the other. */
export function hand(given: Handed | undefined): void {
  current = given;
}
