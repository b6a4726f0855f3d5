import { describe, expect, test } from 'vitest';
import { serverFiles } from '../../src/delivery/server-files.ts';

const site = {
  origin: 'https://blatt.example',
  formTargets: [],
  log: undefined,
  service: undefined,
  redirects: [],
  entries: ['404.html', '_astro/', 'ausgaben/', 'bilder/', 'feed/', 'feeds/', 'index.html', 'suche/'],
};

interface Rule {
  path: string;
  headers: Map<string, string>;
}

/** The rules of a `_headers` file that hold for a path, as the hosts match them. */
function rulesFor(path: string, file: string): Rule[] {
  const rules = file
    .replaceAll(/^#.*\n/gm, '')
    .trim()
    .split('\n\n')
    .map((block): Rule => {
      const [rulePath = '', ...lines] = block.split('\n');
      const headers = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line) ?? []);
      return { path: rulePath, headers: new Map(headers.map(([, name = '', value = '']) => [name, value])) };
    });
  return rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
}

describe('_headers', () => {
  const { _headers: file = '' } = serverFiles(site);

  test('sets no header of a path twice, because some hosts would join the values', () => {
    for (const path of [
      '/',
      '/feeds/',
      '/suche/',
      '/bilder/a.avif',
      '/feed/rss.xml',
      '/ausgaben/2025/kw33/',
      '/404.html',
    ]) {
      const names = rulesFor(path, file).flatMap(({ headers }) => [...headers.keys()]);
      expect([path, names]).toEqual([path, [...new Set(names)]]);
      expect(names).toEqual(expect.arrayContaining(['Content-Security-Policy', 'Referrer-Policy', 'Cache-Control']));
    }
  });

  test('lets the search compile its engine, and no other page', () => {
    const policyOf = (path: string) =>
      rulesFor(path, file)
        .map(({ headers }) => headers.get('Content-Security-Policy') ?? '')
        .join('');
    expect(policyOf('/suche/')).toContain("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'");
    for (const path of ['/', '/feeds/', '/ausgaben/2025/']) expect(policyOf(path)).not.toContain('unsafe');
  });
});

test('no file allows anything inline', () => {
  for (const [name, text] of Object.entries(serverFiles(site))) {
    expect([name, text.match(/unsafe-inline|'unsafe-eval'|data:|https?:\/\//g)]).toEqual([name, null]);
  }
});

test('forms may go to the subscription service at another address', () => {
  const files = serverFiles({ ...site, formTargets: ['https://abo.blatt.example'] });
  for (const name of ['nginx-maps.conf', 'apache.conf', 'Caddyfile', '_headers']) {
    expect([name, files[name]]).toEqual([
      name,
      expect.stringContaining("form-action 'self' https://abo.blatt.example; "),
    ]);
  }
});

test('a site without TLS makes no promise about it', () => {
  const files = Object.values(serverFiles({ ...site, origin: 'http://intranet.blatt.example' }));
  expect(files.join('')).not.toContain('Strict-Transport-Security');
});
