import { isLoopback } from '../mail/mail-server.ts';
import type { Issue, Site } from '../model/library.ts';
import { UserError } from '../model/user-error.ts';
import type { Settings } from '../settings/schema.ts';
import { releaseWords } from '../views/parts/date.ts';
import { sendingErrors } from '../words/sending.ts';
import { serviceErrors } from '../words/service-errors.ts';

/** Whether somebody signs: this machine with a key, or the relay by the operator's word. */
export function isSigned({ DKIM, DKIM_KEY }: Pick<Settings, 'DKIM' | 'DKIM_KEY'>): boolean {
  return DKIM !== undefined || DKIM_KEY !== undefined;
}

/** Where mails to subscribers go, and where their links to unsubscribe lead. */
export interface Way {
  smtpUrl: string;
  aboUrl: string;
}

/** Why an issue can't go out yet; undefined for one that is out. */
export function whyNotYet({ state, key, ...issue }: Issue): string | undefined {
  if (state === 'draft') return sendingErrors.draft(key);
  return state === 'scheduled' ? sendingErrors.notReleased(key, releaseWords(issue)) : undefined;
}

/**
 * Whether an issue may go to subscribers: released, from a publisher who exists, to a server that is named, signed
 * (RFC 8058 section 4), with a way to unsubscribe. A UserError says what is missing.
 */
export function mayGoOut(site: Site, issue: Issue, settings: Pick<Settings, 'SMTP_URL' | 'DKIM' | 'DKIM_KEY'>): Way {
  const { SMTP_URL: smtpUrl } = settings;
  const obstacle = whyNotYet(issue);
  if (obstacle) throw new UserError(obstacle);
  if (smtpUrl === undefined) throw new UserError(sendingErrors.noSmtp);
  if (site.example && !isLoopback(smtpUrl)) throw new UserError(sendingErrors.example);
  if (!site.example && !isSigned(settings)) throw new UserError(sendingErrors.noDkim);
  if (site.aboUrl === undefined) throw new UserError(serviceErrors.noAbo);
  return { smtpUrl, aboUrl: site.aboUrl };
}
