/**
 * The pages of the web site for a reading that nobody has built: the site's own templates, compiled once by Astro, with the
 * reading in the place of the one that a build would make.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { getViteConfig } from 'astro/config';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { productRoot } from '../../build/product.ts';
import type { PageName } from '../../model/address.ts';
import type { Article, Issue, Library, OwnPage } from '../../model/library.ts';

/** A thing that has a page. */
export type Shown =
  | { kind: 'article'; thing: Article }
  | { kind: 'issue'; thing: Issue }
  | { kind: 'page'; thing: OwnPage }
  | { kind: HouseKind; thing: { path: string } };

/** Pages that are made of one of the house's own files. */
export type HouseKind = Extract<PageName, 'home' | 'imprint' | 'topics' | 'privacy' | 'accessibility' | 'easyLanguage'>;

export interface PageRenderer {
  /** The HTML of a thing's page; pictures that are not prepared are missing in it. */
  render(shown: Shown, library: Library): Promise<string>;
  /** Compiles the templates of most texts. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

interface Container {
  renderToString(component: unknown, options: { params: Params; partial: boolean; request: Request }): Promise<string>;
}

const templates: Record<Shown['kind'], string> = {
  article: '/src/pages/ausgaben/[year]/[week]/[slug].astro',
  issue: '/src/pages/ausgaben/[year]/[week]/index.astro',
  page: '/src/pages/[page].astro',
  home: '/src/pages/index.astro',
  imprint: '/src/pages/impressum/index.astro',
  topics: '/src/pages/themen/index.astro',
  privacy: '/src/pages/datenschutz/index.astro',
  accessibility: '/src/pages/barrierefreiheit/index.astro',
  easyLanguage: '/src/pages/leichte-sprache/[...page].astro',
};

type Params = Record<string, string | undefined>;

/** The parts of a thing's address by the names that its route gives them. */
function paramsOf(kind: Shown['kind'], path: string): Params {
  const [first, year, week, slug] = path.split('/').filter((part) => part !== '');
  if (kind === 'page') return { page: first };
  return kind === 'article' || kind === 'issue' ? { year, week, slug } : {};
}

/** Where templates find the library while one of them is rendered. */
const shownLibrary = Symbol.for('kurrende.redaktion.library');
const current = new AsyncLocalStorage<Library>();

/** What stands in the place of `src/site/library.ts`. */
const libraryModule = `
  const current = globalThis[Symbol.for('kurrende.redaktion.library')];
  export const getLibrary = async () => current.getStore();
  export const getReading = async () => ({ library: current.getStore(), problems: [] });
  export const getPictureStore = async () => { throw new Error('no pictures are read here'); };
`;

const givenLibrary: Plugin = {
  name: 'redaktion-library',
  enforce: 'pre',
  load: (id) => (id.replaceAll('\\', '/').endsWith('/src/site/library.ts') ? libraryModule : null),
};

/** Starts the templates' compiler; it takes a second or two, and listens on nothing. */
export async function openPageRenderer(): Promise<PageRenderer> {
  Object.assign(globalThis, { [shownLibrary]: current });
  const vite = await compiler();
  const { experimental_AstroContainer } = await vite.ssrLoadModule('astro/container');
  const container = (await experimental_AstroContainer.create()) as Container;
  return {
    async render({ kind, thing }, library) {
      const { default: component } = await vite.ssrLoadModule(templates[kind]);
      const request = new Request(library.site.publicUrl + thing.path);
      const options = { params: paramsOf(kind, thing.path), partial: false, request };
      const html = await current.run(library, () => container.renderToString(component, options));
      return html.replace('</head>', `<link rel="stylesheet" href="${siteStyles}"></head>`);
    },
    async warmUp() {
      await vite.ssrLoadModule(templates.article);
    },
    close: () => vite.close(),
  };
}

/** Where the Redaktion serves the styles that a build puts into the pages' head. */
export const siteStyles = '/src/styles/site.css';

async function compiler(): Promise<ViteDevServer> {
  const quiet = { logLevel: 'silent' } as const;
  const config = await getViteConfig(
    {
      ...quiet,
      plugins: [givenLibrary],
      define: { IS_PREVIEW: 'false' },
      server: { middlewareMode: true, hmr: false, ws: false },
      optimizeDeps: { noDiscovery: true, include: [] },
      cacheDir: join(productRoot, '.cache', 'redaktion'),
    },
    { ...quiet, root: productRoot, configFile: false, devToolbar: { enabled: false }, scopedStyleStrategy: 'where' },
  )({ mode: 'development', command: 'serve' });
  // Here, since Astro drops what is null: else each file below the product is watched, its content and caches too.
  return createServer({ ...config, server: { ...config.server, watch: null }, configFile: false });
}
