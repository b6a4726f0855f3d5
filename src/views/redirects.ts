/** Former addresses for the web server, which can answer with a real redirect where a page only forwards. */

/** A path of whole segments that are neither `.` nor `..`, without any character that nginx gives a meaning. */
const plainPath = /^\/(?:(?!\.{1,2}\/)[a-z0-9._~-]+\/)*$/i;

/**
 * One `location` with a permanent redirect for each former address, to be included in nginx's `server` block.
 * Throws a RangeError for a path that could say more to nginx than an address.
 */
export function nginxRedirects(redirects: readonly { from: string; to: string }[]): string {
  return redirects.map(({ from, to }) => `location = ${plain(from)} { return 301 ${plain(to)}; }\n`).join('');
}

function plain(path: string): string {
  if (!plainPath.test(path)) throw new RangeError(`not a plain path: ${path}`);
  return path;
}
