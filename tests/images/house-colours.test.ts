import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { houseColours } from '../../src/images/house-colours.ts';

it('drawings have the colours of the light pages', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  expect(houseColours).toEqual({
    paper: token('paper'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    accent: token('petrol'),
  });
});
