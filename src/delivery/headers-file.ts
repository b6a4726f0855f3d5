import { contentType } from '../model/media-types.ts';
import { comment, serverWords } from '../words/server.ts';
import { type Header, valueAt } from './headers.ts';
import type { Redirect } from './redirects.ts';

/**
 * `_headers`, as hosts of static files read it. Where several rules match a path, some hosts let the last one win and
 * others join the values, which would make two policies that both hold; so a header that differs by path is written
 * for each thing at the top of the site (`entries`: `index.html`, `feeds/`), and no path meets it twice.
 */
export function headersFile(
  headers: readonly Header[],
  entries: readonly string[],
  documents: readonly string[],
): string {
  const everywhere = headers.filter(({ exceptions }) => exceptions.length === 0);
  const differing = headers.filter(({ exceptions }) => exceptions.length > 0);
  return [
    comment(serverWords.headersFile),
    rule(
      '/*',
      everywhere.map(({ name, value }): Line => [name, value]),
    ),
    ...entries.map((entry) => {
      const path = entry === 'index.html' ? '/' : `/${entry}`;
      const lines = differing.map((header): Line => [header.name, valueAt(header, path)]);
      return rule(path.endsWith('/') && path !== '/' ? `${path}*` : path, lines);
    }),
    ...documents.map((path) => rule(path, [['Content-Type', contentType(path) ?? '']])),
  ].join('\n');
}

/** `_redirects` of the same hosts. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return comment(serverWords.redirectsFile) + redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

type Line = [name: string, value: string];

function rule(path: string, lines: readonly Line[]): string {
  return `${path}\n${lines.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}
