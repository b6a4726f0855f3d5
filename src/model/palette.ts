/** The colours of site, mails, drawings and sign, by what they are for: all of them take theirs from here. */
import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import { z } from 'zod';
import { coloursHelp } from '../words/fields/site.ts';
import { coloursForm } from '../words/forms/site.ts';
import { finding } from '../words/problems.ts';
import { described, refuse } from './field.ts';

export const themes = ['kurrende', 'kern'] as const;
export type Theme = (typeof themes)[number];

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** A colour on light paper and its counterpart on dark, as `#0b5268`. */
type Shades = Record<Scheme, string>;

/**
 * What there are colours for. `page` and `raised` are the papers that all else stands on; `quiet` is text that steps
 * back; `line` parts, `edge` is the border of something to use; `accent` is the colour of the house: links, focus, the
 * current week.
 */
export type Palette = Record<'page' | 'raised' | 'text' | 'quiet' | 'line' | 'edge' | 'accent' | 'error', Shades>;

const kurrende: Palette = {
  page: { light: '#fbfaf6', dark: '#17191c' },
  raised: { light: '#f1eee5', dark: '#212429' },
  text: { light: '#1b1a18', dark: '#ece9e2' },
  quiet: { light: '#57534b', dark: '#b6b1a7' },
  line: { light: '#d8d3c6', dark: '#3d4148' },
  edge: { light: '#7d776b', dark: '#8b9098' },
  accent: { light: '#0b5268', dark: '#93cbe0' },
  error: { light: '#9b1c1c', dark: '#f2b1a8' },
};

/**
 * The values of KERN, the administration's design system (version 2.7.2, gitlab.opencode.de/kern-ux, EUPL-1.2); only
 * values are taken over, no code.
 */
const kern: Palette = {
  ...kurrende,
  page: { light: '#ffffff', dark: '#131525' },
  raised: { light: '#f3f4f8', dark: '#1f2235' },
  text: { light: '#131525', dark: '#f3f4f8' },
  quiet: { light: '#51577a', dark: '#b9bed3' },
  line: { light: '#d6d9e6', dark: '#3b4060' },
  edge: { light: '#6e7597', dark: '#8b91b0' },
  accent: { light: '#2044aa', dark: '#a9bdf5' },
};

const palettes: Record<Theme, Palette> = { kurrende, kern };

/** What an organisation sets of its looks. */
export interface HouseLook {
  theme: Theme;
  colours?: HouseColours | undefined;
}

/** The colours of an organisation: those of its theme, with its own as the accent if it has set them. */
export function paletteOf({ theme, colours }: HouseLook): Palette {
  return { ...palettes[theme], ...(colours && { accent: colours }) };
}

/** `#0b5268`. */
const hexColour = z.string().superRefine((text, context) => {
  if (!/^#[0-9a-f]{6}$/i.test(text)) refuse(context, finding('notAColour', { text }));
});

/** The organisation's colour for links, the current week and focus: one for light and one for dark paper. */
export const houseColoursSchema = z.strictObject(
  described({ light: hexColour, dark: hexColour }, coloursHelp, coloursForm),
);
export type HouseColours = z.output<typeof houseColoursSchema>;

/** Least contrast of text, WCAG 1.4.3; it covers the 3:1 of controls (WCAG 1.4.11) as well. */
const leastContrast = 4.5;

/** The contrast of a colour against the paper on which it is hardest to read, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOnPaper(colour: string, theme: Theme, scheme: Scheme): number {
  const { page, raised } = palettes[theme];
  return Math.min(...[page, raised].map((paper) => wcagContrast(colour, paper[scheme])));
}

const toOklch = converter('oklch');
const lightnessStep = 0.001;

/**
 * The colour that can be read on the papers of a theme and is nearest to `colour`: the same hue, only so much darker on
 * light paper or lighter on dark as it takes (lightness of OKLCH), its chroma within what screens show.
 */
export function nearestReadable(colour: string, theme: Theme, scheme: Scheme): string {
  const start = toOklch(colour);
  if (!start) throw new TypeError(`no colour: ${colour}`);
  const step = scheme === 'light' ? -lightnessStep : lightnessStep;
  let readable = colour;
  for (let l = start.l; contrastOnPaper(readable, theme, scheme) < leastContrast; l += step) {
    readable = formatHex(clampChroma({ ...start, l }, 'oklch'));
  }
  return readable;
}

/** Refuses house colours that can't be read on the papers of the theme. */
export function checkContrast(colours: HouseColours, theme: Theme, context: z.RefinementCtx): void {
  for (const scheme of schemes) {
    const colour = colours[scheme];
    const contrast = contrastOnPaper(colour, theme, scheme);
    if (contrast >= leastContrast) continue;
    const nearest = nearestReadable(colour, theme, scheme);
    refuse(context, finding('contrastTooLow', { colour, contrast, least: leastContrast, scheme, nearest }), [
      'colours',
      scheme,
    ]);
  }
}
