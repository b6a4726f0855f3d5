/** Comments in the files for web servers, for operators. */

const generated = 'Von „npm run build“ erzeugt; Änderungen gehen beim nächsten Bau verloren. Siehe docs/betrieb.md.';

export const serverWords = {
  nginxMaps: [generated, 'Gehört in den Block http: Werte der Kopfzeilen, die vom Pfad abhängen.'],
  nginxSite: [
    generated,
    'Gehört in den Block server der Website. Schreiben Sie in kein location dieser Website ein eigenes add_header:',
    'nginx ließe dort sonst alle Kopfzeilen weg, die hier stehen.',
  ],
  nginxAbo: [generated, 'Gehört in den Block server, unter dessen Adresse der Abo-Dienst zu erreichen ist.'],
  apacheLog: [generated, 'Gehört in die Blöcke VirtualHost der Website, vor CustomLog. Braucht das Modul setenvif.'],
  apacheAbo: [
    generated,
    'Gehört in den Block VirtualHost, unter dessen Adresse der Abo-Dienst zu erreichen ist. Braucht proxy und proxy_http.',
  ],
  caddyLog: [generated, 'Gehört mit import in den Block der Website: was im Protokoll steht.'],
  caddyAbo: [generated, 'Gehört mit import in den Block, unter dessen Adresse der Abo-Dienst zu erreichen ist.'],
  emptyHeader: 'Der Dienst schickt eigene Kopfzeilen. Diese leere hält die der Website fern.',
  noLog: 'Die Links zum Bestätigen und Abmelden gehören in kein Protokoll.',
  unavailable: {
    title: 'Das Abo ist gerade nicht zu erreichen',
    text: [
      'Was Sie eben abgeschickt haben, ist noch nicht bei uns angekommen. Versuchen Sie es bitte in ein paar Minuten noch einmal.',
      'Ein Link aus einer E-Mail bleibt gültig.',
    ],
    home: 'Zur Startseite',
  },
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
