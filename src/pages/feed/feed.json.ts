import type { APIRoute } from 'astro';
import { articlesFeed } from '../../feeds/articles-feed.ts';
import { renderJsonFeed } from '../../feeds/json-feed.ts';
import { addresses } from '../../model/address.ts';
import { feedTypes } from '../../model/media-types.ts';
import { readForFeed, respond } from './_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respond(renderJsonFeed(articlesFeed(library, context, addresses.json)), feedTypes['JSON Feed']);
};
