import type { APIRoute } from 'astro';
import { renderOpml } from '../../feeds/opml.ts';
import { answer, readForFeed } from './_serve.ts';

export const GET: APIRoute = async (context) => {
  const { library, edition } = await readForFeed(context);
  return answer(renderOpml(library, edition), 'text/x-opml');
};
