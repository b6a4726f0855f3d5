import { wcagContrast } from 'culori';
import { z } from 'zod';
import { coloursHelp } from '../words/fields/site.ts';
import { finding } from '../words/problems.ts';
import { described, refuse } from './field.ts';

/** The papers that text and controls stand on, as in styles/tokens.css and styles/themes/; a test keeps them equal. */
export const papers = {
  kurrende: { light: ['#fbfaf6', '#f1eee5'], dark: ['#17191c', '#212429'] },
  kern: { light: ['#ffffff', '#f3f4f8'], dark: ['#131525', '#1f2235'] },
} as const;

export const themes = ['kurrende', 'kern'] as const;
export type Theme = (typeof themes)[number];

/** Least contrast of text, WCAG 1.4.3; it covers the 3:1 of controls (WCAG 1.4.11) as well. */
const leastContrast = 4.5;

/** `#0b5268`. */
const hexColour = z.string().superRefine((text, context) => {
  if (!/^#[0-9a-f]{6}$/i.test(text)) refuse(context, finding('notAColour', { text }));
});

/** The organisation's colour for links, the current week and focus: one for light and one for dark paper. */
export const houseColoursSchema = z.strictObject(described({ light: hexColour, dark: hexColour }, coloursHelp));
export type HouseColours = z.output<typeof houseColoursSchema>;

/** The contrast of a colour against the paper on which it is hardest to read, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOnPaper(colour: string, theme: Theme, scheme: 'light' | 'dark'): number {
  return Math.min(...papers[theme][scheme].map((paper) => wcagContrast(colour, paper)));
}

/** Refuses house colours that can't be read on the papers of the theme. */
export function checkContrast(colours: HouseColours, theme: Theme, context: z.RefinementCtx): void {
  for (const scheme of ['light', 'dark'] as const) {
    const contrast = contrastOnPaper(colours[scheme], theme, scheme);
    if (contrast >= leastContrast) continue;
    refuse(context, finding('contrastTooLow', { colour: colours[scheme], contrast, least: leastContrast, scheme }), [
      'colours',
      scheme,
    ]);
  }
}
