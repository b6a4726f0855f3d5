/**
 * How the names begin that a site gives to a web server which knows only one space of names for all its sites: its host,
 * in letters, digits and `_`. Other hosts give other prefixes.
 */
export function sitePrefix(origin: string): string {
  return new URL(origin).host.replace(/[^a-z\d]/g, (sign) => ({ '.': '_', '-': '__' })[sign] ?? '___');
}
