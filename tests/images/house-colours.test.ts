import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawingColours } from '../../src/images/house-colours.ts';

const sheets = { kurrende: 'tokens.css', kern: 'themes/kern.css' } as const;

it.each(Object.entries(sheets))('drawings have the colours of the light pages of the theme %s', (theme, sheet) => {
  const rules = readFileSync(join(import.meta.dirname, '../../src/styles', sheet), 'utf8');
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(rules)?.[1];
  expect(drawingColours({ theme: theme as keyof typeof sheets })).toEqual({
    paper: token('paper'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    accent: token('house'),
  });
});

it('an organisation that has a colour of its own sees it in the drawings', () => {
  const colours = { light: '#7a0019', dark: '#ffb3c1' };
  expect(drawingColours({ theme: 'kurrende', colours }).accent).toBe('#7a0019');
});
