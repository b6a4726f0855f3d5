import { z } from 'zod';
import { houseStyleHelp, styleExceptionHelp } from '../words/fields/style.ts';
import { houseStyleForm, styleExceptionForm } from '../words/forms/style.ts';
import { type GenderForm, genderFormWords } from '../words/problems/style.ts';
import { styleRuleNames } from '../words/problems.ts';
import { described, line } from './field.ts';

/** What a house has decided about its style: the check's hints go by it. */
export const houseStyleSchema = z.strictObject(
  described(
    {
      gender: z.enum(Object.keys(genderFormWords) as GenderForm[]).optional(),
      /** Abbreviations and names that readers of the house know. */
      words: z.array(line).default([]),
    },
    houseStyleHelp,
    houseStyleForm,
  ),
);

/** A hint that doesn't hold for a text, and why: for whoever reads the file next. */
export const styleExceptionSchema = z.strictObject(
  described({ rule: z.enum(styleRuleNames), reason: line }, styleExceptionHelp, styleExceptionForm),
);
