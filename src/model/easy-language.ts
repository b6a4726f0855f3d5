import { z } from 'zod';
import { daySchema } from './day.ts';
import { exampleMark } from './example.ts';
import { line } from './field.ts';

/** Front matter of `content/legal/leichte-sprache.md`, a page that a site may have or not. */
export const easyLanguageSchema = z.strictObject({
  title: line,
  updatedOn: daySchema,
  example: exampleMark,
  /** Who of the people that it is written for has tried it (DIN SPEC 33429). */
  testedBy: line.optional(),
});

export type EasyLanguageFrontMatter = z.output<typeof easyLanguageSchema>;
