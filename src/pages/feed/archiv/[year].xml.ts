import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFeed } from '../../../feeds/archive-feed.ts';
import { archiveYears } from '../../../feeds/archive-years.ts';
import { renderRss } from '../../../feeds/rss.ts';
import { getLibrary } from '../../../site/library.ts';
import { buildDay } from '../../../site/project.ts';
import { answerXml, readForFeed } from '../_serve.ts';

export const getStaticPaths = (async () => {
  const years = archiveYears(await getLibrary(), buildDay());
  return years.map((year) => ({ params: { year: String(year) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async (context) => {
  const { library, edition } = await readForFeed(context);
  return answerXml(await renderRss(archiveFeed(library, edition, Number(context.params.year))));
};
