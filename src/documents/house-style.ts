/** The organisation's colours as a style sheet, `/haus.css`: pages hold no style of their own (Content-Security-Policy). */
import type { Site } from '../model/library.ts';

/** `themeRules` are the rules of the chosen theme, none for the product's own. */
export function houseStyle({ colours }: Pick<Site, 'colours'>, themeRules: string): string {
  const house = colours ? `@layer tokens{:root{--house:${colours.light};--house-night:${colours.dark}}}\n` : '';
  return themeRules + house;
}
