import { mediaTypes, mediaTypesByPath, withCharset } from '../model/media-types.ts';
import { comment, serverWords } from '../words/server.ts';
import type { Header } from './headers.ts';
import type { Redirect } from './redirects.ts';

/**
 * Everything for Caddy 2, to be imported into the block of the site. `route` keeps the order, so that a later line
 * replaces the value of an earlier one; Caddy would sort them otherwise.
 */
export function caddyFile(headers: readonly Header[], redirects: readonly Redirect[]): string {
  const types = [
    ...mediaTypes.map(({ type, endings }) => ({ type, paths: endings.map((ending) => `*.${ending}`) })),
    ...mediaTypesByPath.map(({ type, path }) => ({ type, paths: [path] })),
  ];
  return `${comment(serverWords.caddy)}
route {
${types.map(({ type, paths }, i) => setAt(`type${i}`, paths, 'Content-Type', withCharset(type))).join('')}
${headers.map(headerLines).join('')}
${redirects.map(({ from, to }) => `    redir ${from} ${to} permanent\n`).join('')}
    file_server {
        precompressed br gzip
    }
}

handle_errors {
    @missing expression {http.error.status_code} == 404
    rewrite @missing /404.html
    header Content-Type "text/html; charset=utf-8"
${headers
  .filter(({ exceptions }) => exceptions.length > 0)
  .map(({ name, value }) => set(name, value))
  .join('')}    file_server @missing
}
`;
}

const set = (name: string, value: string) => `    header ${name} "${value}"\n`;

function setAt(matcher: string, paths: readonly string[], name: string, value: string): string {
  return `    @${matcher} path ${paths.join(' ')}\n    header @${matcher} ${name} "${value}"\n`;
}

function headerLines({ name, value, exceptions, httpsOnly }: Header): string {
  if (httpsOnly) return `    @https protocol https\n    header @https ${name} "${value}"\n`;
  const other = exceptions.map((exception) => `    header ${exception.folder}* ${name} "${exception.value}"\n`);
  return [set(name, value), ...other].join('');
}
