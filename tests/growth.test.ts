import { expect, test } from 'vitest';
import { growth, linear } from './growth.ts';

const once = (size: number) => Array.from({ length: size }, (_, n) => String(n)).join('');

test('work that grows with the length is told from work that grows with its square', async () => {
  expect(await growth(100_000, once)).toBeLessThan(linear);
  const forEach = (size: number) => {
    for (let n = 0; n < size; n += 100) once(size);
  };
  expect(await growth(8_000, forEach)).toBeGreaterThan(linear);
});
