import type { APIRoute } from 'astro';
import { articlesFeed } from '../../feeds/articles-feed.ts';
import { renderAtom } from '../../feeds/atom.ts';
import { addresses } from '../../model/address.ts';
import { answerXml, readForFeed } from './_serve.ts';

export const GET: APIRoute = async (context) => {
  const { library, edition } = await readForFeed(context);
  return answerXml(renderAtom(articlesFeed(library, edition, addresses.atom)));
};
