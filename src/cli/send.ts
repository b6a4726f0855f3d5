import { openIssue } from '../build/open-issue.ts';
import { UserError } from '../model/user-error.ts';
import { sendSettings } from '../sending/send-settings.ts';
import { commandHelp } from '../words/help.ts';
import { editionWords } from '../words/mail.ts';
import { sendingErrors } from '../words/sending.ts';
import { defineCommand } from './door/command.ts';
import { dryRun } from './send/dry-run.ts';
import { sendMailing } from './send/mailing.ts';
import { confirmRefused, showFailed } from './send/refused.ts';
import { sendTest } from './send/test-mail.ts';
import { markAccepted, showUnknown } from './send/unknown.ts';

/** What else than sending can be asked for; one at a time. */
const alternatives = [
  'again',
  'dry-run',
  'test',
  'failed',
  'unknown',
  'retry-unknown',
  'mark-accepted',
  'retry-failed',
  'pause-refused',
] as const;

/**
 * `npm run send -- 2025-kw33`: the e-mail edition to all subscribers, once; called again it goes on where it stopped. It
 * asks before it mails people.
 */
export const command = defineCommand({
  help: commandHelp.send,
  options: {
    yes: { type: 'boolean' },
    wait: { type: 'boolean' },
    'skip-site': { type: 'boolean' },
    ...Object.fromEntries(alternatives.map((name) => [name, { type: 'boolean' } as const])),
    test: { type: 'string', multiple: true },
  },
  words: 1,
  settings: ['BUILD_DATE', ...sendSettings],
  async run({ words: [key], flags }, surroundings) {
    const [wish, other] = alternatives.filter((name) => name in flags);
    if (wish && other) throw new UserError(sendingErrors.notTogether(wish, other));
    const issue = openIssue('send', key, surroundings);
    if (!issue) return 1;
    if (issue.unfinished.length > 0) {
      const todo = editionWords.unfinished(issue.issue.key, issue.unfinished);
      const isRehearsal = wish === 'test' || wish === 'dry-run';
      if (!isRehearsal) throw new UserError(todo);
      surroundings.print(todo);
    }
    const isSiteSkipped = 'skip-site' in flags;
    switch (wish) {
      case 'test':
        return sendTest(issue, { to: flags.test, isSiteSkipped }, surroundings);
      case 'dry-run':
        return dryRun(issue, { isSiteSkipped }, surroundings);
      case 'failed':
        return showFailed(issue, surroundings);
      case 'unknown':
        return showUnknown(issue, surroundings);
      case 'mark-accepted':
        return markAccepted(issue, surroundings);
      case 'pause-refused':
        return confirmRefused(issue, surroundings);
      default:
        return exitCode(
          await sendMailing(
            issue,
            { wish, isAgreed: 'yes' in flags, isPatient: 'wait' in flags, isSiteSkipped },
            surroundings,
          ),
        );
    }
  },
});

const exitCode = (outcome: Awaited<ReturnType<typeof sendMailing>>) => (outcome === 'done' ? 0 : 1);
