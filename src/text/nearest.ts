import { closest, distance } from 'fastest-levenshtein';

/** The most similar of `known`, unless nothing is similar enough to be meant. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(text.toLowerCase(), known as string[]);
  return distance(text.toLowerCase(), candidate.toLowerCase()) <= Math.max(2, text.length * 0.4)
    ? candidate
    : undefined;
}
