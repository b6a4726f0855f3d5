/** Four eyes: a text that comes out has been approved by a second person, in the state in which it comes out. */
import { z } from 'zod';
import { approvalHelp, approvalsHelp } from '../words/fields/approvals.ts';
import { daySchema } from './day.ts';
import { described, line } from './field.ts';

/** Who approved which state of a text. */
const approvalSchema = z.strictObject(
  described(
    {
      /** Path below the organisation's folder: `content/issues/2026-kw49/01-titel.md`. */
      file: line,
      /** SHA-256 of {@link approvedPart} and, where they are covered, of attachments and pictures, in hexadecimal. */
      sha256: z.string(),
      /** Missing in approvals from before attachments were approved too. */
      coversAttachments: z.literal(true).optional(),
      /** Missing in approvals from before pictures were approved too. */
      coversPictures: z.literal(true).optional(),
      by: line,
      on: daySchema,
    },
    approvalHelp,
  ),
);

/** `content/freigaben.yaml`. */
export const approvalsSchema = z.strictObject(
  described({ approvals: z.array(approvalSchema).default([]) }, approvalsHelp),
);

export type Approval = z.output<typeof approvalSchema>;

/**
 * What of a text is approved: all of it, but whether it is still a draft, when it comes out and whether it is mailed then:
 * that is settled once it is approved, and readers read the same. `text` has line ends of Unix.
 */
export function approvedPart(text: string): string {
  const headEnd = text.indexOf('\n---', 3);
  const head = headEnd < 0 ? text : text.slice(0, headEnd);
  return (
    head.replace(/^(?:draft|publishedOn|mailing):.*\n?/gm, '').trimEnd() + (headEnd < 0 ? '' : text.slice(headEnd))
  );
}
