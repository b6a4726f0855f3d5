import { closest, distance } from 'fastest-levenshtein';

/** The most similar of `known`, unless nothing is similar enough to be meant. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(text.toLowerCase(), known as string[]);
  const differing = distance(text.toLowerCase(), candidate.toLowerCase());
  // Of two letters none of which is right nobody can tell what was meant.
  return differing < text.length && differing <= Math.max(2, text.length * 0.4) ? candidate : undefined;
}
