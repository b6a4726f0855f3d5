/** What the sender tells the Redaktion: numbers, in which no person is found. */
import { z } from 'zod';

const count = z.int().min(0);
/** UTC, ISO 8601. */
const moment = z.iso.datetime();

/** A mailing of an issue, and how far it is. */
const mailingFiguresSchema = z.strictObject({
  issue: z.string(),
  /** 1, and one more for each correction. */
  number: z.int().min(1),
  startedAt: moment,
  finishedAt: moment.nullable(),
  queued: count,
  accepted: count,
  failed: count,
  unknown: count,
});

export const figuresSchema = z.strictObject({
  writtenAt: moment,
  /** Undefined where no Abo has been set up. */
  subscriptions: z
    .strictObject({
      active: count,
      paused: count,
      /** Sign-ups that nobody has confirmed yet. */
      requests: count,
      /** In the last thirty days. */
      confirmed: count,
      left: count,
    })
    .optional(),
  /** The newest first. */
  mailings: z.array(mailingFiguresSchema),
  /** When the timer last looked whether something is due, and what kept it from doing it, by the issue. */
  due: z.strictObject({ lookedAt: moment, troubles: z.record(z.string(), z.string()) }).optional(),
});

export type Figures = z.output<typeof figuresSchema>;
export type MailingFigures = Figures['mailings'][number];
