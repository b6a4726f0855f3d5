import { z } from 'zod';
import { inhabitantsHelp, municipalityHelp, softwareHelp, termsHelp, topicHelp } from '../words/fields/terms.ts';
import { inhabitantsForm, municipalityForm, softwareForm, termsForm, topicForm } from '../words/forms/terms.ts';
import { finding } from '../words/problems.ts';
import { termPath } from './address.ts';
import { described, evenIfIncomplete, isRecord, line, prose, refuse, slug, webAddress } from './field.ts';

const term = { slug, description: prose.optional() };

const topicSchema = z.strictObject(described({ name: prose, ...term }, topicHelp, topicForm));

const municipalitySchema = z.strictObject(
  described(
    {
      name: prose,
      ...term,
      seat: line.optional(),
      state: line.optional(),
      inhabitants: z
        .strictObject(
          described(
            { count: z.int().positive(), asOf: line, source: webAddress.optional() },
            inhabitantsHelp,
            inhabitantsForm,
          ),
        )
        .optional(),
      website: webAddress.optional(),
    },
    municipalityHelp,
    municipalityForm,
  ),
);

const softwareSchema = z.strictObject(
  described(
    {
      name: line,
      ...term,
      vendor: line.optional(),
      website: webAddress.optional(),
    },
    softwareHelp,
    softwareForm,
  ),
);

/** `content/terms.yaml`: the words by which articles are found, each with the facts that pages show beside it. */
export const termsSchema = z
  .strictObject(
    described(
      {
        topics: z.array(topicSchema).default([]),
        municipalities: z.array(municipalitySchema).default([]),
        software: z.array(softwareSchema).default([]),
      },
      termsHelp,
      termsForm,
    ),
  )
  .superRefine((terms, context) => {
    for (const kind of ['topics', 'municipalities', 'software'] as const) {
      const owners = new Map<unknown, unknown>();
      const entries: unknown[] = Array.isArray(terms[kind]) ? terms[kind] : [];
      for (const [index, entry] of entries.entries()) {
        if (!isRecord(entry) || entry.slug === undefined) continue;
        if (owners.has(entry.slug)) {
          const facts = { address: termPath(kind, String(entry.slug)), other: `„${owners.get(entry.slug)}“` };
          refuse(context, finding('duplicateAddress', facts), [kind, index, 'slug']);
        } else owners.set(entry.slug, entry.name);
      }
    }
  }, evenIfIncomplete);

export type Topic = z.output<typeof topicSchema>;
export type Municipality = z.output<typeof municipalitySchema>;
export type Software = z.output<typeof softwareSchema>;
export type Terms = z.output<typeof termsSchema>;
