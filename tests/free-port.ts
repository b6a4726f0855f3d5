import { randomInt } from 'node:crypto';
import getPort from 'get-port';

/**
 * A port on loopback that is free, for a process that takes a while to listen on it. One at random, because other tests
 * look for one at the same time, and below those that systems hand out by themselves.
 */
export function freePort(): Promise<number> {
  return getPort({ host: '127.0.0.1', port: Array.from({ length: 20 }, () => randomInt(10_000, 32_000)) });
}
