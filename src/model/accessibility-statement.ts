import { z } from 'zod';
import {
  accessibilityHelp,
  assessmentHelp,
  conciliationBodyHelp,
  feedbackHelp,
  gapHelp,
} from '../words/fields/legal.ts';
import {
  accessibilityForm,
  assessmentForm,
  conciliationBodyForm,
  feedbackForm,
  gapForm,
} from '../words/forms/legal.ts';
import { type Finding, finding } from '../words/problems.ts';
import { type Day, daySchema, daysBetween, isDay } from './day.ts';
import { exampleMark } from './example.ts';
import { federalStates, lawOf } from './federal-state.ts';
import {
  described,
  email,
  evenIfIncomplete,
  fieldNames,
  isRecord,
  line,
  phone,
  prose,
  refuse,
  webAddress,
} from './field.ts';

const complianceStatuses = ['fully-compliant', 'partially-compliant', 'not-compliant'] as const;

/** The three groups of the model in Implementing Decision (EU) 2018/1523, in its order. */
export const gapKinds = ['non-compliance', 'disproportionate-burden', 'out-of-scope'] as const;
export type GapKind = (typeof gapKinds)[number];

/** Something that is not accessible: what, why, and what there is instead. */
const gapSchema = z.strictObject(
  described(
    {
      part: prose,
      kind: z.enum(gapKinds),
      reason: prose,
      alternative: prose.optional(),
      plannedFor: daySchema.optional(),
    },
    gapHelp,
    gapForm,
  ),
);

/** What the statement rests on: Art. 3 (1) of the Decision demands an actual evaluation. */
const assessmentSchema = z.strictObject(
  described(
    {
      method: z.enum(['self-assessment', 'third-party']),
      on: daySchema,
      assessor: line.optional(),
      report: webAddress.optional(),
    },
    assessmentHelp,
    assessmentForm,
  ),
);

const conciliationBodySchema = z.strictObject(
  described(
    { name: prose, website: webAddress, procedure: prose.optional() },
    conciliationBodyHelp,
    conciliationBodyForm,
  ),
);

/**
 * Front matter of `content/legal/barrierefreiheit.md`: the accessibility statement after the model of Implementing
 * Decision (EU) 2018/1523 and § 9b NBGG. The page and its JSON are made from it, no status is ever assumed.
 */
export const accessibilityStatementSchema = z
  .strictObject(
    described(
      {
        state: z.enum(federalStates),
        example: exampleMark,
        law: prose.optional(),
        scope: z.array(prose).min(1),
        /** What is declared against; the design aims further, at WCAG 2.2. */
        standard: line.default('EN 301 549 V3.2.1'),
        status: z.enum(complianceStatuses),
        gaps: z.array(gapSchema).default([]),
        assessment: assessmentSchema,
        createdOn: daySchema,
        reviewedOn: daySchema,
        feedback: z.strictObject(
          described(
            { unit: line, email, phone: phone.optional(), form: webAddress.optional() },
            feedbackHelp,
            feedbackForm,
          ),
        ),
        conciliationBody: conciliationBodySchema.optional(),
      },
      accessibilityHelp,
      accessibilityForm,
    ),
  )
  .superRefine((statement, context) => {
    const { state, status, gaps, assessment, createdOn, reviewedOn } = statement;
    const problem = (field: string, found: Finding) => refuse(context, found, [field]);
    if (federalStates.includes(state)) {
      const known = lawOf(state);
      if (!statement.law && !known.accessibilityAct)
        problem('law', finding('stateFactMissing', { field: 'law', state }));
      if (!statement.conciliationBody && !known.conciliationBody) {
        const fields = fieldNames(conciliationBodySchema);
        problem('conciliationBody', finding('stateFactMissing', { field: 'conciliationBody', state, fields }));
      }
    }
    if (assessment?.method === 'third-party' && !assessment.assessor) {
      refuse(context, finding('assessorMissing', {}), ['assessment', 'assessor']);
    }
    const open = Array.isArray(gaps) ? gaps.filter((gap) => isRecord(gap) && gap.kind !== 'out-of-scope') : [];
    if (status === 'fully-compliant') {
      if (open.length > 0) problem('status', finding('fullyCompliantWithGaps', { gaps: open.length }));
      if (!assessment?.assessor && !assessment?.report) problem('status', finding('fullyCompliantUnproven', {}));
    } else if (complianceStatuses.includes(status) && open.length === 0) {
      problem('gaps', finding('gapsMissing', { kinds: gapKinds }));
    } else if (!complianceStatuses.includes(status) && open.length === 0) {
      problem('status', finding('gapsToCome', { kinds: gapKinds }));
    }
    if (isDay(createdOn) && isDay(reviewedOn) && reviewedOn < createdOn) {
      problem('reviewedOn', finding('reviewedEarly', { created: createdOn, reviewed: reviewedOn }));
    }
  }, evenIfIncomplete);

export type AccessibilityStatementFrontMatter = z.output<typeof accessibilityStatementSchema>;

/** Days after which a review is due: the law asks for one a year, and it takes some weeks to make. */
const reviewDueAfter = 335;

/** How old the last review is, in days, once the next one is due. */
export function overdueReview(reviewedOn: Day, today: Day): number | undefined {
  const age = daysBetween(reviewedOn, today);
  return age >= reviewDueAfter ? age : undefined;
}
