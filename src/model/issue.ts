import { z } from 'zod';
import { formerAddress } from './article.ts';
import { daySchema } from './day.ts';
import { line } from './field.ts';
import { idSchema } from './identifier.ts';
import { imageSchema } from './image-credit.ts';

/** Front matter of an issue's `index.md`; week and year are its folder's name. */
export const issueSchema = z.strictObject({
  id: idSchema,
  title: line,
  /** Default: the Thursday of the week. */
  publishedOn: daySchema.optional(),
  lead: line,
  draft: z.boolean().default(false),
  image: imageSchema.optional(),
  pictures: z.array(imageSchema).default([]),
  formerAddresses: z.array(formerAddress).default([]),
});

export type IssueFrontMatter = z.output<typeof issueSchema>;
