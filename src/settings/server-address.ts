/** Addresses of servers that may hold a name and a password (RFC 3986 3.2): whether they can be read in one way only. */
import { closest, distance } from 'fastest-levenshtein';

/**
 * What of an address stands behind a sign that may belong to its password: `@host/database`. Undefined for one that can be
 * read in one way only: all of name and password is where an address has it, before the first `/`, `?` or `#`. Empty where
 * not even that may be shown. With `isStrict` a second `@` in that part isn't taken for one of the password either.
 */
export function ambiguousRest(text: string, isStrict: boolean): string | undefined {
  const rest = text.replace(/^[^:]*:\/*/, '');
  const [authority = ''] = rest.split(/[/?#]/, 1);
  const isOneWay = authority.includes('@')
    ? !rest.slice(authority.length).includes('@') && !(isStrict && authority.split('@').length > 2)
    : !rest.includes('@');
  if (isOneWay) return undefined;
  return /[?&](?:password=|[^=&@]*=[^&]*@)/i.test(text) ? '' : rest.slice(rest.lastIndexOf('@'));
}

/** What a database's address may say behind its `?`, as the driver `pg` 8 knows it; null where any value will do. */
const parameters: Readonly<Record<string, readonly string[] | null>> = {
  application_name: null,
  client_encoding: null,
  fallback_application_name: null,
  host: null,
  idle_in_transaction_session_timeout: null,
  lock_timeout: null,
  options: null,
  password: null,
  port: null,
  query_timeout: null,
  ssl: ['true', 'false', '1', '0'],
  sslcert: null,
  sslkey: null,
  sslmode: ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'],
  sslnegotiation: ['postgres', 'direct'],
  sslrootcert: null,
  statement_timeout: null,
  uselibpqcompat: ['true', 'false'],
  user: null,
};

/** A parameter of an address that nobody knows, or that has no value it can have: what is meant, as it would be written. */
export interface WrongParameter {
  /** As it was written: only where it is close to one that there is, so that nothing of a password can stand in it. */
  written?: string;
  right: readonly string[];
}

/** The first wrong parameter of a database's address. The driver would pass over it, and with `sslmod` over the encryption. */
export function wrongParameter(url: URL): WrongParameter | undefined {
  const names = Object.keys(parameters);
  for (const [name, value] of url.searchParams) {
    const values = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (values === undefined) {
      const near = nearOf(name, names);
      return near ? { written: name, right: [near] } : { right: names };
    }
    if (values && !values.includes(value)) {
      const near = nearOf(value, values);
      const right = (near ? [near] : values).map((one) => `${name}=${one}`);
      return near ? { written: `${name}=${value}`, right } : { right };
    }
  }
  return undefined;
}

function nearOf(text: string, known: readonly string[]): string | undefined {
  const near = closest(text.toLowerCase(), known as string[]);
  return distance(text.toLowerCase(), near) <= 2 ? near : undefined;
}
