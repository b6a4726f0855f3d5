import { z } from 'zod';
import { logoHelp } from '../words/fields/site.ts';
import { logoForm } from '../words/forms/site.ts';
import { finding } from '../words/problems.ts';
import { tellsNothing } from './alternative-text.ts';
import { described, fileBeside, prose, refuse } from './field.ts';
import type { PublishedLogo } from './picture.ts';

/** A drawing as SVG is sharp everywhere; PNG and JPEG are what else houses have. */
const logoFile = fileBeside.superRefine((file, context) => {
  if (!/\.(?:svg|png|jpe?g)$/i.test(file)) refuse(context, finding('logoType', { file }));
});

/** The logo of the organisation, in files that lie beside `site.md`. It is the house's own and needs no credit. */
export const logoSchema = z.strictObject(
  described(
    {
      file: logoFile,
      alt: prose.superRefine((alt, context) => {
        if (tellsNothing(alt)) refuse(context, finding('logoAltSaysNothing', { alt }));
      }),
      dark: logoFile.optional(),
    },
    logoHelp,
    logoForm,
  ),
);

type LogoFrontMatter = z.output<typeof logoSchema>;

/** One of each: for light surroundings and, if there is one, for dark. */
interface LightAndDark<Value> {
  light: Value;
  dark?: Value;
}

export interface Logo extends LogoFrontMatter {
  /** Where the files lie on disk. */
  originals: LightAndDark<string>;
  /** What is shown. Put here by images/prepare, before anything is written. */
  shown?: LightAndDark<PublishedLogo>;
}

/** As much room as 120 × 40 pixels: logos of all shapes look equally large. */
const area = 4800;
const highest = 56;
const widest = 240;

/** How large a logo of these proportions is shown, in CSS pixels. */
export function logoSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const ratio = width / height;
  const shown = Math.min(highest, Math.sqrt(area / ratio), widest / ratio);
  return { width: Math.max(1, Math.round(shown * ratio)), height: Math.max(1, Math.round(shown)) };
}
