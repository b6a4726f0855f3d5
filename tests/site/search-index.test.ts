import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedLibrary } from '../shipped.ts';
import { type BuiltSite, buildExample, pagesOf, textOf } from './build.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** What the search engine keeps of each page; its files are gzip with a mark of Pagefind's before the JSON. */
function fragmentsOf(site: BuiltSite): Fragment[] {
  return [...site]
    .filter(([path]) => path.endsWith('.pf_fragment'))
    .map(([, bytes]) =>
      JSON.parse(
        gunzipSync(bytes)
          .toString('utf8')
          .replace(/^pagefind_dcd/, ''),
      ),
    )
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

describe('the search index', () => {
  let site: BuiltSite;
  let fragments: Fragment[];
  beforeAll(async () => {
    site = await buildExample('2026-11-24', (content) => {
      const notice = 'id: tag:kurrende.example,2026:zurueckgezogen\ntitle: Geheim\nkind: notice\nsummary: Geheim.';
      writeFileSync(
        join(content, 'issues/2026-kw47/04-geheim.md'),
        `---\n${notice}\nwithdrawn: Es war falsch.\nformerAddresses: [/ausgaben/2026/kw46/geheim/, /geheim/]\n---\n\nGeheim.\n`,
      );
      const calendar = join(content, 'issues/2026-kw47/03-redaktionskalender-2027.md');
      writeFileSync(
        calendar,
        `${readFileSync(calendar, 'utf8')
          .replace('\nkind:', '\nsubtitle: Mit "Puffer" für Feiertage\nkind:')
          .replace('\n---\n', '\nrelated:\n  - {title: Schulferien, url: "https://ferien.example"}\n---\n')}
> Der Plan hilft.
> – Erika Mustermann, Urlaubsplanung

> **Frist:** Bis Freitag.
`,
      );
      const page = (title: string, fields: string, text: string) =>
        `---\ntitle: ${title}\ndescription: Eine Seite.\n${fields}---\n\n${text}\n`;
      writeFileSync(join(content, 'seiten/mitmachen.md'), page('Mitmachen', 'showIn: menu\n', 'So schlägt man vor.'));
      writeFileSync(join(content, 'seiten/entwurf.md'), page('Geheimes', 'draft: true\n', 'Geheim.'));
    });
    fragments = fragmentsOf(site);
  });

  test("has every published issue, article and page of the organisation's own, and no draft, withdrawn article or other page", () => {
    const { issues, pages } = shippedLibrary();
    const written = issues.flatMap((issue) => [issue.path, ...issue.articles.map(({ path }) => path)]);
    const own = ['/mitmachen/', ...pages.map(({ path }) => path)];
    expect(fragments.map(({ url }) => url)).toEqual([...written, ...own].sort());
    expect(site.has('/geheim/index.html')).toBe(true);
    expect(JSON.stringify(fragments)).not.toMatch(/Geheim|Bilder und Nachweise/);
  });

  test('finds a voice and who speaks, a box and what is related', () => {
    const { content } = fragments.find(({ url }) => url.endsWith('/redaktionskalender-2027/')) ?? {};
    expect(content).toMatch(/Der Plan hilft\. Erika Mustermann, Urlaubsplanung.* Frist: Bis Freitag\..*Schulferien/s);
  });

  test('knows title, issue and date of each, as results show them', () => {
    const meta = (url: string) => fragments.find((one) => one.url === url)?.meta;
    const spaced = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\u00A0', ' '));
    expect(spaced(meta('/ausgaben/2025/kw33/open-prosoz-wesermarsch/'))).toEqual({
      title: 'OPEN/PROSOZ in der Wesermarsch: mehr Zeit für die Beratung',
      issue: 'Ausgabe 33. KW 2025',
      date: '14. August 2025',
    });
    expect(spaced(meta('/ausgaben/2026/kw01/'))).toEqual({
      title: 'Das neue Jahr beginnt im alten',
      issue: 'Ausgabe 1. KW 2026',
      date: '29. Dezember 2025',
    });
    expect(spaced(meta('/ueber-diese-publikation/'))).toEqual({
      title: 'Über diese Publikation',
      date: '24. November 2026',
    });
    expect(meta('/mitmachen/')).toEqual({ title: 'Mitmachen' });
  });

  test('finds a page of the organisation’s own by its title and its text', () => {
    expect(fragments.find(({ url }) => url === '/mitmachen/')?.content).toBe('Mitmachen. So schlägt man vor.');
  });

  test('that page stands in the menu of every page of the site, before the last two', () => {
    for (const [path, html] of pagesOf(site)) {
      if (html.includes('http-equiv="refresh"')) continue;
      const [, menu = ''] = /<nav aria-label="Hauptmenü">(.*?)<\/nav>/s.exec(html) ?? [];
      const links = [...menu.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
      expect([path, links.slice(-3)]).toEqual([path, ['/mitmachen/', '/abo/', '/suche/']]);
    }
  });

  test('holds the text without menus, labels, neighbours and footnote signs', () => {
    const story = fragments.find(({ url }) => url.endsWith('open-prosoz-wesermarsch/'))?.content;
    expect(story).toMatch(/Rentenauskunft/);
    expect(story).not.toMatch(/Hauptmenü|Barrierefreiheit|Minuten Lesezeit|Eingeordnet unter|Keine Ausgabe verpassen/);
    const footnoted = fragments.find(({ url }) => url.endsWith('feeds-ohne-xslt/'))?.content;
    expect(footnoted).not.toMatch(/ 1 Das betrifft|↩|Fußnoten/);
  });

  test('holds the line below a title, which stands there on the page', () => {
    const calendar = '/ausgaben/2026/kw47/redaktionskalender-2027/';
    expect(textOf(site, `${calendar}index.html`)).toMatch(
      /<\/h1>\s*<p class="deck">Mit „Puffer“ für Feiertage<\/p>\s*<p class="lead">/,
    );
    expect(fragments.find(({ url }) => url === calendar)?.content).toContain('Mit „Puffer“ für Feiertage');
  });

  test('is small: none of the ready-made interfaces comes along', () => {
    const files = [...site].filter(([path]) => path.startsWith('/pagefind/'));
    expect(files.map(([path]) => path).filter((path) => /ui|highlight|unknown/.test(path))).toEqual([]);
    expect(files.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeLessThan(250_000);
  });
});

test('a site without anything written is built, and its search finds nothing', async () => {
  const empty = await buildExample('2026-11-24', (content) => {
    for (const folder of ['issues', 'seiten']) rmSync(join(content, folder), { recursive: true });
  });
  expect(fragmentsOf(empty)).toEqual([]);
  expect(empty.has('/suche/index.html')).toBe(true);
});
