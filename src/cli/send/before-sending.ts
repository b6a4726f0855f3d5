import type { OpenIssue } from '../../build/open-issue.ts';
import type { Edition } from '../../mail/edition.ts';
import { issuePath } from '../../model/address.ts';
import { checkSite } from '../../sending/site-check.ts';
import { sendingWords } from '../../words/sending.ts';

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
