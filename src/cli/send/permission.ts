import type { SendSettings } from '../../sending/settings.ts';
import { isLoopback } from '../../subscription/mail-server.ts';
import { dayText } from '../../views/date.ts';
import { sendingErrors } from '../../words/sending.ts';
import { serviceErrors } from '../../words/subscription.ts';
import { CommandError } from '../command.ts';
import type { OpenIssue } from '../open-issue.ts';

/** Where mails to subscribers go, and where their links to unsubscribe lead. */
export interface Way {
  smtpUrl: string;
  aboUrl: string;
}

/** Why an issue can't go out yet; undefined for one that is out. */
export function whyNotYet({ state, key, publishedOn }: OpenIssue['issue']): string | undefined {
  if (state === 'draft') return sendingErrors.draft(key);
  return state === 'scheduled' ? sendingErrors.notReleased(key, dayText(publishedOn).text) : undefined;
}

/**
 * Whether an issue may go to subscribers: released, from a publisher who exists, to a server that is named, signed
 * (RFC 8058 section 4), with a way to unsubscribe. A CommandError says what is missing.
 */
export function mayGoOut({ library, issue }: OpenIssue, { dkim, smtpUrl }: SendSettings): Way {
  const { site } = library;
  const obstacle = whyNotYet(issue);
  if (obstacle) throw new CommandError(obstacle);
  if (smtpUrl === undefined) throw new CommandError(sendingErrors.noSmtp);
  if (site.example && !isLoopback(smtpUrl)) throw new CommandError(sendingErrors.example);
  if (!site.example && !dkim) throw new CommandError(sendingErrors.noDkim);
  if (site.aboUrl === undefined) throw new CommandError(serviceErrors.noAbo);
  return { smtpUrl, aboUrl: site.aboUrl };
}
