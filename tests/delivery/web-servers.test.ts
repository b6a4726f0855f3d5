import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { responseHeaders } from '../../src/delivery/headers.ts';
import { serveSite } from '../../src/delivery/site-server.ts';
import { freePort } from '../free-port.ts';
import { buildExampleFolder } from '../site/build.ts';
import { ask } from './answer.ts';
import { type Running, type WebServer, webServers } from './web-server.ts';

/** What `npm start` serves with, beside the real ones. */
const ownServer: WebServer = {
  name: 'npm start',
  installed: true,
  async start(built) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const headers = responseHeaders({ origin, formTargets: [] });
    const server = await serveSite(join(built, 'dist'), port, headers);
    const stop = async () => {
      server.closeAllConnections();
      server.close();
    };
    return { origin, logs: () => '', stop };
  },
};

let built: string;
beforeAll(async () => {
  built = await buildExampleFolder('2026-11-24', (content) => {
    const folder = join(content, 'issues', '2026-kw47');
    const article = join(folder, '03-redaktionskalender-2027.md');
    const attached = readFileSync(article, 'utf8').replace(
      'attachments:\n',
      '$&  - file: Kalender.EPUB\n    title: Buch\n',
    );
    writeFileSync(article, attached);
    writeFileSync(join(folder, 'Kalender.EPUB'), 'epub');
  });
});

const story = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/';
const readingPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

describe.each([ownServer, ...webServers])('$name', ({ name, installed, start }) => {
  if (!installed) {
    test.skip(`is not installed here, so its file is not tested: install ${name} and run again`, () => {});
    return;
  }

  let server: Running | undefined;
  beforeAll(async () => {
    server = await start(built);
  });
  afterAll(() => server?.stop());
  const get = (path: string, headers?: Record<string, string>) => ask(`${server?.origin}${path}`, headers);

  test('sends the headers that protect readers with pages, files, errors and unchanged files', async () => {
    const page = await get('/');
    const unchanged = await get('/', { 'If-None-Match': page.headers.etag ?? '' });
    expect(unchanged.status).toBe(304);
    for (const { headers } of [
      page,
      unchanged,
      await get(story),
      await get('/feed/rss.xml'),
      await get('/nicht/da/'),
    ]) {
      expect(headers).toMatchObject({
        'content-security-policy': readingPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
        'permissions-policy': expect.stringContaining('camera=(), '),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-cache',
      });
      // RFC 6797, section 7.2: never over an insecure connection.
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  test('allows a script on the page with the copy button alone', async () => {
    const policy = (await get('/feeds/')).headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe/);
  });

  test('names every media type, and UTF-8 where it is text', async () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      [story]: 'text/html; charset=utf-8',
      '/feed/rss.xml': 'application/xml; charset=utf-8',
      '/feed/atom.xml': 'application/xml; charset=utf-8',
      '/themen/soziales/rss.xml': 'application/xml; charset=utf-8',
      '/feed/feed.json': 'application/feed+json',
      '/feed/feeds.opml': 'text/x-opml; charset=utf-8',
      '/feed/feed.css': 'text/css; charset=utf-8',
      '/robots.txt': 'text/plain; charset=utf-8',
      '/.well-known/security.txt': 'text/plain; charset=utf-8',
      '/ausgaben/2026/kw47/redaktionswerkstatt/termin.ics': 'text/calendar; charset=utf-8',
      '/ausgaben/2026/kw47/redaktionskalender-2027/redaktionskalender-2027.csv': 'text/csv; charset=utf-8',
      '/ausgaben/2026/kw47/redaktionskalender-2027/Kalender.EPUB': 'application/epub+zip',
    };
    for (const [path, type] of Object.entries(types)) {
      for (const coding of ['identity', 'gzip', 'br']) {
        const { status, headers } = await get(path, { 'Accept-Encoding': coding });
        const sent = headers['content-type']?.toLowerCase().replace(/;\s*/, '; ');
        expect([path, coding, status, sent]).toEqual([path, coding, 200, type]);
      }
    }
  });

  test('lets browsers keep files with a hash in their name for a year, and no error', async () => {
    const hashed = readdirSync(join(built, 'dist', '_astro')).filter((file) => /\.(?:css|js)$/.test(file));
    expect(hashed.length).toBeGreaterThan(0);
    for (const file of hashed) {
      const { headers } = await get(`/_astro/${file}`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const missing = await get('/_astro/gibt-es-nicht.css');
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
    expect(missing.headers['content-type']).toMatch(/^text\/html/);
  });

  test('sends the compressed file that lies beside', async () => {
    for (const path of [story, '/feed/rss.xml', '/feed/feed.json']) {
      const file = path.replace(/\/$/, '/index.html');
      const whole = readFileSync(join(built, 'dist', file));
      const zipped = await get(path, { 'Accept-Encoding': 'gzip' });
      expect([path, zipped.headers['content-encoding']]).toEqual([path, 'gzip']);
      expect(zipped.headers.vary).toMatch(/accept-encoding/i);
      expect(zipped.body).toEqual(readFileSync(join(built, 'dist', `${file}.gz`)));
      expect(gunzipSync(zipped.body)).toEqual(whole);
      // nginx needs a module for it that isn't everywhere.
      if (name === 'nginx') continue;
      const smaller = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect([path, smaller.headers['content-encoding']]).toEqual([path, 'br']);
      expect(brotliDecompressSync(smaller.body)).toEqual(whole);
      expect((await get(path)).body).toEqual(whole);
    }
  });

  test('leads from a former address to the article, and shows the page for errors', async () => {
    const { status, headers, body } = await get('/news/53-wochen/');
    if (status === 301) {
      expect(headers.location?.replace(`${server?.origin}`, '')).toBe('/ausgaben/2026/kw01/jahr-mit-53-wochen/');
    } else {
      expect([name, body.toString()]).toEqual(['npm start', expect.stringContaining('http-equiv="refresh"')]);
    }
    const missing = await get('/gibt-es-nicht/');
    expect([missing.status, missing.body.toString()]).toEqual([404, expect.stringContaining('<html lang="de"')]);
  });

  test('tells no version of itself', async () => {
    const { headers, body } = await get('/gibt-es-nicht/');
    expect(`${headers.server}${body}`).not.toMatch(/(?:nginx|Apache|Caddy)\/\d/);
  });

  if (name !== 'nginx') return;
  test('says over TLS that the site is to be asked for over TLS only', async () => {
    const { headers } = await ask(`${server?.secureOrigin}/`);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
