import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { newestArticles } from '../../src/feeds/newest.ts';
import { isServicePath } from '../../src/model/address.ts';
import { product, shippedLibrary } from '../shipped.ts';
import { type BuiltSite, buildExample, pagesOf, textOf } from './build.ts';

const origin = 'https://kurrende.example';
const story = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/';

const example = shippedLibrary();

/** The headings in the text of a Markdown file of the example. */
const headingsOf = (file: string) =>
  [...readFileSync(join(product, file), 'utf8').matchAll(/^## (.+)$/gm)].map(([, words = '']) => words);

let site: BuiltSite;
beforeAll(async () => {
  site = await buildExample('2026-11-24');
});

interface Target {
  from: string;
  url: string;
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    found.push(element);
  });
  return found;
}

/** Everything in a page that names an address, whether to load it or to lead there. */
function targetsOf(path: string, html: string): { loaded: Target[]; linked: Target[] } {
  const loaded: Target[] = [];
  const linked: Target[] = [];
  for (const { tagName, properties } of elementsOf(html)) {
    const rel = String(properties.rel ?? '');
    const isLoaded = tagName !== 'a' && !/canonical|alternate|license|next|prev/.test(rel);
    for (const name of ['href', 'src', 'poster', 'action'] as const) {
      const url = properties[name];
      if (typeof url === 'string') (isLoaded ? loaded : linked).push({ from: path, url });
    }
    for (const candidate of String(properties.srcSet ?? '').split(',')) {
      if (candidate.trim()) loaded.push({ from: path, url: candidate.trim().split(/\s/)[0] ?? '' });
    }
  }
  return { loaded, linked };
}

const bytesOf = (path: string) => site.get(path) ?? Buffer.alloc(0);
const sizeOf = (path: string) => bytesOf(path).length;

/** Why a link inside the site leads nowhere; undefined if it leads somewhere or out of the site. */
function whyBroken({ from, url }: Target): string | undefined {
  if (/^(?:mailto|tel):/.test(url)) return undefined;
  const target = new URL(url, origin + from.replace(/index\.html$/, ''));
  if (target.origin !== origin) return undefined;
  if (isServicePath(target.pathname)) return undefined;
  const path = decodeURIComponent(target.pathname).replace(/\/$/, '/index.html');
  const bytes = site.get(path);
  if (!bytes) return `${from}: ${url}`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor === '') return undefined;
  const hasAnchor = elementsOf(bytes.toString('utf8')).some(({ properties }) => properties.id === anchor);
  return hasAnchor ? undefined : `${from}: ${url} (no such anchor)`;
}

describe('the story of KW 33/2025', () => {
  test('has its title once, its five parts, its credit and its source', () => {
    const html = textOf(site, `${story}index.html`);
    const headings = elementsOf(html).filter(({ tagName }) => /^h[12]$/.test(tagName));
    expect(headings.filter(({ tagName }) => tagName === 'h1').map((heading) => plainText(heading))).toEqual([
      'OPEN/PROSOZ in der Wesermarsch: mehr Zeit für die Beratung',
    ]);
    expect(html).toContain('AdobeStock/heidepinkall');
    expect(html).toContain('hier nicht veröffentlicht');
    expect(html).toContain('Daniel Ülsmann-Pohl');
    const text = plainText(fromHtml(html)).replace(/\s+/g, ' ');
    expect(text).toContain('Newsletter der KDO, Ausgabe 33. KW 2025');
    expect(text).toContain('14. August 2025');
  });
});

