/** Comments in the files for web servers, for operators. */

const generated = 'Von „npm run build“ erzeugt; Änderungen gehen beim nächsten Bau verloren. Siehe docs/betrieb.md.';

export const serverWords = {
  nginxMaps: [generated, 'Gehört in den Block http: Werte der Kopfzeilen, die vom Pfad abhängen.'],
  nginxSite: [
    generated,
    'Gehört in den Block server der Website. Schreiben Sie in kein location dieser Website ein eigenes add_header:',
    'nginx ließe dort sonst alle Kopfzeilen weg, die hier stehen.',
  ],
  brotliModule: 'Mit dem Modul ngx_brotli auch die kleineren .br-Dateien:',
  apache: [
    generated,
    'Gehört in den Block Directory von dist/ oder als .htaccess in dist/. Braucht die Module headers, mime, alias, dir;',
    'mit rewrite gehen die komprimierten Dateien hinaus.',
  ],
  caddy: [generated, 'Gehört mit import in den Block der Website.'],
  headersFile: [
    generated,
    'Gehört als _headers in dist/. Keine Kopfzeile steht für einen Pfad zweimal: Manche Dienste verbinden mehrere',
    'Werte mit Komma, und dann gälten zwei Richtlinien zugleich.',
  ],
  redirectsFile: [generated, 'Gehört als _redirects in dist/.'],
};

/** Lines of a comment in files whose comments begin with `#`. */
export function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}\n`).join('');
}
