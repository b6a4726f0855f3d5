import { mediaTypes, mediaTypesByPath, typesWithCharset } from '../model/media-types.ts';
import { comment, serverWords } from '../words/server.ts';
import type { Header } from './headers.ts';
import type { Redirect } from './redirects.ts';
import { sitePrefix } from './site-prefix.ts';

/**
 * What depends on the path, for nginx's `http` block. It is in maps, because an `add_header` in a `location` makes
 * nginx forget those of the server (directive add_header: inherited only if the level defines none).
 */
export function nginxMaps(origin: string, headers: readonly Header[]): string {
  const mapped = headers.filter(isMapped);
  return comment(serverWords.nginxMaps) + mapped.map((header) => map(header, sitePrefix(origin))).join('');
}

/** Media types, headers, error page and redirects, for nginx's `server` block. */
export function nginxSite(origin: string, headers: readonly Header[], redirects: readonly Redirect[]): string {
  const prefix = sitePrefix(origin);
  return `${comment(serverWords.nginxSite)}
index index.html;
error_page 404 /404.html;
absolute_redirect off;
server_tokens off;

types {
${mediaTypes.map(({ type, endings }) => `    ${type} ${endings.join(' ')};\n`).join('')}}
default_type application/octet-stream;
charset utf-8;
charset_types ${typesWithCharset.filter((type) => type !== 'text/html').join(' ')};
${mediaTypesByPath.map(({ type, path }) => `location = ${path} { types { } default_type ${type}; }\n`).join('')}
gzip_static on;
gzip_vary on;
# ${serverWords.brotliModule}
# brotli_static on;

${headers.map((header) => `add_header ${header.name} ${isMapped(header) ? variable(header, prefix) : quoted(header.value)} always;\n`).join('')}
${redirects.map(({ from, to }) => `location = ${from} { return 301 ${to}; }\n`).join('')}`;
}

const isMapped = ({ exceptions, httpsOnly }: Header) => exceptions.length > 0 || httpsOnly;
/** By its initials: names as long as the headers' don't fit in nginx's table of variables. */
const variable = ({ name }: Header, prefix: string) =>
  `$${prefix}_${name.replace(/([A-Za-z])[a-z]*-?/g, '$1').toLowerCase()}`;
const quoted = (value: string) => `"${value}"`;

function map(header: Header, prefix: string): string {
  const { value, exceptions, httpsOnly } = header;
  // A header without a value isn't sent.
  const [by, lines] = httpsOnly
    ? ['$https', [`on ${quoted(value)};`]]
    : [
        '$uri',
        [
          `default ${quoted(value)};`,
          ...exceptions.map((exception) => `~^${exception.folder} ${quoted(exception.value)};`),
        ],
      ];
  return `map ${by} ${variable(header, prefix)} {\n${lines.map((line) => `    ${line}\n`).join('')}}\n`;
}
