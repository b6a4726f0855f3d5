import { dailyHours, hoursFrom, readableMoment } from '../store/moments.ts';
import { lastTime } from '../store/queries/last-times.ts';
import { mailboxTroubles } from '../store/queries/mailbox-troubles.ts';
import type { Database, MailboxName } from '../store/schema.ts';
import { doctorWords as words } from '../words/doctor.ts';
import { mailboxAway } from '../words/incoming.ts';
import type { SetupFinding } from './finding.ts';

/** The command that a unit is handled by where it is set up (its name with its ending), else what somebody types who has none. */
export type UnitOr = (unit: string, command: string, byHand: string) => string;

/** Whether the mailboxes that are set are read, and what kept the last look from it. */
export async function mailboxFindings(
  db: Database,
  places: Readonly<Record<MailboxName, string | undefined>>,
  { now, unitOr }: { now: Temporal.Instant; unitOr: UnitOr },
): Promise<SetupFinding[]> {
  const troubles = await mailboxTroubles(db);
  const findings: SetupFinding[] = [];
  for (const mailbox of ['bounces', 'arrival'] as const) {
    const place = places[mailbox];
    if (place === undefined) continue;
    const topic = words.topics[mailbox];
    const unit = `kurrende-abo-${mailbox}`;
    const byHand = `npm run abo -- ${mailbox}`;
    const server = shown(place);
    const trouble = troubles.find((one) => one.mailbox === mailbox);
    const at = await lastTime(db, mailbox);
    if (trouble) {
      const text = mailboxAway(mailbox, readableMoment(trouble.since), trouble.cause, server);
      findings.push({ state: 'wrong', topic, text, remedy: byHand });
    } else if (at === undefined) {
      const remedy = unitOr(`${unit}.timer`, words.timerOn(unit), byHand);
      findings.push({ state: 'missing', topic, text: words.mailboxNeverRead(server), remedy });
    } else if (at < hoursFrom(now, -dailyHours)) {
      const remedy = unitOr(`${unit}.service`, words.unitStart(unit), byHand);
      findings.push({ state: 'wrong', topic, text: words.mailboxOverdue(server, readableMoment(at)), remedy });
    } else findings.push({ state: 'ok', topic, text: words.mailboxRead(server, readableMoment(at)) });
  }
  return findings;
}

/** The server, without the account and its password, or the folder. */
const shown = (place: string) => (/^imaps?:\/\//.test(place) ? new URL(place).host : place);
