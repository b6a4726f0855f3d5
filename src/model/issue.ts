import { z } from 'zod';
import { issueHelp } from '../words/fields/issue.ts';
import { issueForm } from '../words/forms/issue.ts';
import { finding } from '../words/problems.ts';
import { placeholders } from '../words/templates.ts';
import { formerAddress, placeholdersIn } from './article.ts';
import { described, evenIfIncomplete, prose, refuse } from './field.ts';
import { idSchema } from './identifier.ts';
import { adviseOnImages, imageSchema } from './image-credit.ts';
import type { FieldFinding } from './problem.ts';
import { releaseSchema } from './release.ts';
import { styleExceptionSchema } from './style.ts';

/** Front matter of an issue's `index.md`; week and year are its folder's name. */
export const issueSchema = z
  .strictObject(
    described(
      {
        id: idSchema,
        title: prose,
        publishedOn: releaseSchema.optional(),
        mailing: z.boolean().default(false),
        lead: prose,
        draft: z.boolean().default(false),
        image: imageSchema.optional(),
        pictures: z.array(imageSchema).default([]),
        formerAddresses: z.array(formerAddress).default([]),
        styleExceptions: z.array(styleExceptionSchema).default([]),
      },
      issueHelp,
      issueForm,
    ),
  )
  .superRefine(({ mailing, publishedOn }, context) => {
    // A mail goes out by day, when somebody can answer.
    if (mailing && !publishedOn?.includes('T')) refuse(context, finding('mailingWithoutTime', {}), ['mailing']);
  }, evenIfIncomplete);

export type IssueFrontMatter = z.output<typeof issueSchema>;

/** What else is to be said of an issue's front matter, checked or not yet. */
export function adviseOnIssue(data: Record<string, unknown>): FieldFinding[] {
  return [
    ...placeholdersIn(data, { title: placeholders.issueTitle, lead: placeholders.lead }),
    ...adviseOnImages(data),
  ];
}
