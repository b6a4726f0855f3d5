/** The door of the compiled pages: a build imports nothing else of them (`build/pages.ts`). */
import { createApp } from 'astro/app/entrypoint';
import type { CompiledPages } from '../build/compiled-pages.ts';
import { hand } from './handed.ts';

/** The pages of a site at `origin`. */
export const openPages: CompiledPages['openPages'] = (origin) => {
  const app = createApp({ streaming: false });
  // Compiled once, for all addresses that a site may be built for.
  app.manifest = { ...app.manifest, site: origin };
  return {
    routes: app.manifest.routes.map(({ routeData: { route } }) => route),
    async make({ path, route }, given) {
      hand(given);
      // Not whichever route the path would match first: a former address may look like an article's.
      const page = app.manifest.routes.find(({ routeData }) => routeData.route === route);
      const response = await app.render(new Request(new URL(path, origin)), { routeData: page?.routeData });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
};
