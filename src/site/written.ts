/** HTML by what it shows, and by the way in which it shows it. Views that many pages share are one object for all of them. */
const known = new WeakMap<object, Map<string, string>>();

/** The HTML of what stands on many pages, written once. It depends on nothing but what is shown and the way. */
export async function written(shown: object, way: string, write: () => Promise<string>): Promise<string> {
  const ways = known.get(shown) ?? new Map<string, string>();
  known.set(shown, ways);
  const before = ways.get(way);
  if (before !== undefined) return before;
  const html = await write();
  ways.set(way, html);
  return html;
}
