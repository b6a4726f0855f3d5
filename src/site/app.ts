/** The door of the compiled pages: a build imports nothing else of them (`build/pages.ts`). */
import { createApp } from 'astro/app/entrypoint';
import type { CompiledPages } from '../build/compiled-pages.ts';
import { hand } from './handed.ts';

type PageMap = ReturnType<typeof createApp>['manifest']['pageMap'];

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
      try {
        // Not whichever route the path would match first: a former address may look like an article's.
        const response = await app.render(new Request(new URL(path, origin)), { routeData: routes.get(route) });
        return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
      } finally {
        // What it was given holds all of the library, and is not held longer than the page is made.
        hand(undefined);
      }
    },
  };
};

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
