import { compressibleTypes, mediaTypes, mediaTypesByPath, withCharset } from '../model/media-types.ts';
import { comment, serverWords } from '../words/server.ts';
import type { Header } from './headers.ts';
import type { Redirect } from './redirects.ts';

/** Everything for Apache 2.4, in a form that holds in a `<Directory>` block as in `.htaccess`. */
export function apacheFile(headers: readonly Header[], redirects: readonly Redirect[]): string {
  return `${comment(serverWords.apache)}
DirectoryIndex index.html
ErrorDocument 404 /404.html
Options -MultiViews

${mediaTypes.map(({ type, endings }) => forced(`(?i)\\.(?:${endings.join('|')})`, type)).join('')}${mediaTypesByPath.map(forcedOnPath).join('')}
${headers.map(headerLines).join('')}
${redirects.map(({ from, to }) => `RedirectMatch 301 "^${escaped(from)}$" "${to}"\n`).join('')}
<IfModule mod_rewrite.c>
    RewriteEngine On
${precompressed('br')}${precompressed('gzip', 'gz')}</IfModule>
`;
}

const escaped = (path: string) => path.replaceAll('.', '\\.');

/** Also for the compressed file beside it, whose last ending says something else. */
function forced(ending: string, type: string): string {
  const beside = compressibleTypes.includes(type) ? '(?:\\.(?:br|gz))?' : '';
  return `<FilesMatch "${ending}${beside}$">\n    ForceType "${withCharset(type)}"\n</FilesMatch>\n`;
}

function forcedOnPath({ type, path }: { type: string; path: string }): string {
  return `<If "%{REQUEST_URI} =~ m#^${escaped(path)}(?:\\.(?:br|gz))?$#">\n    ForceType "${withCharset(type)}"\n</If>\n`;
}

/** `always` reaches errors too; a later line replaces the value of an earlier one where its condition holds. */
function headerLines({ name, value, exceptions, httpsOnly }: Header): string {
  const set = (text: string, condition?: string) =>
    `Header always set ${name} "${text}"${condition ? ` "expr=${condition}"` : ''}\n`;
  if (httpsOnly) return set(value, "%{HTTPS} == 'on'");
  const other = exceptions.map((exception) => set(exception.value, `%{REQUEST_URI} =~ m#^${exception.folder}#`));
  return [set(value), ...other].join('');
}

/** Sends the compressed file beside the one that was asked for, as the content coding that it is. */
function precompressed(coding: string, ending = coding): string {
  return `
    RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b
    RewriteCond %{REQUEST_FILENAME}.${ending} -f
    RewriteRule ^ %{REQUEST_URI}.${ending} [L]
    <FilesMatch "\\.[a-z]+\\.${ending}$">
        RemoveLanguage .${ending}
        AddEncoding ${coding} .${ending}
        Header always merge Vary Accept-Encoding
    </FilesMatch>
`;
}
