import { vi } from 'vitest';

/**
 * Waits until `look` gives something true, and gives that. However slow a machine is, it may take its time: the limit is
 * there for what never comes, and shorter than that of a test, so that the report says what was waited for.
 */
export function until<T>(look: () => T | Promise<T>): Promise<Awaited<T>> {
  return vi.waitUntil(look, { timeout: 90_000, interval: 20 }) as Promise<Awaited<T>>;
}
