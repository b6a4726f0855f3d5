import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageAddresses } from '../../src/model/address.ts';
import { sitePages } from '../../src/model/site-pages.ts';

/** A page that stands for all of its kind. */
export interface PageType {
  /** As the list of the site's pages calls it. */
  name: keyof typeof sitePages;
  /** Path of its biggest page. */
  path: string;
}

/** The address of a page, or the route of many, as Astro names it: `/ausgaben/[year]/[week]/[slug]/`. */
export function routeOf(name: PageType['name']): string {
  const page = sitePages[name];
  return 'route' in page ? page.route : pageAddresses[name as keyof typeof pageAddresses];
}

export const pageNames = Object.keys(sitePages) as PageType['name'][];

/**
 * One page for each of the site's pages that has been built: of many the biggest, which has the most that can go wrong.
 * Pages that only forward are left out; nobody stays on them.
 */
export function pageTypes(dist: string): PageType[] {
  // Fixed words come before parameters.
  const names = pageNames.toSorted((a, b) => parameters(a) - parameters(b));
  const built = globSync('**/*.html', { cwd: dist })
    .map((file) => ({
      path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html: readFileSync(join(dist, file), 'utf8'),
    }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
  const byName = Map.groupBy(built, ({ path }) => names.find((name) => matches(routeOf(name), path)));
  const strangers = byName.get(undefined) ?? [];
  if (strangers.length > 0) throw new Error(`no page of the list: ${strangers.map(({ path }) => path).join(', ')}`);
  return names.flatMap((name) => {
    const [biggest] = (byName.get(name) ?? []).sort((a, b) => b.html.length - a.html.length);
    return biggest ? [{ name, path: biggest.path }] : [];
  });
}

function parameters(name: PageType['name']): number {
  return (routeOf(name).match(/\[/g) ?? []).length;
}

function matches(route: string, path: string): boolean {
  return new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path);
}
