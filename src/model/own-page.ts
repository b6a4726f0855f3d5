import { z } from 'zod';
import { ownPageHelp } from '../words/fields/page.ts';
import { ownPageForm } from '../words/forms/page.ts';
import { placeholders } from '../words/templates.ts';
import { placeholdersIn } from './article.ts';
import { daySchema } from './day.ts';
import { exampleMark } from './example.ts';
import { described, prose } from './field.ts';
import type { FieldFinding } from './problem.ts';

/** Front matter of a page of the organisation's own, `content/seiten/ueber-uns.md`; its address is the file's name. */
export const ownPageSchema = z.strictObject(
  described(
    {
      title: prose,
      description: prose.max(400),
      showIn: z.enum(['menu', 'footer']).optional(),
      updatedOn: daySchema.optional(),
      draft: z.boolean().default(false),
      example: exampleMark,
    },
    ownPageHelp,
    ownPageForm,
  ),
);

export type OwnPageFrontMatter = z.output<typeof ownPageSchema>;

/** What else is to be said of a page's front matter, checked or not yet: templates of articles are copied for pages. */
export function adviseOnOwnPage(data: Record<string, unknown>): FieldFinding[] {
  return placeholdersIn(data, { title: placeholders.articleTitle, description: placeholders.summary });
}
