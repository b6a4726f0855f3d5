import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that stands for all that one route makes. */
export interface PageType {
  /** The route, as Astro names it: `/ausgaben/[year]/[week]/[slug]/`. */
  route: string;
  /** Path of its biggest page. */
  path: string;
}

const pages = join(import.meta.dirname, '..', '..', 'src', 'pages');

/**
 * One page for each route of the site that has built one: the biggest, which has the most that can go wrong. Pages that
 * only forward are left out; nobody stays on them.
 */
export function pageTypes(dist: string): PageType[] {
  const routes = globSync('**/*.astro', { cwd: pages })
    .filter((file) => !/(?:^|[\\/])_/.test(file))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(?:index)?\.astro$/, '')}`)
    .sort((a, b) => freedom(a) - freedom(b) || b.length - a.length || a.localeCompare(b));
  const built = globSync('**/*.html', { cwd: dist })
    .map((file) => ({
      path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html: readFileSync(join(dist, file), 'utf8'),
    }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
  const byRoute = Map.groupBy(built, ({ path }) => routes.find((route) => matches(route, path)));
  return routes.flatMap((route) => {
    const [biggest] = (byRoute.get(route) ?? []).sort((a, b) => b.html.length - a.html.length);
    return biggest ? [{ route, path: biggest.path }] : [];
  });
}

/** How many paths a route may match: fixed words come before parameters, a rest at the end, a longer one first. */
function freedom(route: string): number {
  return (route.match(/\[/g) ?? []).length + (route.includes('[...') ? 100 : 0);
}

function matches(route: string, path: string): boolean {
  const pattern = route
    .replaceAll('.', '\\.')
    .replace(/\[\\\.\\\.\\\.\w+\]/, '.*')
    .replaceAll(/\[\w+\]/g, '[^/]+');
  return new RegExp(`^${pattern}(?:\\.html|/)?$`).test(path);
}
