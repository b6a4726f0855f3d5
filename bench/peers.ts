/** The same archive as a site of other generators: articles, issues, topics, home page, a feed with full texts, a sitemap. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setAside } from './aside.ts';

/** A generator with a site to build. */
export interface Peer {
  name: string;
  folder: string;
  command: string[];
  env?: Record<string, string>;
  /** Makes the next build one from nothing. */
  clean(): void;
  /** Where the site comes to lie. */
  output: string;
  /** A file to edit: an article, and the data of the site. */
  article: string;
  site: string;
}

const frame = (head: string, body: string) =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${head}</title><link rel="stylesheet" href="/haus.css"><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><header><nav><a href="/">Start</a> <a href="/ausgaben/">Ausgaben</a> <a href="/themen/">Themen</a></nav></header><main>${body}</main><footer><a href="/impressum/">Impressum</a></footer></body></html>\n`;

/** The articles of a generated archive. */
function articlesOf(
  archive: string,
): { issue: string; slug: string; title: string; topic: string; summary: string; body: string }[] {
  const issues = join(archive, 'content', 'issues');
  return readdirSync(issues).flatMap((issue) =>
    readdirSync(join(issue === '' ? issues : join(issues, issue)))
      .filter((name) => /^\d\d-/.test(name))
      .map((name) => {
        const text = readFileSync(join(issues, issue, name), 'utf8');
        const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
        const field = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? '';
        const topic = field('topics').slice(1, -1);
        return { issue, slug: name.slice(3, -3), title: field('title'), topic, summary: field('summary'), body };
      }),
  );
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** The day of an issue, for the order of lists. */
function dayOf(issue: string): string {
  const [, year = '', week = ''] = /^(\d+)-kw(\d+)/.exec(issue) ?? [];
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  return fourth
    .subtract({ days: fourth.dayOfWeek - 4 })
    .add({ weeks: Number(week) - 1 })
    .toString();
}

/** Hugo, as the system has it; undefined where it has none. */
export function hugo(archive: string, folder: string): Peer | undefined {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  setAside(folder);
  write(
    join(folder, 'config.toml'),
    'baseURL = "https://kurrende.example/"\nlanguageCode = "de"\ntitle = "Kurrende"\n[taxonomies]\ntopic = "themen"\n[outputs]\nhome = ["HTML", "RSS"]\nsection = ["HTML"]\ntaxonomy = ["HTML"]\nterm = ["HTML"]\n[markup.goldmark.extensions]\nfootnote = true\n',
  );
  const list =
    '<ul>{{ range .Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p></li>{{ end }}</ul>';
  write(
    join(folder, 'layouts/_default/single.html'),
    frame(
      '{{ .Title }} – {{ site.Title }}',
      '<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>',
    ),
  );
  write(
    join(folder, 'layouts/_default/list.html'),
    frame('{{ .Title }} – {{ site.Title }}', `<h1>{{ .Title }}</h1>${list}`),
  );
  write(
    join(folder, 'layouts/index.html'),
    frame(
      '{{ site.Title }}',
      '<h1>{{ site.Title }}</h1><ul>{{ range first 12 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p></li>{{ end }}</ul>',
    ),
  );
  write(
    join(folder, 'layouts/index.rss.xml'),
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ .Permalink }}</link><description>{{ site.Title }}</description>{{ range first 20 site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>\n',
  );
  let article = '';
  for (const one of articlesOf(archive)) {
    const place = join(folder, 'content/ausgaben', one.issue);
    if (!existsSync(join(place, '_index.md')))
      write(join(place, '_index.md'), `---\ntitle: Ausgabe ${one.issue}\n---\n\nGuten Tag.\n`);
    article = join(place, `${one.slug}.md`);
    write(
      article,
      `---\ntitle: ${one.title}\ndate: ${dayOf(one.issue)}\nthemen: [${one.topic}]\nsummary: ${one.summary}\n---\n${one.body}`,
    );
  }
  const output = join(folder, 'public');
  const clean = () => setAside(output);
  return {
    name: 'Hugo',
    folder,
    command: ['hugo', '--quiet'],
    clean,
    output,
    article,
    site: join(folder, 'config.toml'),
  };
}

/** Eleventy, put into a folder of the benchmark's own; undefined where the registry doesn't answer. */
export function eleventy(archive: string, folder: string): Peer | undefined {
  setAside(join(folder, 'src'));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/@11ty/eleventy'))) {
    write(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '@11ty/eleventy@3'], {
      cwd: folder,
    });
    if (status !== 0) return undefined;
  }
  write(
    join(folder, 'eleventy.config.js'),
    `export default function (config) {
  config.setQuietMode(true);
  config.addCollection('artikel', (api) => api.getFilteredByTag('artikel').sort((a, b) => b.date - a.date));
  for (const kind of ['issue', 'topic']) {
    config.addCollection(kind, (api) => [...Map.groupBy(api.getFilteredByTag('artikel'), ({ data }) => data[kind])].map(([name, pages]) => ({ name, pages })));
  }
  config.addFilter('first', (list, count) => list.slice(0, count));
  config.addFilter('rfc822', (date) => date.toUTCString());
  return { dir: { input: 'src', output: '_site', layouts: '_layouts' } };
}
`,
  );
  const layout = (title: string, body: string) => frame(title, body);
  write(
    join(folder, 'src/_layouts/article.njk'),
    layout(
      '{{ title }} – {{ site.title }}',
      '<article><h1>{{ title }}</h1><p>{{ summary }}</p>{{ content | safe }}</article>',
    ),
  );
  write(join(folder, 'src/_data/site.json'), '{"title":"Kurrende"}\n');
  const pages =
    '<ul>{% for page in group.pages %}<li><h2><a href="{{ page.url }}">{{ page.data.title }}</a></h2><p>{{ page.data.summary }}</p></li>{% endfor %}</ul>';
  for (const [kind, path] of [
    ['issue', 'ausgaben'],
    ['topic', 'themen'],
  ]) {
    write(
      join(folder, `src/${kind}.njk`),
      `---\npagination:\n  data: collections.${kind}\n  size: 1\n  alias: group\npermalink: "/${path}/{{ group.name }}/"\n---\n${layout('{{ group.name }}', `<h1>{{ group.name }}</h1>${pages}`)}`,
    );
    write(
      join(folder, `src/${kind}s.njk`),
      `---\npermalink: "/${path}/"\n---\n${layout(path ?? '', `<ul>{% for group in collections.${kind} %}<li><a href="/${path}/{{ group.name }}/">{{ group.name }}</a></li>{% endfor %}</ul>`)}`,
    );
  }
  const newest = (count: number, entry: string) =>
    `{% for page in collections.artikel | first(${count}) %}${entry}{% endfor %}`;
  write(
    join(folder, 'src/index.njk'),
    `---\npermalink: /\n---\n${layout('{{ site.title }}', `<h1>{{ site.title }}</h1><ul>${newest(12, '<li><a href="{{ page.url }}">{{ page.data.title }}</a><p>{{ page.data.summary }}</p></li>')}</ul>`)}`,
  );
  write(
    join(folder, 'src/feed.njk'),
    `---\npermalink: /feed.xml\n---\n<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ site.title }}</title><link>https://kurrende.example/</link><description>{{ site.title }}</description>${newest(20, '<item><title>{{ page.data.title }}</title><link>https://kurrende.example{{ page.url }}</link><guid>https://kurrende.example{{ page.url }}</guid><pubDate>{{ page.date | rfc822 }}</pubDate><description>{{ page.content | escape }}</description></item>')}</channel></rss>\n`,
  );
  write(
    join(folder, 'src/sitemap.njk'),
    `---\npermalink: /sitemap.xml\n---\n<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for page in collections.artikel %}<url><loc>https://kurrende.example{{ page.url }}</loc></url>{% endfor %}</urlset>\n`,
  );
  write(join(folder, 'src/ausgaben/ausgaben.json'), '{"layout":"article.njk","tags":["artikel"]}\n');
  let article = '';
  for (const one of articlesOf(archive)) {
    article = join(folder, 'src/ausgaben', one.issue, `${one.slug}.md`);
    write(
      article,
      `---\ntitle: ${one.title}\ndate: ${dayOf(one.issue)}\nissue: ${one.issue}\ntopic: ${one.topic}\nsummary: ${one.summary}\n---\n${one.body}`,
    );
  }
  const output = join(folder, '_site');
  const clean = () => setAside(output);
  const program = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
  return {
    name: 'Eleventy',
    folder,
    command: [process.execPath, program],
    clean,
    output,
    article,
    site: join(folder, 'src/_data/site.json'),
  };
}

/** Ours, with all that it makes, or with `without` of it. */
export function ours(archive: string, folder: string, name: string, without: string[], product: string): Peer {
  setAside(folder);
  cpSync(join(archive, 'content'), join(folder, 'content'), { recursive: true });
  mkdirSync(join(folder, 'public'));
  const issues = join(folder, 'content/issues');
  const newest = readdirSync(issues).sort().at(-1) ?? '';
  const article = readdirSync(join(issues, newest)).find((file) => /^01-/.test(file)) ?? '';
  return {
    name,
    folder,
    command: [process.execPath, join(product, 'src/cli/kurrende.mjs'), 'build', ...without],
    env: { SITE_ROOT: folder, BUILD_DATE: '2026-01-31' },
    clean: () => {
      for (const part of ['dist', 'server', '.cache']) setAside(join(folder, part));
    },
    output: join(folder, 'dist'),
    article: join(issues, newest, basename(article)),
    site: join(folder, 'content/site.md'),
  };
}
