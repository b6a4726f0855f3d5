import type { OpenIssue } from '../../build/open-issue.ts';
import { UserError } from '../../model/user-error.ts';
import { asSender } from '../../sending/as-sender.ts';
import { takeUpMailing } from '../../sending/choose.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { readableMoment, toMoment } from '../../store/moments.ts';
import { acceptUnknown, unknownDeliveries } from '../../store/queries/deliveries.ts';
import { sendingErrors, sendingWords } from '../../words/sending.ts';

/** `--unknown`: the mails whose end nobody knows, for a look into the mail server's log. */
export function showUnknown({ issue }: OpenIssue, surroundings: Surroundings<'DATA_DIR'>): Promise<number> {
  return asSender(surroundings, async (sender) => {
    const mailing = await takeUpMailing(sender, issue, surroundings);
    if (!mailing) throw new UserError(sendingErrors.neverSent(issue.key));
    const rows = await unknownDeliveries(sender.db, mailing.id);
    surroundings.print(
      rows.length === 0
        ? sendingWords.unknownNone(issue.key)
        : sendingWords.unknownList(
            issue.key,
            rows.map(({ email, claimedAt, messageId }) => ({
              email,
              at: claimedAt ? readableMoment(claimedAt) : '',
              messageId: messageId ?? '',
            })),
          ),
    );
    return 0;
  });
}

/** `--mark-accepted`: the operator knows that they arrived. */
export function markAccepted({ issue }: OpenIssue, surroundings: Surroundings<'DATA_DIR'>): Promise<number> {
  return asSender(surroundings, async (sender) => {
    const mailing = await takeUpMailing(sender, issue, surroundings);
    if (!mailing) throw new UserError(sendingErrors.neverSent(issue.key));
    const count = await acceptUnknown(sender.db, mailing.id, toMoment(surroundings.now));
    surroundings.print(sendingWords.markedAccepted(count));
    return 0;
  });
}
