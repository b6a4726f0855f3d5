import { UserError } from '../../model/user-error.ts';
import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { currentAddress } from '../../store/queries/domain-renames.ts';
import { pause, subscriberOf } from '../../store/queries/subscribers.ts';
import { aboHelp } from '../../words/abo-commands.ts';
import { bounceErrors, bounceWords } from '../../words/incoming.ts';
import { defineCommand } from '../door/command.ts';
import { addressFor } from './address.ts';

/** `abo pause ADDRESS`: no more issues, by a person's decision. */
export const command = defineCommand({
  help: aboHelp.pause,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [text] }, surroundings) {
    const typed = addressFor('pause', text);
    await withData(surroundings, async ({ db }) => {
      const { key, email } = await currentAddress(db, typed);
      const subscriber = await subscriberOf(db, key);
      if (!subscriber) throw new UserError(bounceErrors.notSubscribed(email));
      if (subscriber.status === 'active')
        await pause(db, subscriber.id, bounceWords.handReason, toMoment(surroundings.now));
      surroundings.print(subscriber.status === 'active' ? bounceWords.handPaused(email) : bounceWords.notActive(email));
    });
    return 0;
  },
});
