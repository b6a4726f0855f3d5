/** Former addresses for web servers, which can answer with a real redirect where a page only forwards. */
export interface Redirect {
  from: string;
  to: string;
}

/** A path of whole segments that are neither `.` nor `..`, without any character that a web server gives a meaning. */
const plainPath = /^\/(?:(?!\.{1,2}\/)[a-z0-9._~-]+\/)*$/i;

/** The redirects as they are; throws a RangeError for a path that could say more to a web server than an address. */
export function plainRedirects(redirects: readonly Redirect[]): readonly Redirect[] {
  const path = redirects.flatMap(({ from, to }) => [from, to]).find((path) => !plainPath.test(path));
  if (path !== undefined) throw new RangeError(`not a plain path: ${path}`);
  return redirects;
}
