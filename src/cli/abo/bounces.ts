import { readBounces, removePutAway } from '../../incoming/bounces.ts';
import { readMailbox } from '../../incoming/mailbox/open-mailbox.ts';
import { UserError } from '../../model/user-error.ts';
import { pauseByRule } from '../../sending/pause-rule.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { readableMoment, toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { leftMails, listBounces, mailingsWithBounces } from '../../store/queries/bounces.ts';
import { countDeliveries } from '../../store/queries/mailings.ts';
import type { Database } from '../../store/schema.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { bounceErrors, bounceWords } from '../../words/incoming.ts';
import { pauseReasons, sendingWords } from '../../words/sending.ts';
import { defineCommand } from '../door/command.ts';
import { noteGivenUp } from './mailbox-given-up.ts';

/** Days that reports stay in the mailbox after they were read. */
const keptDays = 30;

/** `abo bounces`: reads the mailbox for reports and pauses by rule; `--list` shows what was read, and what was left. */
export const command = defineCommand({
  help: aboHelp.bounces,
  options: { list: { type: 'boolean' } },
  words: 0,
  settings: ['DATA_DIR', 'BOUNCE_MAILBOX'],
  async run({ flags }, surroundings) {
    const { settings, now, print } = surroundings;
    if (flags.list === true) return withData(surroundings, ({ db }) => showBounces(db, surroundings));
    const place = settings.BOUNCE_MAILBOX;
    if (place === undefined) {
      await noteGivenUp('bounces', surroundings);
      throw new UserError(bounceErrors.noMailbox);
    }
    return withData(surroundings, async ({ db }) => {
      await readMailbox({ db, mailbox: 'bounces', place, now }, async (mailbox) => {
        const { kinds, left } = await readBounces(mailbox, { db, now: () => now });
        print(bounceWords.read(kinds, left));
        const removed = await removePutAway(mailbox, now.subtract({ hours: 24 * keptDays }));
        if (removed > 0) print(bounceWords.removed(removed, keptDays));
      });
      await pauseAll(db, surroundings);
      return 0;
    });
  },
});

/** The same rule as after a mailing, for every mailing that reports came of. */
async function pauseAll(db: Database, { now, print }: Surroundings): Promise<void> {
  for (const { id, issueKey } of await mailingsWithBounces(db)) {
    const { accepted, failed, unknown } = await countDeliveries(db, id);
    const { paused, held } = await pauseByRule(db, id, accepted + failed + unknown, {
      now: toMoment(now),
      isConfirmed: false,
      reasonFor: ({ isGone, code }) => (isGone ? pauseReasons.gone(code) : pauseReasons.refused(code)),
    });
    if (held > 0) print(sendingWords.pauseHeld(issueKey, held));
    if (paused > 0) print(bounceWords.paused(issueKey, paused));
  }
}

async function showBounces(db: Database, { print }: Surroundings): Promise<number> {
  const bounces = await listBounces(db);
  const left = await leftMails(db);
  if (bounces.length === 0 && left.length === 0) print(bounceWords.none);
  let shown: string | undefined;
  for (const { email, subscription, issueKey, readAt, kind, said } of bounces) {
    if (email !== shown) print(bounceWords.address(email, bounceWords.status[subscription ?? 'none']));
    shown = email;
    print(bounceWords.line(issueKey, readableMoment(readAt), kind, said));
  }
  if (bounces.length > 0) print(`\n${bounceWords.decide}`);
  if (left.length > 0) print(`\n${bounceWords.leftTitle}`);
  for (const { name, verdict } of left) print(bounceWords.left(name, verdict));
  return 0;
}
