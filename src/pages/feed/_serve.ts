import type { APIContext } from 'astro';
import type { FeedContext } from '../../feeds/feed.ts';
import type { Library } from '../../model/library.ts';
import { buildDay } from '../../site/day.ts';
import { getLibrary } from '../../site/library.ts';

/** What an endpoint of a feed needs. Throws if the command has named no address of the site. */
export async function readForFeed({
  site,
}: Pick<APIContext, 'site'>): Promise<{ library: Library; context: FeedContext }> {
  if (!site) throw new Error('feeds need the address of the site: astro --site');
  return { library: await getLibrary(), context: { origin: site.origin, today: buildDay() } };
}

/** An answer of the given type; static hosts go by the file's ending instead. */
export function respond(text: string, type: string): Response {
  return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** Feeds as XML, not as what they are: under a feed's own type browsers show them without the style sheet. */
export function respondXml(text: string): Response {
  return respond(text, 'application/xml');
}
