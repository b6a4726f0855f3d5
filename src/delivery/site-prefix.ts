import { createHash } from 'node:crypto';

/** nginx keeps its variables in a table whose default takes names of little more than 40 letters. */
const longest = 24;

/**
 * How the names begin that a site gives to a web server which knows only one space of names for all its sites: its host,
 * in letters, digits and `_`, a long one shortened. Other hosts give other prefixes.
 */
export function sitePrefix(origin: string): string {
  const { host } = new URL(origin);
  const name = host.replace(/[^a-z\d]/g, (sign) => ({ '.': '_', '-': '__' })[sign] ?? '___');
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - 9)}_${createHash('sha256').update(host).digest('hex').slice(0, 8)}`;
}
