import { UserError } from '../../model/user-error.ts';
import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { currentAddress, formerAddressOf } from '../../store/queries/domain-renames.ts';
import { addNotice } from '../../store/queries/notices.ts';
import { resume, subscriberOf } from '../../store/queries/subscribers.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { bounceErrors, bounceWords } from '../../words/incoming.ts';
import { defineCommand } from '../door/command.ts';
import { addressFor } from './address.ts';

/** `abo resume ADDRESS`: issues again, by a person's decision. Whoever left stays gone. */
export const command = defineCommand({
  help: aboHelp.resume,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [text] }, surroundings) {
    const typed = addressFor('resume', text);
    const now = toMoment(surroundings.now);
    await withData(surroundings, async ({ db }) => {
      const { key, email } = await currentAddress(db, typed);
      const subscriber = await subscriberOf(db, key);
      if (!subscriber) throw new UserError(bounceErrors.notSubscribed(email));
      const isResumed = await resume(db, subscriber.id, now);
      surroundings.print(isResumed ? bounceWords.resumed(email) : bounceWords.notPaused(email));
      const former = isResumed ? await formerAddressOf(db, subscriber.id) : undefined;
      // Got a new address while nothing was sent to it.
      if (former && former.renamedAt >= subscriber.statusSince) {
        await addNotice(db, { id: surroundings.uuid(), kind: 'renamed', consent: subscriber.id, since: now });
      }
    });
    return 0;
  },
});
