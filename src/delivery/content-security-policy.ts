/** What a page may load and do, told to the browser (Content Security Policy Level 3). */

/** What a page does beside showing text and pictures. */
export type PageAbility =
  /** Nothing: it is read. */
  | 'none'
  /** Runs a script of the site. */
  | 'script'
  /** Searches: a script of the site loads the index and compiles the search engine, a WebAssembly module. */
  | 'search';

const self = "'self'";
const nothing = "'none'";

const abilities: Record<PageAbility, Record<string, readonly string[]>> = {
  none: {},
  script: { 'script-src': [self] },
  // The engine runs in a worker where the browser has one, else in the page itself.
  search: { 'script-src': [self, "'wasm-unsafe-eval'"], 'worker-src': [self] },
};

/** The policy that allows what is named and nothing else, in no other site's frame. */
export function policyAllowing(allowed: Record<string, readonly string[]>): string {
  const directives = { 'default-src': [nothing], ...allowed, 'base-uri': [nothing], 'frame-ancestors': [nothing] };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * The policy of a page with this ability. Nothing is allowed inline, neither script nor style, and nothing from another
 * host; JSON-LD is data and needs no permission. Forms go to the site itself and to `formTargets` (origins).
 */
export function contentSecurityPolicy(ability: PageAbility, formTargets: readonly string[]): string {
  return policyAllowing({
    'style-src': [self],
    'img-src': [self],
    'font-src': [self],
    // Without a script nobody connects; but Lighthouse asks for robots.txt in the page's name and else finds none.
    'connect-src': [self],
    ...abilities[ability],
    'form-action': [self, ...formTargets],
  });
}
