import { describe, expect, it } from 'vitest';
import { nginxRedirects } from '../../src/views/redirects.ts';
import { inArticle, inIndex, library } from '../reader/sample-content.ts';

describe('the redirects for the web server', () => {
  it('lead from each former address to the present one for good', () => {
    const files = { ...inIndex('formerAddresses: [/alt/]'), ...inArticle('formerAddresses: [/a_b/c.html/, /~x/]') };
    expect(nginxRedirects(library(files).redirects)).toBe(
      [
        'location = /alt/ { return 301 /ausgaben/2025/kw33/; }\n',
        'location = /a_b/c.html/ { return 301 /ausgaben/2025/kw33/erster-beitrag/; }\n',
        'location = /~x/ { return 301 /ausgaben/2025/kw33/erster-beitrag/; }\n',
      ].join(''),
    );
  });

  it('are an empty file where nothing has moved', () => {
    expect(nginxRedirects(library().redirects)).toBe('');
  });

  it.each([
    '/a/ { return 200; } location /b/',
    '/a/;',
    '/a$b/',
    '/a b/',
    '/a\n/',
    '/a/#/',
    '/../etc/',
    '/a/./b/',
    '//host.example/',
    'https://host.example/',
    '/a',
    '',
  ])('say nothing but addresses: %j is refused', (path) => {
    expect(() => nginxRedirects([{ from: path, to: '/b/' }])).toThrow(RangeError);
    expect(() => nginxRedirects([{ from: '/b/', to: path }])).toThrow(RangeError);
  });
});
