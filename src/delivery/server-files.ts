import { addresses } from '../model/address.ts';
import type { ServicePlace } from './abo-paths.ts';
import { apacheAbo, caddyAbo, nginxAbo } from './abo-proxy.ts';
import { apacheFile } from './apache.ts';
import { caddyFile } from './caddy.ts';
import { responseHeaders, type ServedSite } from './headers.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { apacheLog, caddyLog, type LogFields, nginxLog } from './log-format.ts';
import { nginxMaps, nginxSite } from './nginx.ts';
import { plainRedirects, type Redirect } from './redirects.ts';

/** What the files for web servers depend on. */
export interface ServerFilesInput extends ServedSite {
  /** What the privacy notice says of the web server's log; left out where there is none. */
  log: { fields: LogFields; retentionDays: number } | undefined;
  /** Where the Abo service is, where there is one. */
  service: ServicePlace | undefined;
  /** Former addresses. */
  redirects: readonly Redirect[];
  /** What lies at the top of the built site, folders with a slash at the end: `404.html`, `feeds/`. */
  entries: readonly string[];
}

/** Documents whose media type hosts of static files would not guess. */
const documents = [addresses.rss, addresses.atom, addresses.issuesFeed, addresses.json, addresses.opml];

/** The files in `server/` by name. Throws a RangeError for a redirect that isn't a plain path. */
export function serverFiles({ entries, log, service, ...site }: ServerFilesInput): Record<string, string> {
  const { origin } = site;
  const fields = log?.fields ?? [];
  const headers = responseHeaders(site);
  const redirects = plainRedirects(site.redirects);
  return {
    'nginx-maps.conf': nginxMaps(origin, headers) + nginxLog(origin, fields),
    'nginx-site.conf': nginxSite(origin, headers, redirects),
    'apache.conf': apacheFile(headers, redirects),
    'apache-log.conf': apacheLog(origin, fields),
    Caddyfile: caddyFile(headers, redirects),
    'Caddyfile-log': caddyLog(fields),
    // For whatever deletes the log: a number alone.
    ...(log && { 'log-days': `${log.retentionDays}\n` }),
    ...(service && {
      'nginx-abo.conf': nginxAbo(origin, service),
      'apache-abo.conf': apacheAbo(service),
      'Caddyfile-abo': caddyAbo(service),
    }),
    _headers: headersFile(headers, entries, documents),
    _redirects: redirectsFile(redirects),
  };
}
