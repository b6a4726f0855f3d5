/**
 * The organisation's looks as a style sheet, `/haus.css`: pages hold no style of their own (Content-Security-Policy).
 */
import { type HouseLook, type Palette, paletteOf } from '../model/palette.ts';

/**
 * All colours, for light and dark, in the layer `house`. `layers` says in which order the layers apply: whichever sheet a
 * browser loads first, the organisation's rules come after the product's own. `rules` are what a theme changes besides, and the place of a logo.
 */
export function houseStyle(look: HouseLook, layers: string, rules: string): string {
  const palette = paletteOf(look);
  const dark = `@media (prefers-color-scheme:dark){${roles(palette, 'dark')}}`;
  return `${layers}@layer house{${roles(palette, 'light')}${dark}}\n${rules}`;
}

function roles(palette: Palette, scheme: 'light' | 'dark'): string {
  return `:root{${Object.entries(palette)
    .map(([role, shades]) => `--color-${role}:${shades[scheme]}`)
    .join(';')}}`;
}
