import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Header, valueAt } from '../delivery/headers.ts';
import { contentType } from '../delivery/media-types.ts';

/**
 * Serves a built site on loopback with these headers, as the web servers do: conditional requests, compressed files,
 * right media types, the site's own 404 page.
 */
export function serveSite(folder: string, port: number, headers: readonly Header[]): Promise<Server> {
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
  const server = createServer((request, response) => {
    // Before sirv answers, so that "304 Not Modified" has them too.
    setHeaders(response, request.url?.split('?')[0] ?? '/');
    files(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
