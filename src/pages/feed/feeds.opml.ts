import type { APIRoute } from 'astro';
import { renderOpml } from '../../feeds/opml.ts';
import { readForFeed, respond } from './_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respond(renderOpml(library, context), 'text/x-opml');
};
