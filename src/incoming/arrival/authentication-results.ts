/** What the receiver's server found of SPF, DKIM and DMARC (RFC 8601). */
import parseField from 'mailauth/lib/parse-dkim-headers.js';
import PostalMime from 'postal-mime';

/** The receiver's results, such as `pass`; null where its server says none. */
interface MailVerdict {
  spf: string | null;
  dkim: string | null;
  dmarc: string | null;
}

export interface AuthenticationResults extends MailVerdict {
  /** All servers that claim to have looked, ours or not. */
  servers: string[];
}

/**
 * The results that the server `trusted` wrote into a mail. Anybody can write such a field: only those under its name
 * count, the uppermost of each method, since servers add theirs on top and take away others with their own name. Several
 * signatures: one that passes is enough.
 */
export async function authenticationResults(raw: Buffer, trusted: string | undefined): Promise<AuthenticationResults> {
  const { headers } = await PostalMime.parse(raw);
  const found: AuthenticationResults = { spf: null, dkim: null, dmarc: null, servers: [] };
  for (const { value } of headers.filter(({ key }) => key === 'authentication-results')) {
    const { parsed } = parseField(`Authentication-Results: ${value}`) || {};
    // Behind the name may stand a version.
    const server = parsed?.value?.toLowerCase().split(/\s/)[0];
    if (!parsed || !server) continue;
    if (!found.servers.includes(server)) found.servers.push(server);
    if (trusted === undefined || server !== trusted.toLowerCase()) continue;
    for (const method of ['spf', 'dkim', 'dmarc'] as const) {
      const entry = parsed[method];
      const results = [entry ?? []]
        .flat()
        .flatMap((one) => (typeof one === 'object' && one.value ? one.value.toLowerCase() : []));
      found[method] ??= results.find((result) => result === 'pass') ?? results[0] ?? null;
    }
  }
  return found;
}
