import { issuePath } from '../../model/address.ts';
import type { Library } from '../../model/library.ts';
import { usualSubscription } from '../../model/privacy-notice.ts';
import { publisherNames } from '../../model/publisher.ts';
import type { ServiceFacts } from '../../model/service-facts.ts';
import { formVersion } from './subscription-form.ts';

/** What the Abo service at `aboUrl` has to know of the site at `siteUrl`, built from `commit` if that is known. */
export function serviceFacts(
  library: Library,
  siteUrl: string,
  aboUrl: string,
  commit: string | undefined,
): ServiceFacts {
  const { title, publishers, editors, mail, theme, colours } = library.site;
  const { subscription = usualSubscription } = library.legal.datenschutz;
  const [newest] = library.issues;
  const { confirmWithinHours, unconfirmedKeptDays, proofKeptYears } = subscription;
  return {
    siteUrl,
    aboUrl,
    title,
    publishers: publishers.map(({ name }) => ({ name })),
    sender: mail?.from ?? { name: publisherNames(library.site), address: editors.email },
    editors: { name: editors.name, address: editors.email },
    theme,
    ...(colours && { colours }),
    ...(newest && { newestIssue: { title: newest.title, url: siteUrl + issuePath(newest.week) } }),
    form: formVersion(library, siteUrl, commit),
    periods: { confirmWithinHours, unconfirmedKeptDays, proofKeptYears },
  };
}
