import { z } from 'zod';
import { easyLanguageHelp } from '../words/fields/legal.ts';
import { easyLanguageForm } from '../words/forms/legal.ts';
import { daySchema } from './day.ts';
import { exampleMark } from './example.ts';
import { described, line } from './field.ts';

/** Front matter of `content/legal/leichte-sprache.md`, a page that a site may have or not. */
export const easyLanguageSchema = z.strictObject(
  described(
    {
      title: line,
      updatedOn: daySchema,
      example: exampleMark,
      /** Who of the people that it is written for has tried it (DIN SPEC 33429). */
      testedBy: line.optional(),
    },
    easyLanguageHelp,
    easyLanguageForm,
  ),
);

export type EasyLanguageFrontMatter = z.output<typeof easyLanguageSchema>;
