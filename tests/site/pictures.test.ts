import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readTags, type Tags } from '../images/exiftool.ts';
import { photograph } from '../images/photograph.ts';
import { shippedLibrary } from '../shipped.ts';
import { type BuiltSite, buildExample, pagesOf, textOf, uncompressed } from './build.ts';

const origin = 'https://kurrende.example';
const story = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/index.html';
const ours = 'Zweckverband Kommunale IT Musterland';
const xslt = 'issues/2026-kw47/01-feeds-ohne-xslt.md';

/** The photographs beside which cameras and agencies have left their own metadata. */
let first: Buffer;
let second: Buffer;
beforeAll(async () => {
  first = await photograph({ width: 1500, height: 1000 });
  second = await photograph({ width: 700, height: 900 });
});

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Gives two articles of 2026/47 a picture, one of them another in its text. */
function illustrate(credit = 'Agentur „Größe“/Jürgen Müller') {
  return (content: string) => {
    writeFileSync(join(content, 'issues/2026-kw47/Übersicht 1.jpg'), first);
    writeFileSync(join(content, 'issues/2026-kw47/saal.jpg'), second);
    edit(join(content, xslt), (text) =>
      text.replace(
        'kind: news\n',
        `kind: news
image:
  file: Übersicht 1.jpg
  alt: Ein Bildschirm mit Quelltext.
  credit: ${credit}
  licence: stock-editorial
  licenceUrl: https://agentur.example/lizenz
  sourceUrl: https://agentur.example/bild/1
  expiresOn: 2028-12-31
pictures:
  - file: saal.jpg
    alt: Ein Saal.
    credit: Bildmaschine
    licence: ai
`,
      ),
    );
    edit(join(content, xslt), (text) => text.replace('\n## Wozu', '\n![Saal](saal.jpg)\n\n## Wozu'));
  };
}

function elementsOf(html: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

const within = (element: Element, tagName: string): Element[] => {
  const found: Element[] = [];
  visit(element, 'element', (inner) => {
    if (inner.tagName === tagName) found.push(inner);
  });
  return found;
};

/** What exiftool reads in the pictures of a site, by path. */
async function tagsOf(site: BuiltSite): Promise<Map<string, Tags>> {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'pictures-'));
  for (const [path, bytes] of site) {
    if (!/\.(?:avif|webp|jpe?g|png)$/.test(path)) continue;
    expect(path).toMatch(/^\/bilder\/[0-9a-f]{12}-\d+\.(?:avif|webp|jpg)$/);
    writeFileSync(join(folder, basename(path)), bytes);
  }
  const tags = await readTags(folder);
  return new Map(tags.map((one) => [`/bilder/${basename(String(one.SourceFile))}`, one]));
}

interface Described {
  '@id': string;
  '@type': string;
  [member: string]: unknown;
}

function describedPictures(html: string): Map<string, Described> {
  const data = elementsOf(html, 'script').flatMap((script) =>
    script.properties.type === 'application/ld+json' ? [JSON.parse(plainText(script))] : [],
  );
  const objects: Described[] = data.flatMap((one) => one['@graph'] ?? [one]);
  return new Map(objects.filter((one) => one['@type'] === 'ImageObject').map((one) => [one['@id'], one]));
}

const pathsIn = ({ properties }: Element) =>
  [
    String(properties.src ?? ''),
    ...String(properties.srcSet ?? '')
      .split(',')
      .map((part) => part.trim().split(' ')[0]),
  ].filter((path): path is string => path?.startsWith('/bilder/') === true);

