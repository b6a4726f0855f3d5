import { readFileSync } from 'node:fs';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { isServicePath } from '../model/address.ts';
import { contentType } from '../model/media-types.ts';
import { type Header, valueAt } from './headers.ts';
import { listen } from './listen.ts';

/**
 * Serves a built site on loopback with these headers, as the web servers do: conditional requests, compressed files,
 * right media types, the site's own 404 page. Requests to the Abo service go to `service`, if there is one.
 */
export function serveSite(
  folder: string,
  port: number,
  headers: readonly Header[],
  service?: RequestListener,
): Promise<Server> {
  const setHeaders = (response: ServerResponse, path: string) => {
    for (const header of headers) if (!header.httpsOnly) response.setHeader(header.name, valueAt(header, path));
  };
  const notFound = (response: ServerResponse) => {
    setHeaders(response, '/404.html');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(folder, '404.html')));
  };
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    dotfiles: true,
    setHeaders(response, path) {
      const type = contentType(path);
      if (type) response.setHeader('Content-Type', type);
    },
    onNoMatch: (_request, response) => notFound(response),
  });
  const listener: RequestListener = (request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (service && isServicePath(path)) {
      service(request, response);
      return;
    }
    // Before sirv answers, so that "304 Not Modified" has them too.
    setHeaders(response, path);
    request.url = asFileName(request.url ?? '/');
    files(request, response);
  };
  return listen(listener, '127.0.0.1', port);
}

/**
 * A path with the signs as themselves that names of files may have and addresses write in percent notation (RFC 3986,
 * section 2.2): sirv, which unpacks all others, would look for a file with `%26` in its name.
 */
function asFileName(url: string): string {
  const [, path = '', rest = ''] = /^([^?]*)(.*)$/s.exec(url) ?? [];
  return path.replace(/%(?:2[46BC]|3[ABD]|40)/gi, decodeURIComponent) + rest;
}
