import { addresses } from '../model/address.ts';
import { apacheFile } from './apache.ts';
import { caddyFile } from './caddy.ts';
import { responseHeaders, type ServedSite } from './headers.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { nginxMaps, nginxSite } from './nginx.ts';
import { plainRedirects, type Redirect } from './redirects.ts';

/** What the files for web servers depend on. */
export interface ServerFilesInput extends ServedSite {
  /** Former addresses. */
  redirects: readonly Redirect[];
  /** What lies at the top of the built site, folders with a slash at the end: `404.html`, `feeds/`. */
  entries: readonly string[];
}

/** Documents whose media type hosts of static files would not guess. */
const documents = [addresses.rss, addresses.atom, addresses.issuesFeed, addresses.json, addresses.opml];

/** The files in `server/` by name. Throws a RangeError for a redirect that isn't a plain path. */
export function serverFiles({ entries, ...site }: ServerFilesInput): Record<string, string> {
  const headers = responseHeaders(site);
  const redirects = plainRedirects(site.redirects);
  return {
    'nginx-maps.conf': nginxMaps(headers),
    'nginx-site.conf': nginxSite(headers, redirects),
    'apache.conf': apacheFile(headers, redirects),
    Caddyfile: caddyFile(headers, redirects),
    _headers: headersFile(headers, entries, documents),
    _redirects: redirectsFile(redirects),
  };
}
