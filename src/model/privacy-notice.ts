import { z } from 'zod';
import {
  dataAuthorityHelp,
  privacyHelp,
  processorHelp,
  serverLogHelp,
  subscriptionHelp,
} from '../words/fields/legal.ts';
import {
  dataAuthorityForm,
  privacyForm,
  processorForm,
  serverLogForm,
  subscriptionDataForm,
} from '../words/forms/legal.ts';
import { finding } from '../words/problems.ts';
import type { LegalForm } from '../words/terms.ts';
import { daySchema } from './day.ts';
import { exampleMark } from './example.ts';
import { federalStates, lawOf } from './federal-state.ts';
import { described, evenIfIncomplete, fieldNames, line, prose, refuse, webAddress } from './field.ts';
import { isPublicBody } from './legal-form.ts';

/** What a line of the web server's log may hold, in the order in which the notice names it. */
const logFields = [
  'time',
  'address',
  'status',
  'bytes',
  'referrer',
  'user-agent',
  'ip-address',
  'shortened-ip-address',
] as const;

export type LogField = (typeof logFields)[number];

/** A company that works on the data by order, Art. 28 GDPR. */
const processorSchema = z.strictObject(
  described(
    {
      name: line,
      city: line,
      /** What protects the data where the company sits outside the EU (Art. 44 to 49 GDPR); left out inside. */
      outsideEu: line.optional(),
    },
    processorHelp,
    processorForm,
  ),
);

const authoritySchema = z.strictObject(
  described({ name: line, website: webAddress }, dataAuthorityHelp, dataAuthorityForm),
);

const ownOrProcessor = z.union([z.literal('own'), processorSchema]);

/** The Abo by e-mail: how long what is kept. */
const subscriptionSchema = z.strictObject(
  described(
    {
      confirmWithinHours: z.int().min(1).default(72),
      unconfirmedKeptDays: z.int().min(1).default(7),
      proofKeptYears: z.int().min(1).default(3),
      dispatch: ownOrProcessor.default('own'),
    },
    subscriptionHelp,
    subscriptionDataForm,
  ),
);

/**
 * Front matter of `content/legal/datenschutz.md`: what the site really does with personal data. The notice (Art. 13
 * GDPR) is made from it and from `site.md`; it says nothing of what isn't done.
 */
export const privacyNoticeSchema = z
  .strictObject(
    described(
      {
        updatedOn: daySchema,
        state: z.enum(federalStates),
        example: exampleMark,
        publicTaskAct: prose.optional(),
        /** In the place of the legal basis that follows from the legal form, if the data protection officer says so. */
        legalBasis: prose.optional(),
        supervisoryAuthority: authoritySchema.optional(),
        serverLog: z.union([
          z.literal('none'),
          z.strictObject(
            described(
              { fields: z.array(z.enum(logFields)).min(1), retentionDays: z.int().min(1) },
              serverLogHelp,
              serverLogForm,
            ),
          ),
        ]),
        hosting: ownOrProcessor,
        correspondenceKept: prose.optional(),
        subscription: subscriptionSchema.optional(),
      },
      privacyHelp,
      privacyForm,
    ),
  )
  .superRefine(({ state, supervisoryAuthority }, context) => {
    if (!federalStates.includes(state) || supervisoryAuthority || lawOf(state).supervisoryAuthority) return;
    const fields = fieldNames(authoritySchema);
    refuse(context, finding('stateFactMissing', { field: 'supervisoryAuthority', state, fields }), [
      'supervisoryAuthority',
    ]);
  }, evenIfIncomplete);

export type PrivacyNoticeFrontMatter = z.output<typeof privacyNoticeSchema>;
export type Processor = z.output<typeof processorSchema>;
export type SubscriptionData = z.output<typeof subscriptionSchema>;

/** What holds for the Abo unless the notice says otherwise. */
export const usualSubscription: SubscriptionData = subscriptionSchema.parse({});

/**
 * Why data may be processed that nobody consented to: a task in the public interest with the act that gives it
 * (Art. 6 (1) (e), (3) GDPR), or legitimate interests (f), which are closed to public bodies in their tasks.
 */
export type LegalBasis =
  | { kind: 'public-task'; act: string }
  | { kind: 'legitimate-interests' }
  | { kind: 'as-written'; text: string };

/** Undefined where a public body's act is not known. */
export function legalBasisOf(
  form: LegalForm,
  { state, publicTaskAct, legalBasis }: Pick<PrivacyNoticeFrontMatter, 'state' | 'publicTaskAct' | 'legalBasis'>,
): LegalBasis | undefined {
  if (legalBasis) return { kind: 'as-written', text: legalBasis };
  if (!isPublicBody(form)) return { kind: 'legitimate-interests' };
  const act = publicTaskAct ?? lawOf(state).publicTaskAct;
  return act ? { kind: 'public-task', act } : undefined;
}
