import type { APIRoute } from 'astro';
import { articlesFeed } from '../../feeds/articles-feed.ts';
import { renderAtom } from '../../feeds/atom.ts';
import { addresses } from '../../model/address.ts';
import { readForFeed, respondXml } from './_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respondXml(renderAtom(articlesFeed(library, context, addresses.atom)));
};
