import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSendSettings } from '../sending/settings.ts';
import { SettingError } from '../subscription/settings.ts';
import { commandHelp } from '../words/help.ts';
import { sendingErrors } from '../words/sending.ts';
import { type Command, CommandError } from './command.ts';
import { openIssue } from './open-issue.ts';
import { dryRun } from './send/dry-run.ts';
import { sendMailing } from './send/mailing.ts';
import { confirmRefused } from './send/refused.ts';
import { sendTest } from './send/test-mail.ts';
import { markAccepted, showUnknown } from './send/unknown.ts';

/** What else than sending can be asked for; one at a time. */
const alternatives = [
  'again',
  'dry-run',
  'test',
  'unknown',
  'retry-unknown',
  'mark-accepted',
  'retry-failed',
  'pause-refused',
] as const;

/** `npm run send -- 2025-kw33`: the e-mail edition to all subscribers, once; called again it goes on where it stopped. */
export const command: Command = {
  help: commandHelp.send,
  options: Object.fromEntries(
    alternatives.map((name) => [name, { type: name === 'test' ? 'string' : 'boolean' } as const]),
  ),
  words: 1,
  async run({ words: [key], flags }, surroundings) {
    const [wish, other] = alternatives.filter((name) => name in flags);
    if (wish && other) throw new CommandError(sendingErrors.notTogether(wish, other));
    const issue = openIssue('send', key, surroundings);
    if (!issue) return 1;
    try {
      const settings = readSendSettings(surroundings.env, (path) =>
        readFileSync(resolve(surroundings.root, path), 'utf8'),
      );
      switch (wish) {
        case 'test':
          return await sendTest(issue, flags.test, settings, surroundings);
        case 'dry-run':
          return await dryRun(issue, settings, surroundings);
        case 'unknown':
          return await showUnknown(issue, surroundings);
        case 'mark-accepted':
          return await markAccepted(issue, surroundings);
        case 'pause-refused':
          return await confirmRefused(issue, surroundings);
        default:
          return await sendMailing(issue, wish, settings, surroundings);
      }
    } catch (error) {
      throw error instanceof SettingError ? new CommandError(error.message) : error;
    }
  },
};
