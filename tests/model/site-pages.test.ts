import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageName } from '../../src/model/address.ts';
import { isProductName } from '../../src/model/product-name.ts';
import type { SitePage } from '../../src/model/site-pages.ts';
import { pageNames, routeOf } from '../browser/page-types.ts';

const files = globSync('**/*.{astro,ts}', { cwd: join(import.meta.dirname, '..', '..', 'src', 'pages') })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/(?:^|\/)_/.test(file));

/** Pages that nobody visits: they forward, become the frame of the Abo service, or show a mail in the preview. */
const besides = [
  '/[...former]/',
  '/abo/huelle/',
  '/vorschau/mail/[key]/',
  // Lists that are too long for one page, by years: the same pages again.
  '/themen/[topic]/[year]/',
  '/kommunen/[municipality]/[year]/',
  '/verfahren/[software]/[year]/',
  '/praxisberichte/[year]/',
  '/bildnachweise/[year]/',
  '/berichtigungen/[year]/',
];

/** The route that a file of `src/pages/` makes; a page that may be missing has an empty rest for its parameter. */
function routeOfFile(file: string): string {
  const route = `/${file.replace(/\.astro$/, '/').replace(/(?:^|\/)(?:index|\[\.\.\.page\])\/$/, '/')}`.replace(
    '//',
    '/',
  );
  return route === '/404/' ? '/404.html' : route;
}

/** What is only in `src/pages/` or only in the list, as sentences. */
function unmatched(astroFiles: readonly string[], declared: readonly string[]): string[] {
  const routes = new Map(astroFiles.map((file) => [routeOfFile(file), file]));
  return [
    ...[...routes]
      .filter(([route]) => !declared.includes(route) && !besides.includes(route))
      .map(([route, file]) => `src/pages/${file} makes ${route}, which src/model/site-pages.ts does not declare.`),
    ...declared
      .filter((route) => !routes.has(route))
      .map((route) => `src/model/site-pages.ts declares ${route}, for which src/pages/ has no file.`),
  ];
}

describe('the list of pages', () => {
  const astroFiles = files.filter((file) => file.endsWith('.astro'));
  const declared = pageNames.map(routeOf);

  it('has every page that src/pages/ makes, and no other', () => {
    expect(astroFiles.length).toBeGreaterThan(15);
    expect(unmatched(astroFiles, declared)).toEqual([]);
  });

  it('is missed by a page without an entry, and an entry misses its page', () => {
    expect(unmatched([...astroFiles, 'rueckblick/index.astro'], declared)).toEqual([
      'src/pages/rueckblick/index.astro makes /rueckblick/, which src/model/site-pages.ts does not declare.',
    ]);
    expect(unmatched(astroFiles, [...declared, '/personen/[person]/'])).toEqual([
      'src/model/site-pages.ts declares /personen/[person]/, for which src/pages/ has no file.',
    ]);
  });

  it('takes no page without a title, a place in the menus, its last change or whether it is listed', () => {
    const whole: SitePage = { title: 'A', showIn: 'footer', changedOn: () => undefined, isListed: true };
    const { title: _title, ...untitled } = whole;
    const { showIn: _showIn, ...unplaced } = whole;
    const { changedOn: _changedOn, ...undated } = whole;
    const { isListed: _isListed, ...undecided } = whole;
    // The compiler checks these lines: an error that is expected and doesn't come is one.
    // @ts-expect-error no title
    const a: SitePage = untitled;
    // @ts-expect-error no place in the menus
    const b: SitePage = unplaced;
    // @ts-expect-error no last change
    const c: SitePage = undated;
    // @ts-expect-error not said whether search engines may list it
    const d: SitePage = undecided;
    // @ts-expect-error pages that are missing from the list
    const e: Record<PageName, SitePage> = { home: whole };
    expect([a, b, c, d, e]).toHaveLength(5);
  });
});

describe('names at the top of the site', () => {
  const tops = [...new Set(files.map((file) => file.split('/')[0]?.replace(/\.(?:astro|ts)$/, '') ?? ''))];
  const fixed = tops.map((top) => top.replace(/\..*$/, '')).filter((top) => top !== '' && !top.includes('['));

  it('belong to the product wherever src/pages/ has something there', () => {
    expect(fixed).toEqual(expect.arrayContaining(['impressum', 'feed', 'bilder', 'vorschau', 'robots', '404', 'haus']));
    expect(fixed.filter((name) => !isProductName(name))).toEqual([]);
  });

  it('belong to it also where only a build makes something', () => {
    for (const name of ['_astro', 'pagefind', 'sitemap-0', 'sitemap-index', 'index']) {
      expect([name, isProductName(name)]).toEqual([name, true]);
    }
    for (const name of ['ueber-uns', 'redaktion', 'impressum-2', 'feedback']) {
      expect([name, isProductName(name)]).toEqual([name, false]);
    }
  });
});
