import type { OpenIssue } from '../../build/open-issue.ts';
import type { Edition } from '../../mail/edition.ts';
import { issuePath } from '../../model/address.ts';
import { UserError } from '../../model/user-error.ts';
import { checkSite } from '../../sending/site-check.ts';
import { ConnectionError, connect, type MailConnection } from '../../sending/smtp-connection.ts';
import { haltWords, sendingWords } from '../../words/sending.ts';

/** What the published site lacks of an issue, or that it wasn't asked. */
export interface SiteNotice {
  sentence: string;
  /** Links and pictures would be dead. */
  isObstacle: boolean;
}

/** Asks the published site for an issue's page and pictures; undefined if all is there. */
export async function tellOfSite({ library, issue }: OpenIssue, { html }: Edition): Promise<SiteNotice | undefined> {
  const { publicUrl, example: isExample } = library.site;
  const answer = await checkSite({ page: publicUrl + issuePath(issue.week), html, isExample });
  if (answer.kind === 'reserved') return { sentence: sendingWords.siteReserved(answer.host), isObstacle: false };
  if (answer.missing.length === 0) return undefined;
  return { sentence: sendingWords.siteMissing(answer.missing), isObstacle: true };
}

/** Milliseconds after which a mail server that doesn't answer is told. */
const patience = 12_000;

/** A connection to the mail server; a UserError says why there is none, within 15 seconds. */
export async function reachServer(smtpUrl: string): Promise<MailConnection> {
  try {
    return await connect(smtpUrl, patience);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new UserError(haltWords['server-away']({ reply: error.reply, reason: error.message, away: error }));
  }
}
