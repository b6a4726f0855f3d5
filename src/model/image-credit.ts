import { z } from 'zod';
import { type Finding, finding } from '../words/problems.ts';
import { evenIfIncomplete, fileBeside, isRecord, line, refuse, webAddress } from './field.ts';
import type { FieldFinding } from './problem.ts';

/**
 * A picture and whose it is (§ 13 UrhG). Either its file is published, then it needs an alternative text
 * (WCAG 1.1.1) or `decorative`; or it is `withheld` for a reason, then only the credit counts.
 */
export const imageSchema = z
  .strictObject({
    file: fileBeside.optional(),
    alt: line.optional(),
    decorative: z.boolean().optional(),
    /** Why the original is not published here, as a sentence for editors. */
    withheld: line.optional(),
    /** The credit as its holder demands it, without ©: `AdobeStock/heidepinkall`. */
    credit: line.optional(),
    creator: line.optional(),
    licence: line.optional(),
    licenceUrl: webAddress.optional(),
    sourceUrl: webAddress.optional(),
    caption: line.optional(),
  })
  .superRefine((image, context) => {
    const problem = (path: string, found: Finding) => refuse(context, found, [path]);
    if (!image.credit) problem('credit', finding('creditMissing', {}));
    if (image.withheld) return;
    if (!image.file) problem('file', finding('imageFileMissing', {}));
    if (!image.alt && !image.decorative) problem('alt', finding('altMissing', {}));
    if (image.alt && image.decorative) problem('decorative', finding('altAndDecorative', {}));
  }, evenIfIncomplete);

export type Image = z.output<typeof imageSchema>;

/** Warnings about pictures as they stand in front matter, checked or not yet. */
export function adviseOnImages(data: { image?: unknown; pictures?: unknown }): FieldFinding[] {
  const pictures = Array.isArray(data.pictures) ? data.pictures : [];
  const placed = [
    { path: ['image'], image: data.image },
    ...pictures.map((image, index) => ({ path: ['pictures', index], image })),
  ];
  return placed
    .filter(({ image }) => isRecord(image) && image.withheld !== undefined && image.licence === undefined)
    .map(({ path }) => ({ path: [...path, 'licence'], finding: finding('withheldLicenceUnknown', {}) }));
}
