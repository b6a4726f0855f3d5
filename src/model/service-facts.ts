import { z } from 'zod';
import { houseColoursSchema, themes } from './palette.ts';

/** What the form for the Abo says, and by which version of the site. */
const formVersionSchema = z.strictObject({
  /** SHA-256 of all that follows: two forms that differ in anything have different ids. */
  id: z.string(),
  list: z.string(),
  consentText: z.string(),
  consentSha256: z.string(),
  formUrl: z.string(),
  privacyVersion: z.string(),
  siteCommit: z.string().nullable(),
});

export type FormVersion = z.output<typeof formVersionSchema>;

const mailboxSchema = z.strictObject({ name: z.string(), address: z.string() });

/** What the Abo service knows of the site; the build writes it, so that the service needs no content and no site. */
export const serviceFactsSchema = z.strictObject({
  siteUrl: z.string(),
  aboUrl: z.string(),
  title: z.string(),
  publishers: z.array(z.strictObject({ name: z.string() })),
  /** Who the service's mails come from. */
  sender: mailboxSchema,
  /** Who gets answers, and is told when something is wrong. */
  editors: mailboxSchema,
  /** What its mails look like; facts from before it was told are of the product's own theme. */
  theme: z.enum(themes).default('kurrende'),
  colours: houseColoursSchema.optional(),
  /** What there is to read; facts from before it was told have none. */
  newestIssue: z.strictObject({ title: z.string(), url: z.string() }).optional(),
  form: formVersionSchema,
  /** As the data protection notice promises them. */
  periods: z.strictObject({
    confirmWithinHours: z.int(),
    unconfirmedKeptDays: z.int(),
    proofKeptYears: z.int(),
  }),
});

export type ServiceFacts = z.output<typeof serviceFactsSchema>;

/**
 * How long it is kept what became of an issue at a subscriber, from its sending on; the data protection notice says so
 * too. The rule that pauses an address looks for three refusals in a row in it.
 */
export const deliveriesKeptYears = 1;
