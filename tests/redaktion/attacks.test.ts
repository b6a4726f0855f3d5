import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zip } from '../import/zip.ts';
import { formWith, opened, type RunningRedaktion, redaktion } from './redaktion.ts';

const file = 'content/issues/2026-kw49/01-bilder-und-nachweise.md';
const stops: (() => Promise<void>)[] = [];
let desk: RunningRedaktion;
let before: string;

beforeAll(async () => {
  desk = await redaktion(undefined, {}, (stop) => stops.push(stop));
  before = readFileSync(join(desk.folder, file), 'utf8');
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const saving = async () => {
  const { version, base } = await opened(desk, file);
  return JSON.stringify({ file, version, synced: base, edits: { base, changes: [], body: 'weg' } });
};
const json = { 'Content-Type': 'application/json' };

describe('whoever has no business here', () => {
  test('without the key sees nothing, neither pages nor files nor answers', async () => {
    const paths = [
      '/',
      `/text/?datei=${file}`,
      '/redaktion.js',
      '/api/pruefen',
      '/neu/',
      '/bilder/abc',
      '/irgendwas',
      '/?schluessel=falsch',
    ];
    for (const path of paths) {
      const { status, body } = await desk.ask(path, { headers: { Cookie: undefined } });
      expect([path, status]).toEqual([path, 401]);
      expect(body).toMatch(/verschlossen|Schlüssel/);
      expect(body).not.toContain('Nachweis');
    }
  });

  test('with a forged cookie stays out', async () => {
    const { status } = await desk.ask('/', { headers: { Cookie: `redaktion-${new URL(desk.origin).port}=x` } });
    expect(status).toBe(401);
  });

  test.each<[what: string, headers: Record<string, string | undefined>]>([
    ['another site', { Origin: 'https://boese.example' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a request that doesn’t say where it comes from', { Origin: undefined }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a site that the browser calls foreign', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('can change nothing from %s, though the browser has the cookie', async (_, headers) => {
    const { status, body } = await desk.ask('/api/sichern', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: await saving(),
    });
    expect([status, body]).toEqual([403, expect.stringContaining('Es wurde nichts geändert')]);
    expect(readFileSync(join(desk.folder, file), 'utf8')).toBe(before);
  });

  test('comes in by no other name of this machine (DNS rebinding)', async () => {
    for (const host of ['boese.example', 'boese.example:80', undefined]) {
      const { status } = await desk.ask('/', { headers: { Host: host } });
      expect([host, status]).toEqual([host, host === undefined ? 400 : 421]);
    }
  });

  test('may name itself in a header without being believed', async () => {
    const { body } = await desk.ask('/', { headers: { 'X-Remote-User': 'Chefin' } });
    expect(body).not.toContain('Chefin');
  });

  test('finds pages that no other site can frame and that load nothing from elsewhere', async () => {
    const { headers, body } = await desk.ask(`/text/?datei=${file}`);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]+';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('behind a proxy', () => {
  const env = {
    REDAKTION_URL: 'https://redaktion.rathaus.example',
    REDAKTION_USER_HEADER: 'X-Remote-User',
    REDAKTION_TRUSTED_PROXIES: '127.0.0.1',
  };
  const host = { Host: 'redaktion.rathaus.example', Cookie: undefined };

  test('the name that it gives stands in the history', async () => {
    const behind = await redaktion(undefined, env);
    const headers = {
      ...host,
      Origin: env.REDAKTION_URL,
      'X-Remote-User': Buffer.from('Jürgen <b>Groß</b>').toString('latin1'),
    };
    const { body } = await behind.ask('/', { headers });
    expect(body).toContain('Sie schreiben als Jürgen bGroß/b');
    const page = await behind.ask(`/text/?datei=${file}`, { headers });
    const { version, base } = JSON.parse(/id="daten">(.*?)<\/script>/s.exec(page.body)?.[1] ?? '{}');
    const edits = { base, changes: [{ path: ['title'], value: 'Neu' }] };
    const saved = await behind.ask('/api/sichern', {
      method: 'POST',
      headers: { ...headers, ...json },
      body: JSON.stringify({ file, version, synced: base, edits }),
    });
    expect(JSON.parse(saved.body)).toMatchObject({ kind: 'saved' });
    expect(execFileSync('git', ['log', '-1', '--format=%an'], { cwd: behind.folder, encoding: 'utf8' })).toBe(
      'Jürgen bGroß/b\n',
    );
  });

  test('without a name nobody comes in', async () => {
    const behind = await redaktion(undefined, env);
    expect((await behind.ask('/', { headers: host })).status).toBe(401);
  });

  test('the name of any other machine is not believed', async () => {
    const behind = await redaktion(undefined, { ...env, REDAKTION_TRUSTED_PROXIES: '10.0.0.5' });
    const { status, body } = await behind.ask('/', { headers: { ...host, 'X-Remote-User': 'Chefin' } });
    expect([status, body]).toEqual([401, expect.stringContaining('verschlossen')]);
  });

  test('two of the three settings are refused with a sentence', async () => {
    await expect(redaktion(undefined, { REDAKTION_USER_HEADER: 'X-Remote-User' })).rejects.toThrow(/gehören zusammen/);
  });
});

describe('a path', () => {
  test.each([
    '../geheim.md',
    'content/../geheim.md',
    'content/issues/2026-kw49/../../../geheim.md',
    'content/issues/2026-kw49/..%2f..%2fgeheim.md',
    '/etc/passwd',
    'content//site.md',
    'content/./site.md',
    'CONTENT/site.md',
    'content/issues/2026-kw49',
    'content/issues/2026-kw49/wochenjahr-2027.png',
    'content/licensed/x.jpg',
    'content/issues/kw/01-x.md',
    'content/seiten/verknuepft.md',
    'content/issues/2026-kw50/01-fremd.md',
    'package.json',
    '.git/config',
    'content\\site.md',
    'content/site.md\u0000.md',
    '',
  ])('leads nowhere but to texts: %j', async (path) => {
    const folder = join(desk.folder, 'content');
    writeFileSync(join(desk.folder, 'geheim.md'), '---\ntitle: Geheim\n---\n');
    const link = (target: string, at: string) => {
      try {
        symlinkSync(target, at);
      } catch {
        // It is there from the last time.
      }
    };
    link(join(desk.folder, 'geheim.md'), join(folder, 'seiten', 'verknuepft.md'));
    mkdirSync(join(desk.folder, 'fremd'), { recursive: true });
    writeFileSync(join(desk.folder, 'fremd', '01-fremd.md'), '---\ntitle: Geheim\n---\n');
    link(join(desk.folder, 'fremd'), join(folder, 'issues', '2026-kw50'));
    const shown = await desk.ask(`/text/?datei=${encodeURIComponent(path)}`);
    expect([shown.status, shown.body.includes('Geheim')]).toEqual([404, false]);
    const edits = { base: '', changes: [], whole: 'x' };
    const saved = await desk.post('/api/sichern', { file: path, version: '', synced: '', edits });
    expect(saved.status).toBe(404);
    expect((await desk.ask(`/verlauf/?datei=${encodeURIComponent(path)}`)).status).toBe(404);
  });

  test.each([
    '/bilder/..%2f..%2fpackage.json',
    '/src/styles/fonts/..%2f..%2f..%2fpackage.json',
    '/src/styles/fonts/../../../package.json',
    '/vorschau/../package.json',
  ])('of a file leads nowhere else: %s', async (path) => {
    const { status, body } = await desk.ask(path);
    expect([status, body.includes('"kurrende"')]).toEqual([404, false]);
  });
});

describe('what is too much or no sense', () => {
  test('a file of 1 GB is refused by its size, and nothing of it is read', async () => {
    const { status, body } = await desk.ask('/einlesen/', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(1_000_000_000) },
    });
    expect([status, body]).toEqual([413, expect.stringContaining('zu groß')]);
  });

  test('a text of 5 MB is refused', async () => {
    const headers = { ...json, 'Content-Length': String(5_000_000) };
    const { status } = await desk.ask('/api/sichern', { method: 'POST', headers });
    expect(status).toBe(413);
    expect(readFileSync(join(desk.folder, file), 'utf8')).toBe(before);
  });

  test('a zip bomb in the clothes of a Word file is answered with a sentence', async () => {
    const paragraph = `<w:p><w:r><w:t>${'x'.repeat(1_000)}</w:t></w:r></w:p>`;
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph.repeat(150_000)}</w:body></w:document>`;
    const bytes = await zip({ 'word/document.xml': document });
    expect(bytes.length).toBeLessThan(2_000_000);
    const form = formWith({ ausgabe: '2026-kw49' }, { field: 'datei', name: 'bombe.docx', bytes });
    const { status, body } = await desk.ask('/einlesen/', { method: 'POST', ...form });
    expect([status, body]).toEqual([422, expect.stringMatching(/Entpacken zu groß|beschädigt/)]);
  });

  test.each<[what: string, body: unknown]>([
    ['no JSON', 'x'],
    ['nothing', {}],
    ['a field that there isn’t', { file, edits: { base: '', changes: [{ path: ['gibtsnicht'], value: 'x' }] } }],
    ['a field of every object', { file, edits: { base: '', changes: [{ path: ['__proto__', 'x'], value: 'x' }] } }],
    ['a function of every object', { file, edits: { base: '', changes: [{ path: ['constructor'], value: 'x' }] } }],
    ['an object as a value', { file, edits: { base: '', changes: [{ path: ['title'], value: { a: 1 } }] } }],
  ])('%s is refused', async (_, body) => {
    expect((await desk.post('/api/pruefen', body)).status).toBe(400);
  });

  test('a picture that is none, or a script in the clothes of one, is refused', async () => {
    for (const [name, bytes] of [
      ['bild.jpg', Buffer.from('kein Bild')],
      ['bild.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ] as const) {
      const { status, body } = await desk.ask('/api/bild', {
        method: 'POST',
        ...formWith({ file }, { field: 'datei', name, bytes }),
      });
      expect([name, status, JSON.parse(body).error]).toEqual([name, 422, expect.stringContaining('kein Bild')]);
    }
  });
});

describe('a script', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';

  test('in Markdown is a problem and never a part of the preview', async () => {
    const { base } = await opened(desk, file);
    const edits = { base, changes: [], body: `Text ${script}\n\n[Link](javascript:alert(1))\n` };
    const { answer } = await desk.post('/api/pruefen', { file, edits });
    expect(answer.counts).toMatchObject({ errors: expect.any(Number) });
    expect(JSON.stringify(answer.problems)).toContain('javascript:');
    for (const kind of ['page', 'mail', 'feed']) {
      const { answer: shown } = await desk.post('/api/zeigen', { file, edits, kind });
      if (!shown.isShown) continue;
      const { body, headers } = await desk.ask(String(shown.path));
      expect(body).not.toMatch(/<script>alert|onerror=alert|href="javascript:/);
      expect(String(headers['content-security-policy'])).not.toContain('script-src');
    }
  });

  test('in a title is text, on every page', async () => {
    const { version, base } = await opened(desk, file);
    const edits = { base, changes: [{ path: ['title'], value: `Titel</script>${script}` }] };
    const { answer } = await desk.post('/api/sichern', { file, version, synced: base, edits });
    expect(answer.kind).toBe('saved');
    for (const path of ['/', `/text/?datei=${file}`, `/verlauf/?datei=${file}`]) {
      const { body } = await desk.ask(path);
      // Between quotation marks it is a value.
      const elements = body.replace(/="[^"]*"/g, '');
      expect([path, /<script>alert|<img src=x/.test(elements)]).toEqual([path, false]);
    }
  });

  test('in the name of a file, and in a mail that is read in, is text', async () => {
    const mail = `From: a@b.example\r\nSubject: =?utf-8?Q?=3Cscript=3Ealert=281=29=3C/script=3E?=\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Neues</h1><p onclick="alert(1)">Ein Absatz, der lang genug ist.</p><script>alert(1)</script><a href="javascript:alert(1)">Link</a></body></html>`;
    const form = formWith(
      { ausgabe: '2026-kw49' },
      { field: 'datei', name: `${script.replaceAll('"', '')}.eml`, bytes: Buffer.from(mail) },
    );
    const { status, body } = await desk.ask('/einlesen/', { method: 'POST', ...form });
    expect(status).toBe(200);
    expect(body).not.toMatch(/<script>alert|<img src=x|javascript:alert\(1\)"/);
    const made = /datei=([^"&]+)/.exec(body)?.[1] ?? '';
    const text = readFileSync(join(desk.folder, decodeURIComponent(made)), 'utf8');
    expect(text).not.toMatch(/<script|onclick|javascript:/);
  });
});

test('none of this is a fault of the program', () => {
  expect(desk.told).toEqual([]);
});
