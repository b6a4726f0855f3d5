import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { sitemapEntries, sitemapParts } from '../../src/documents/sitemap.ts';
import { robotsTxt, sitemapIndexXml, sitemapXml } from '../../src/documents/sitemap-xml.ts';
import { day } from '../../src/model/day.ts';
import { article, inArticle, inIndex, issueFolder, library, like, ownPage } from '../reader/sample-content.ts';
import { anotherIssue, origin } from '../views/sample-page.ts';

type XmlNode = ReturnType<typeof fromXml>['children'][number];

const changesOf = (...changes: Parameters<typeof library>) =>
  Object.fromEntries(sitemapEntries(library(...changes)).map(({ path, changedOn }) => [path, changedOn]));

const first = '/ausgaben/2025/kw33/erster-beitrag/';
const second = '/ausgaben/2025/kw33/zweiter/';
const inSecond = (fields: string) => like(article, `${issueFolder}/02-zweiter.md`, fields);
const corrected = 'updatedOn: 2025-08-20\ncorrection: Es sind zwölf.';

describe('the sitemap lists', () => {
  it('every page once, with the day of its last change where one is known', () => {
    const terms = 'topics: [soziales]\nmunicipality: landkreis-muster\nsoftware: [musterverfahren]';
    const entries = sitemapEntries(library(inArticle(`kind: case-study\n${terms}`)));
    expect(entries.map(({ path, changedOn }) => `${path} ${changedOn ?? '-'}`).sort()).toEqual([
      '/ 2025-08-14',
      '/abo/ -',
      '/ausgaben/ 2025-08-14',
      '/ausgaben/2025/ 2025-08-14',
      '/ausgaben/2025/kw33/ 2025-08-14',
      `${first} 2025-08-14`,
      '/barrierefreiheit/ 2025-08-01',
      '/bildnachweise/ -',
      '/datenschutz/ 2025-08-01',
      '/feeds/ -',
      '/impressum/ -',
      '/kommunen/ 2025-08-14',
      '/kommunen/landkreis-muster/ 2025-08-14',
      '/praxisberichte/ 2025-08-14',
      '/suche/ -',
      '/themen/ 2025-08-14',
      '/themen/soziales/ 2025-08-14',
      '/verfahren/ 2025-08-14',
      '/verfahren/musterverfahren/ 2025-08-14',
    ]);
  });

  it('no withdrawn article and no former address', () => {
    const changes = changesOf({
      ...inArticle('withdrawn: Falsch.\ntopics: [soziales]\nformerAddresses: [/alt/]'),
      ...inSecond(''),
    });
    expect(Object.keys(changes)).toContain(second);
    expect(Object.keys(changes).filter((path) => [first, '/alt/', '/themen/soziales/'].includes(path))).toEqual([]);
  });

  it('nothing that only the preview shows', () => {
    const preview = { mode: 'preview', today: '2025-08-14' } as const;
    const files = {
      ...inArticle('draft: true\ntopics: [soziales]'),
      ...inSecond(''),
      ...anotherIssue('2025-kw34', 'publishedOn: 2025-08-21', { '01-a': '' }),
    };
    const paths = Object.keys(changesOf(files, preview));
    expect(paths.filter((path) => /kw|soziales/.test(path))).toEqual(['/ausgaben/2025/kw33/', second]);
  });
});

it("the organisation's own pages are listed with their last change where they tell it, drafts are not", () => {
  const files = {
    ...ownPage('ueber-uns.md', 'updatedOn: 2025-08-20'),
    ...ownPage('mitmachen.md'),
    ...ownPage('entwurf.md', 'draft: true'),
  };
  const entries = sitemapEntries(library(files, { mode: 'preview' })).map(({ path, changedOn }) => [path, changedOn]);
  expect(entries).toContainEqual(['/ueber-uns/', '2025-08-20']);
  expect(entries).toContainEqual(['/mitmachen/', undefined]);
  expect(entries.map(([path]) => path)).not.toContain('/entwurf/');
});

it('what tells when it has changed stands before what does not', () => {
  const days = sitemapEntries(library(ownPage('mitmachen.md'))).map(({ changedOn }) => changedOn !== undefined);
  expect(days.lastIndexOf(true)).toBeLessThan(days.indexOf(false));
});

describe('a list has changed', () => {
  it('when something in it was corrected', () => {
    const changes = changesOf({ ...inArticle(`${corrected}\ntopics: [soziales]`), ...inSecond('') });
    for (const path of ['/', '/ausgaben/', '/ausgaben/2025/', '/ausgaben/2025/kw33/', '/themen/soziales/', first]) {
      expect([path, changes[path]]).toEqual([path, '2025-08-20']);
    }
    expect([second, changes[second]]).toEqual([second, '2025-08-14']);
  });

  it('but not by a withdrawn article, nor by one in another year', () => {
    const changes = changesOf({
      ...inArticle(`${corrected}\nwithdrawn: Falsch.`),
      ...anotherIssue('2024-kw10', 'publishedOn: 2024-03-07', { '01-a': '' }),
    });
    expect(changes['/ausgaben/2025/']).toBe('2025-08-14');
    expect(changes['/ausgaben/2024/']).toBe('2024-03-07');
  });

  it('of picture credits, with the newest page that has a picture', () => {
    const picture = 'image: {withheld: Keine Lizenz., credit: Eva Muster}';
    expect(changesOf(inIndex(picture))['/bildnachweise/']).toBe('2025-08-14');
    expect(changesOf(inArticle(`${picture}\n${corrected}`))['/bildnachweise/']).toBe('2025-08-20');
    expect(changesOf(inArticle(corrected))['/bildnachweise/']).toBeUndefined();
  });
});

describe('as files', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, n) => ({ path: `/${n}/` }));
  const texts = (xml: string) => {
    const [root] = fromXml(xml).children.filter((node) => node.type === 'element');
    const textOf = (node: XmlNode): string =>
      'children' in node ? node.children.map(textOf).join(' ') : 'value' in node ? node.value : '';
    return { name: root?.name, namespace: root?.attributes.xmlns, items: root?.children.map(textOf) };
  };

  it('no sitemap holds more than 50,000 addresses, and there is always one', () => {
    expect(sitemapParts(pages(50_000)).map(({ length }) => length)).toEqual([50_000]);
    expect(sitemapParts(pages(50_001)).map(({ length }) => length)).toEqual([50_000, 1]);
    expect(sitemapParts([])).toEqual([[]]);
  });

  it('addresses are absolute, and a day stands only where it is known', () => {
    const xml = sitemapXml([{ path: '/a/', changedOn: day('2025-08-14') }, { path: '/b/' }], origin);
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
    expect(texts(xml)).toEqual({
      name: 'urlset',
      namespace: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      items: [`${origin}/a/ 2025-08-14`, `${origin}/b/`],
    });
  });

  it('the index names each sitemap with its newest day', () => {
    const days = ['2025-08-14', '2025-08-20', '2025-08-01'].map(day);
    const entries = days.map((changedOn) => ({ path: '/a/', changedOn }));
    expect(texts(sitemapIndexXml(sitemapParts(entries, 2), origin))).toMatchObject({
      name: 'sitemapindex',
      items: [`${origin}/sitemap-0.xml 2025-08-20`, `${origin}/sitemap-1.xml 2025-08-01`],
    });
  });

  it('robots.txt lets everybody in and names the index', () => {
    expect(robotsTxt(origin)).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap-index.xml\n`);
  });
});
