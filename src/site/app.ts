/** The door of the compiled pages: a build imports nothing else of them (`build/pages.ts`). */
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import type { CompiledPages } from '../build/compiled-pages.ts';
import { hand } from './handed.ts';

type App = ReturnType<typeof createApp>;
type PageMap = App['manifest']['pageMap'];

const encoder = new TextEncoder();

/** The pages of a site at `origin`. */
export const openPages: CompiledPages['openPages'] = (origin) => {
  const app = createApp({ streaming: false });
  // Compiled once, for all addresses that a site may be built for.
  app.manifest = { ...app.manifest, site: origin, pageMap: loadedOnce(app.manifest.pageMap) };
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
  return {
    routes: [...routes.keys()],
    async make({ path, route }, given) {
      hand(given);
      const request = new Request(new URL(path, origin));
      // Not whichever route the path would match first: a former address may look like an article's.
      const routeData = routes.get(route);
      const html = routeData?.type === 'page' ? await renderPage(app, request, routeData) : undefined;
      if (html !== undefined) return { status: route === '/404' ? 404 : 200, bytes: encoder.encode(html) };
      const response = await app.render(request, { routeData });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
};

/**
 * The page as text; undefined where it is no page but an answer. The same as `app.render` without a middleware, whose
 * response copies each page three times over and keeps it until all of the memory is looked through.
 */
async function renderPage({ manifest }: App, request: Request, routeData: RouteData): Promise<string | undefined> {
  const state = new FetchState(request);
  state.manifest = manifest;
  state.routeData = routeData;
  const page = await state.loadComponentInstance();
  const props = await state.getProps();
  const result = await state.createResult(page, state.getActionAPIContext());
  const html = await renderToString(result, page.default, props, {}, true, routeData);
  return typeof html === 'string' ? html : undefined;
}

/** Asking Node for a module that it has costs a tenth of a page. */
function loadedOnce(pageMap: PageMap): PageMap {
  return pageMap && new Map([...pageMap].map(([page, load]) => [page, once(load)]));
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
