import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawingColours, lightPalette } from '../../src/images/house-colours.ts';

it('drawings have the colours of the light pages', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  expect(lightPalette).toEqual({
    paper: token('paper'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    accent: token('house'),
  });
});

it('and the colour of the house, where it has one', () => {
  expect(drawingColours({ colours: { light: '#7a1f3d', dark: '#ffffff' } }).accent).toBe('#7a1f3d');
  expect(drawingColours({})).toEqual(lightPalette);
});