describe('every page', () => {
  test('has nothing that only the preview shows', () => {
    expect([...site.keys()].filter((path) => path.startsWith('/vorschau/'))).toEqual([]);
    expect(textOf(site, '/ausgaben/2025/kw33/index.html')).not.toContain('/vorschau/');
  });

  test('passes the standard rules of html-validate', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const complaints: string[] = [];
    for (const [path, html] of pagesOf(site)) {
      const report = await validator.validateString(html, path);
      for (const { messages } of report.results) {
        complaints.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
      }
    }
    expect(complaints).toEqual([]);
  });

  test('is German, has one h1, one main, a skip link that works, a title of its own and a canonical address', () => {
    const titles = new Map<string, string>();
    for (const [path, html] of pagesOf(site)) {
      if (html.includes('http-equiv="refresh"')) continue;
      const elements = elementsOf(html);
      const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length;
      expect([path, elements[0]?.properties.lang, count('h1'), count('main')]).toEqual([path, 'de', 1, 1]);
      const firstLink = elements.find(({ tagName }) => tagName === 'a');
      const skipTo = String(firstLink?.properties.href);
      expect([path, skipTo]).toEqual([path, expect.stringMatching(/^#/)]);
      expect(elements.some(({ properties }) => `#${properties.id}` === skipTo)).toBe(true);
      const title = plainText(elements.find(({ tagName }) => tagName === 'title') ?? { type: 'root', children: [] });
      expect([title, titles.get(title)]).toEqual([title, undefined]);
      titles.set(title, path);
      if (path === '/404.html') continue;
      const canonical = elements.find(({ properties }) => String(properties.rel) === 'canonical');
      expect(canonical?.properties.href).toBe(origin + path.replace(/index\.html$/, ''));
    }
  });

  test('leads to the imprint in one click, to the Abo and to the feeds', () => {
    for (const [path, html] of pagesOf(site)) {
      if (html.includes('http-equiv="refresh"')) continue;
      const links = elementsOf(html).filter(({ tagName }) => tagName === 'a');
      const named = (href: string) =>
        links.filter(({ properties }) => properties.href === href).map((a) => plainText(a));
      expect([path, named('/impressum/')]).toEqual([path, expect.arrayContaining(['Impressum'])]);
      expect([path, named('/abo/').length > 0, named('/feeds/').length > 0]).toEqual([path, true, true]);
      expect(html).toContain('application/rss+xml');
      expect(html).toContain('application/atom+xml');
      expect(html).toContain('application/feed+json');
    }
  });

  test('holds no script but data, save the search and the button that copies an address, and no style attribute', () => {
    for (const [path, html] of pagesOf(site)) {
      for (const { tagName, properties } of elementsOf(html)) {
        const mayRun =
          /^\/(?:feeds|suche)\/index\.html$/.test(path) && /^\/_astro\/.+\.js$/.test(String(properties.src));
        if (tagName === 'script' && !mayRun) expect([path, properties.type]).toEqual([path, 'application/ld+json']);
        expect([path, tagName, properties.style]).toEqual([path, tagName, undefined]);
      }
    }
  });

  test('its links, feed addresses and anchors all lead somewhere', () => {
    const all = pagesOf(site).flatMap(([path, html]) => {
      const { loaded, linked } = targetsOf(path, html);
      return [...loaded, ...linked];
    });
    expect(all.length).toBeGreaterThan(300);
    expect(all.map(whyBroken).filter(Boolean)).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const loaded = pagesOf(site).flatMap(([path, html]) => targetsOf(path, html).loaded);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter(({ url }) => new URL(url, origin).origin !== origin)).toEqual([]);
    const styles = [...site].filter(([path]) => path.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const [path, bytes] of styles) {
      expect([path, bytes.toString('utf8').match(/url\(\s*["']?(?:https?:)?\/\//g)]).toEqual([path, null]);
    }
  });

  test('states structured data that can be read', () => {
    for (const [path, html] of pagesOf(site)) {
      for (const script of elementsOf(html).filter(({ properties }) => properties.type === 'application/ld+json')) {
        const data = JSON.parse(plainText(script));
        expect([path, data['@context']]).toEqual([path, 'https://schema.org']);
      }
    }
    const article = textOf(site, `${story}index.html`);
    expect(article).toContain('"@type":"PublicationIssue"');
    expect(article).toMatch(/"@type":"(?:Report|Article)"/);
  });
});

describe('feeds and lists', () => {
  test('every address in a feed leads to a page of the site', () => {
    const feeds = [...site.keys()].filter((path) => /^\/feed\/.*\.(?:xml|opml)$|rss\.xml$/.test(path));
    expect(feeds).toEqual(
      expect.arrayContaining(['/feed/rss.xml', '/feed/atom.xml', '/feed/ausgaben.xml', '/feed/archiv/2025.xml']),
    );
    for (const feed of feeds) {
      const targets: Target[] = [];
      visit(fromXml(textOf(site, feed)), 'element', (element) => {
        const { href, xmlUrl, htmlUrl, url } = element.attributes;
        for (const address of [href, xmlUrl, htmlUrl, url]) if (address) targets.push({ from: feed, url: address });
        const text = plainText(element as never);
        if (element.name === 'link' && text) targets.push({ from: feed, url: text });
        if (/^(?:content|content:encoded|description)$/.test(element.name) && text.includes('<')) {
          const { loaded, linked } = targetsOf(feed, text);
          expect(
            [...loaded, ...linked].filter(
              ({ url: inside }) => !/^(?:https?|mailto|tel):/.test(inside) && !inside.startsWith('#'),
            ),
          ).toEqual([]);
          targets.push(...[...loaded, ...linked].filter(({ url: inside }) => !inside.startsWith('#')));
        }
      });
      expect(targets.length).toBeGreaterThan(1);
      expect(targets.map(whyBroken).filter(Boolean)).toEqual([]);
    }
    const { items } = JSON.parse(textOf(site, '/feed/feed.json')) as { items: { url: string }[] };
    expect(items.map(({ url }) => url)).toEqual(newestArticles(example).map(({ path }) => origin + path));
    expect(items.map(({ url }) => whyBroken({ from: '/feed/feed.json', url })).filter(Boolean)).toEqual([]);
  });

  test('the whole of the newest issue is in every main feed, and the story of 2025 in the archive of its year', () => {
    const newest = (example.issues[0]?.articles ?? []).flatMap(({ file }) => headingsOf(file));
    expect(newest.length).toBeGreaterThan(2);
    const older = [
      'Ein Verfahren, das schon vertraut war',
      'Nach acht Jahren dieselbe Antwort',
      'Bildungskarte',
      'Parameterpflege',
      'zwei Vollzeitstellen',
      'heidepinkall',
    ];
    const feeds = ['/feed/rss.xml', '/feed/atom.xml', '/feed/feed.json', '/feed/ausgaben.xml'].map(
      (feed) => [feed, newest] as const,
    );
    for (const [feed, phrases] of [...feeds, ['/feed/archiv/2025.xml', older] as const]) {
      const text = textOf(site, feed);
      for (const phrase of phrases) expect([feed, phrase, text.includes(phrase)]).toEqual([feed, phrase, true]);
    }
  });

  test('the sitemap lists the pages that exist, each with the day of its last change', () => {
    const urls = [
      ...textOf(site, '/sitemap-0.xml').matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g),
    ];
    expect(urls.length).toBeGreaterThan(15);
    expect(urls.map(([, url = '']) => whyBroken({ from: '/sitemap-0.xml', url })).filter(Boolean)).toEqual([]);
    const lastmod = new Map(urls.map(([, url, day]) => [url, day]));
    expect(lastmod.get(origin + story)).toBe('2025-08-14');
    expect(lastmod.get(`${origin}/ausgaben/2026/kw01/impressum-aus-angaben/`)).toBe('2026-01-12');
    expect([...lastmod.keys()].filter((url) => /404|53-wochen\/$/.test(url ?? ''))).toEqual([
      `${origin}/ausgaben/2026/kw01/jahr-mit-53-wochen/`,
    ]);
  });
});

describe('legal pages', () => {
  test('the accessibility statement is there for people and for programs, with the same status', () => {
    const data = JSON.parse(textOf(site, '/barrierefreiheit.json'));
    expect(data).toMatchObject({ url: `${origin}/barrierefreiheit/`, status: 'partially-compliant', example: true });
    const page = textOf(site, '/barrierefreiheit/index.html');
    expect(page).toContain('teilweise vereinbar');
    expect(page).toContain('type="application/json"');
    expect(page).toContain(data.gaps[0].part);
  });

  test('the data protection notice bears its version', () => {
    expect(textOf(site, '/datenschutz/index.html')).toMatch(/Fassung 2026-11-24-[0-9a-f]{12}/);
  });

  test('the page in Leichte Sprache is linked from every page and holds whole words', () => {
    for (const [path, html] of pagesOf(site)) {
      if (html.includes('http-equiv="refresh"')) continue;
      expect([path, html.includes('href="/leichte-sprache/"')]).toEqual([path, true]);
    }
    const text = plainText(fromHtml(textOf(site, '/leichte-sprache/index.html')));
    expect(text).toContain('Schlichtungsstelle');
    expect(text).not.toContain('·');
  });
});

describe("a page of the organisation's own", () => {
  const path = '/ueber-diese-publikation/';

  test('is there at the address of its file, with its text, its title and its description', () => {
    const elements = elementsOf(textOf(site, `${path}index.html`));
    const textsOf = (name: string) =>
      elements.filter(({ tagName }) => tagName === name).map((element) => plainText(element));
    expect(textsOf('title')).toEqual(['Über diese Publikation – Kurrende']);
    expect(textsOf('h1')).toEqual(['Über diese Publikation']);
    expect(textsOf('main').join()).toMatch(/Kurrende hieß früher ein Schreiben.*Stand: 24\.\u00A0November 2026/s);
    const content = (name: string) =>
      elements.find(({ properties }) => [properties.name, properties.property].includes(name))?.properties.content;
    expect(content('description')).toMatch(/^Woher die Kurrende ihren Namen hat/);
    expect(content('og:description')).toBe(content('description'));
    expect([content('og:title'), content('robots')]).toEqual(['Über diese Publikation', undefined]);
  });

  test('is linked at the foot of every page and listed with its last change', () => {
    for (const [page, html] of pagesOf(site)) {
      if (html.includes('http-equiv="refresh"')) continue;
      const [, footer = ''] = html.split('<footer');
      expect([page, footer.includes(`href="${path}"`)]).toEqual([page, true]);
    }
    expect(textOf(site, '/sitemap-0.xml')).toContain(`${origin}${path}</loc><lastmod>2026-11-24</lastmod>`);
  });
});

describe('compressed files', () => {
  test('lie beside every text that gets smaller, and hold the same', () => {
    const packed = [...site.keys()].filter(
      (path) => /\.(?:html|css|xml|json|opml)$/.test(path) && sizeOf(path) >= 1024,
    );
    expect(packed.length).toBeGreaterThan(40);
    for (const path of packed) {
      expect([path, brotliDecompressSync(bytesOf(`${path}.br`))]).toEqual([path, bytesOf(path)]);
      expect([path, gunzipSync(bytesOf(`${path}.gz`))]).toEqual([path, bytesOf(path)]);
      expect(sizeOf(`${path}.br`)).toBeLessThan(sizeOf(path) * 0.6);
    }
  });
});

describe('what is not out yet', () => {
  test('a draft leaves no trace in any file', () => {
    expect([...site.keys()].filter((path) => path.includes('kw49'))).toEqual([]);
    for (const [path, bytes] of site) {
      const text = bytes.toString('utf8');
      expect([path, text.includes('2026/kw49'), text.includes('bilder-und-nachweise')]).toEqual([path, false, false]);
    }
  });
});
