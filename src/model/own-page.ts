import { z } from 'zod';
import { placeholders } from '../words/templates.ts';
import { placeholdersIn } from './article.ts';
import { daySchema } from './day.ts';
import { exampleMark } from './example.ts';
import { prose } from './field.ts';
import type { FieldFinding } from './problem.ts';

/** Front matter of a page of the organisation's own, `content/seiten/ueber-uns.md`; its address is the file's name. */
export const ownPageSchema = z.strictObject({
  title: prose,
  /** One or two sentences for search engines and previews of links. */
  description: prose.max(400),
  /** From where every page links to it; from nowhere without. */
  showIn: z.enum(['menu', 'footer']).optional(),
  /** The last change, shown on the page and told to search engines. */
  updatedOn: daySchema.optional(),
  draft: z.boolean().default(false),
  example: exampleMark,
});

export type OwnPageFrontMatter = z.output<typeof ownPageSchema>;

/** What else is to be said of a page's front matter, checked or not yet: templates of articles are copied for pages. */
export function adviseOnOwnPage(data: Record<string, unknown>): FieldFinding[] {
  return placeholdersIn(data, { title: placeholders.articleTitle, description: placeholders.summary });
}