describe('every picture of a built site', () => {
  let site: BuiltSite;
  let tags: Map<string, Tags>;
  beforeAll(async () => {
    site = await buildExample('2026-11-24', illustrate());
    tags = await tagsOf(site);
  });

  test('holds a credit and a maker, and neither a place nor a serial number', () => {
    expect(tags.size).toBe([...site.keys()].filter((path) => path.startsWith('/bilder/')).length);
    expect(tags.size).toBeGreaterThan(30);
    for (const [path, one] of tags) {
      expect([path, one['XMP-photoshop:Credit'], one['IFD0:Artist']]).toEqual([
        path,
        expect.any(String),
        expect.any(String),
      ]);
      expect([path, JSON.stringify(one).match(/GPS\w*|Serial\w*|4711|0815|Jemand anders|Brake|Kamera/)]).toEqual([
        path,
        null,
      ]);
    }
  });

  test('says the same in its file, beside it and to machines', () => {
    let seen = 0;
    for (const [page, html] of pagesOf(site)) {
      const described = describedPictures(html);
      for (const figure of elementsOf(html, 'figure')) {
        const [img] = within(figure, 'img');
        if (!img) continue;
        seen += 1;
        const object = described.get(origin + img.properties.src);
        const visible = plainText(figure).replaceAll('\u00A0', ' ');
        const [path = ''] = pathsIn(img);
        const credit = String(tags.get(path)?.['XMP-photoshop:Credit']);
        expect([page, visible]).toEqual([page, expect.stringMatching(/(?:Bild|Zeichnung): /)]);
        expect([page, visible.includes(credit), object?.creditText]).toEqual([page, true, credit]);
        for (const file of [img, ...within(figure, 'source')].flatMap(pathsIn)) {
          const one = tags.get(file);
          expect([file, one?.['XMP-photoshop:Credit']]).toEqual([file, credit]);
          expect([one?.['XMP-dc:Rights'], one?.['XMP-xmpRights:WebStatement'], one?.['XMP-plus:LicensorURL']]).toEqual([
            object?.copyrightNotice,
            object?.license,
            object?.acquireLicensePage,
          ]);
          expect(one?.['XMP-iptcExt:DigitalSourceType']).toBe(object?.digitalSourceType);
        }
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  test('is asked for in a size that fits, keeps its place free, and waits unless it is at the top of its page', () => {
    for (const [page, html] of pagesOf(site)) {
      const images = elementsOf(html, 'img');
      for (const [index, { properties }] of images.entries()) {
        expect([page, Number(properties.width) > 0, Number(properties.height) > 0]).toEqual([page, true, true]);
        if (index >= 3) expect([page, properties.loading]).toEqual([page, 'lazy']);
      }
      expect(images.filter(({ properties }) => properties.fetchPriority === 'high').length).toBeLessThanOrEqual(1);
      for (const { properties } of elementsOf(html, 'source')) expect(properties.sizes).toBeTruthy();
    }
    const loading = (page: string) =>
      elementsOf(textOf(site, page), 'img').map(({ properties }) => properties.fetchPriority ?? properties.loading);
    expect(loading('/ausgaben/2026/kw47/feeds-ohne-xslt/index.html').slice(0, 2)).toEqual(['high', 'lazy']);
    expect(loading('/themen/feeds/index.html')[0]).toBeUndefined();
    const illustrated = shippedLibrary().issues.flatMap((issue) => [issue, ...issue.articles]);
    const shipped = illustrated.flatMap(({ image, pictures }) => [...(image ? [image] : []), ...pictures]);
    const credited = loading('/bildnachweise/index.html');
    expect(credited).toHaveLength(shipped.length + 2);
    expect(credited.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(new Set(credited.slice(3))).toEqual(new Set(['lazy']));
  });

  test('that a machine has made is called so wherever it is', () => {
    const pages = pagesOf(site).filter(([, html]) => html.includes('Bildmaschine'));
    expect(pages.map(([page]) => page)).toEqual([
      '/ausgaben/2026/kw47/feeds-ohne-xslt/index.html',
      '/bildnachweise/index.html',
    ]);
    for (const [, html] of pages) expect(html).toContain('Bild: Bildmaschine, KI-generiert');
    expect(textOf(site, '/feed/rss.xml')).toContain('Bild: Bildmaschine, KI-generiert');
    expect(textOf(site, '/feed/atom.xml')).toContain('Bild: Bildmaschine, KI-generiert');
  });

  test('of an issue or article stands in its social card with its credit', () => {
    for (const [page, html] of pagesOf(site)) {
      if (!/^\/ausgaben\/\d+\/kw\d+\//.test(page) || html.includes('http-equiv="refresh"')) continue;
      const meta = new Map(
        elementsOf(html, 'meta').map(({ properties }) => [properties.property, String(properties.content)]),
      );
      const path = meta.get('og:image')?.slice(origin.length) ?? '';
      const credit = String(tags.get(path)?.['XMP-photoshop:Credit']);
      expect([page, meta.get('og:image')]).toEqual([page, `${origin}${path}`]);
      expect([page, meta.get('og:image:alt')?.includes(credit)]).toEqual([page, true]);
      expect(Number(meta.get('og:image:width'))).toBe(tags.get(path)?.['File:ImageWidth']);
    }
  });

  test('is listed with its licence and the pages that use it', () => {
    const list = plainText(fromHtml(textOf(site, '/bildnachweise/index.html'))).replaceAll('\u00A0', ' ');
    for (const words of [
      'Bild: © Agentur „Größe“/Jürgen Müller',
      'Bildagentur, nur redaktionelle Nutzung',
      'Künstliche Intelligenz',
      'Originalbild: © AdobeStock/heidepinkall, hier nicht veröffentlicht',
      `Zeichnung: © ${ours}`,
      'Redaktionskalender 2027',
    ]) {
      expect(list).toContain(words);
    }
  });

  test('is not published as it came: neither its file nor its name', () => {
    for (const [path, bytes] of site) {
      expect([path, bytes.equals(first), bytes.equals(second), /saal|bersicht/.test(path)]).toEqual([
        path,
        false,
        false,
        false,
      ]);
    }
  });

  test('the page of an article with pictures stays light', () => {
    const styles = [...site]
      .filter(([path]) => path.endsWith('.css'))
      .map(([, bytes]) => brotliCompressSync(bytes).length);
    const sizes = pagesOf(site)
      .filter(([path]) => /^\/ausgaben\/\d+\/kw\d+\/[^/]+\//.test(path))
      .map(([path, html]) => ({
        path,
        bytes: brotliCompressSync(html).length + styles.reduce((sum, one) => sum + one, 0),
      }));
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
  });
});

describe('the picture that the story of KW 33/2025 must not show', () => {
  test('is replaced by a drawing of ours, which claims nobody else’s credit', async () => {
    const site = await buildExample('2026-11-24');
    const html = textOf(site, story);
    expect(plainText(fromHtml(html)).replaceAll('\u00A0', ' ')).toContain(
      `Originalbild: © AdobeStock/heidepinkall, hier nicht veröffentlicht · Zeichnung: © ${ours}`,
    );
    const tags = await tagsOf(site);
    const drawings = elementsOf(html, 'figure').flatMap((figure) => within(figure, 'source').flatMap(pathsIn));
    expect(drawings.length).toBe(6);
    for (const path of drawings) expect([path, tags.get(path)?.['XMP-photoshop:Credit']]).toEqual([path, ours]);
    expect([...tags.values()].map((one) => JSON.stringify(one)).join()).not.toContain('heidepinkall');
    for (const object of describedPictures(html).values()) expect(object.creditText).toBe(ours);
    expect(textOf(site, '/feed/archiv/2025.xml')).toContain('heidepinkall');
    expect(textOf(site, '/feed/archiv/2025.xml')).not.toContain('<media:credit');
    const credited = textOf(site, '/feed/rss.xml').match(/<media:credit[^>]*>[^<]*/g);
    expect(new Set(credited)).toEqual(new Set([`<media:credit role="illustrator">${ours}`]));
  });

  test('is shown with its credit when the original lies where the check says', async () => {
    const site = await buildExample('2026-11-24', (content) => {
      mkdirSync(join(content, 'licensed'));
      writeFileSync(join(content, 'licensed/2025-kw33-open-prosoz-wesermarsch.jpg'), first);
      edit(join(content, 'issues/2025-kw33/01-open-prosoz-wesermarsch.md'), (text) =>
        text.replace(
          '  credit: AdobeStock/heidepinkall',
          '  alt: Ein Schreibtisch.\n  credit: AdobeStock/heidepinkall',
        ),
      );
    });
    const html = textOf(site, story);
    expect(html).toContain('Bild: ©\u00A0AdobeStock/heidepinkall');
    expect(html).not.toMatch(/Originalbild|Zeichnung/);
    const tags = await tagsOf(site);
    const [img] = elementsOf(html, 'img');
    expect(img?.properties.alt).toBe('Ein Schreibtisch.');
    expect(tags.get(String(img?.properties.src))?.['XMP-photoshop:Credit']).toBe('AdobeStock/heidepinkall');
    expect(textOf(site, '/feed/archiv/2025.xml')).toContain('<media:credit>AdobeStock/heidepinkall</media:credit>');
  });
});

test('a corrected credit changes the files of its picture, what shows it and the list of credits, and nothing else', async () => {
  const before = uncompressed(await buildExample('2026-11-24', illustrate('Agentur/Falsch')));
  const after = uncompressed(await buildExample('2026-11-24', illustrate('Agentur/Richtig')));
  const added = [...after.keys()].filter((path) => !before.has(path));
  const gone = [...before.keys()].filter((path) => !after.has(path));
  for (const paths of [added, gone]) {
    expect(paths.length).toBe(9);
    expect(new Set(paths.map((path) => path.replace(/-\d+\.\w+$/, ''))).size).toBe(1);
  }
  const changed = [...after].filter(([path, bytes]) => before.has(path) && !before.get(path)?.equals(bytes));
  expect(changed.map(([path]) => path)).toContain('/bildnachweise/index.html');
  const unrelated = changed.filter(([, bytes]) => !bytes.includes('Agentur/Richtig'));
  expect(unrelated.map(([path]) => path)).toEqual([]);
  const stale = [...after].filter(([, bytes]) => bytes.includes('Agentur/Falsch'));
  expect(stale.map(([path]) => path)).toEqual([]);
});
