import type { APIRoute } from 'astro';
import { articlesFeed } from '../../feeds/articles-feed.ts';
import { renderJsonFeed } from '../../feeds/json-feed.ts';
import { addresses } from '../../model/address.ts';
import { feedTypes } from '../../model/media-types.ts';
import { answer, readForFeed } from './_serve.ts';

export const GET: APIRoute = async (context) => {
  const { library, edition } = await readForFeed(context);
  return answer(renderJsonFeed(articlesFeed(library, edition, addresses.json)), feedTypes['JSON Feed']);
};
