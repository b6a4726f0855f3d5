import { describe, expect, it } from 'vitest';
import { serverFiles } from '../../src/delivery/server-files.ts';
import { inArticle, inIndex, library } from '../reader/sample-content.ts';

const filesFor = (redirects: readonly { from: string; to: string }[]) =>
  serverFiles({
    origin: 'https://blatt.example',
    formTargets: [],
    entries: [],
    log: undefined,
    service: undefined,
    redirects,
  });

describe('the redirects for web servers', () => {
  it('lead from each former address to the present one for good', () => {
    const changes = { ...inIndex('formerAddresses: [/alt/]'), ...inArticle('formerAddresses: [/a_b/c.html/, /~x/]') };
    const files = filesFor(library(changes).redirects);
    const [issue, article] = ['/ausgaben/2025/kw33/', '/ausgaben/2025/kw33/erster-beitrag/'];
    const former = [
      ['/alt/', issue],
      ['/a_b/c.html/', article],
      ['/~x/', article],
    ] as const;
    for (const [from, to] of former) {
      expect(files['nginx-site.conf']).toContain(`\nlocation = ${from} { return 301 ${to}; }\n`);
      expect(files['apache.conf']).toContain(`\nRedirectMatch 301 "^${from.replace('.', '\\.')}$" "${to}"\n`);
      expect(files.Caddyfile).toContain(`\n    redir ${from} ${to} permanent\n`);
      expect(files._redirects).toContain(`\n${from} ${to} 301\n`);
    }
  });

  it('are none where nothing has moved', () => {
    expect(Object.values(filesFor(library().redirects)).join('')).not.toMatch(/\b301\b|\bredir /);
  });

  it.each([
    '/a/ { return 200; } location /b/',
    '/a/;',
    '/a$b/',
    '/a b/',
    '/a"/',
    '/{x}/',
    '/a\n/',
    '/a/#/',
    '/../etc/',
    '/a/./b/',
    '//host.example/',
    'https://host.example/',
    '/a',
    '',
  ])('say nothing but addresses: %j is refused', (path) => {
    expect(() => filesFor([{ from: path, to: '/b/' }])).toThrow(RangeError);
    expect(() => filesFor([{ from: '/b/', to: path }])).toThrow(RangeError);
  });
});
