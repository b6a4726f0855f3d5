import { readFileSync } from 'node:fs';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { isServicePath } from '../model/address.ts';
import { listen } from '../subscription/server.ts';

/** Media types that a web server doesn't know by itself. Browsers style a feed only as application/xml. */
const mediaTypes: readonly [ending: RegExp, type: string][] = [
  [/\.xml$/, 'application/xml; charset=utf-8'],
  [/\/feed\.json$/, 'application/feed+json; charset=utf-8'],
  [/\.opml$/, 'text/x-opml; charset=utf-8'],
  [/\.ics$/, 'text/calendar; charset=utf-8'],
  [/\.(?:txt|csv)$/, 'text/plain; charset=utf-8'],
];

/**
 * Serves a built site on loopback: conditional requests, right media types, the site's own 404 page. Requests to the
 * Abo service go to `service`, if there is one.
 */
export function serveSite(folder: string, port: number, service?: RequestListener): Promise<Server> {
  const notFound = (response: ServerResponse) => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(folder, '404.html')));
  };
  const files = sirv(folder, {
    etag: true,
    extensions: ['html'],
    dotfiles: true,
    setHeaders(response, path) {
      const type = mediaTypes.find(([ending]) => ending.test(path))?.[1];
      if (type) response.setHeader('Content-Type', type);
      response.setHeader(
        'Cache-Control',
        /^\/_astro\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
    onNoMatch: (_request, response) => notFound(response),
  });
  const listener: RequestListener = (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (service && isServicePath(path)) service(request, response);
    else files(request, response);
  };
  return listen(listener, '127.0.0.1', port);
}
