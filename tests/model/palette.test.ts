import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { contrastOnPaper, nearestReadable, type Palette, paletteOf, themes } from '../../src/model/palette.ts';

const schemes = ['light', 'dark'] as const;

describe.each(themes.flatMap((theme) => schemes.map((scheme) => ({ theme, scheme }))))(
  'the colours of $theme on $scheme paper',
  ({ theme, scheme }) => {
    const palette = paletteOf({ theme });
    const worst = (role: keyof Palette) =>
      Math.min(...[palette.page, palette.raised].map((paper) => wcagContrast(palette[role][scheme], paper[scheme])));

    it.each(['text', 'quiet', 'accent', 'error'] as const)('%s can be read (WCAG 1.4.3)', (role) => {
      expect(worst(role)).toBeGreaterThanOrEqual(4.5);
    });

    it('the edge of something to use can be seen (WCAG 1.4.11)', () => {
      expect(worst('edge')).toBeGreaterThanOrEqual(3);
    });

    it.each(['#7fb2c4', '#0b5268', '#ffff00', '#0000ff', '#e2001a', '#ffffff', '#000000'])(
      'the colour that is proposed for %s can be read, and is that one if it can be',
      (colour) => {
        const nearest = nearestReadable(colour, theme, scheme);
        expect(contrastOnPaper(nearest, theme, scheme)).toBeGreaterThanOrEqual(4.5);
        if (contrastOnPaper(colour, theme, scheme) >= 4.5) expect(nearest).toBe(colour);
        // No further than it takes.
        else expect(contrastOnPaper(nearest, theme, scheme)).toBeLessThan(4.65);
      },
    );
  },
);

it('an organisation has the colours of its theme, with its own for links, focus and the current week', () => {
  const colours = { light: '#7a0019', dark: '#ffb3c1' };
  const kern = paletteOf({ theme: 'kern' });
  expect(kern.page).toEqual({ light: '#ffffff', dark: '#131525' });
  expect(paletteOf({ theme: 'kern', colours })).toEqual({ ...kern, accent: colours });
});
